#include "postgres/type_io.hpp"

extern "C" {
#include "libpq/pqformat.h"
}

namespace harmony::postgres {

Datum text_output(const std::string &text) {
  return guarded([&] { return CStringGetDatum(pstrdup(text.c_str())); });
}

Datum binary_output(const std::vector<unsigned char> &bytes) {
  return guarded([&] {
    StringInfoData buffer;
    pq_begintypsend(&buffer);
    pq_sendbytes(&buffer, reinterpret_cast<const char *>(bytes.data()), static_cast<int>(bytes.size()));
    return PointerGetDatum(pq_endtypsend(&buffer));
  });
}

const unsigned char *received(FunctionCallInfo fcinfo, std::size_t *size) {
  StringInfo buffer = reinterpret_cast<StringInfo>(PG_GETARG_POINTER(0));
  const int left = buffer->len - buffer->cursor;
  *size = static_cast<std::size_t>(left);
  return reinterpret_cast<const unsigned char *>(guarded([&] { return pq_getmsgbytes(buffer, left); }));
}

}  // namespace harmony::postgres
