#include "postgres/spi.hpp"

#include <vector>

namespace harmony::postgres {

std::uint64_t spi_session::execute(const char *query, std::initializer_list<std::string> parameters) {
  const std::vector<std::string> texts(parameters);
  std::vector<Oid> types(texts.size(), TEXTOID);
  std::vector<Datum> values(texts.size());
  guarded([&] {
    for (std::size_t i = 0; i < texts.size(); ++i) values[i] = text_datum(texts[i]);
    return SPI_execute_with_args(query, static_cast<int>(texts.size()), types.data(), values.data(), nullptr, false, 0);
  });
  return SPI_processed;
}

static void name_script(void *name) { errcontext("%s", static_cast<const char *>(name)); }

void spi_session::execute_script(const std::string &script, const char *name) {
  guarded([&] {
    ErrorContextCallback callback;
    callback.callback = name_script;
    callback.arg = const_cast<char *>(name);
    callback.previous = error_context_stack;
    error_context_stack = &callback;
    const int result = SPI_execute(script.c_str(), false, 0);
    error_context_stack = callback.previous;
    return result;
  });
}

}  // namespace harmony::postgres
