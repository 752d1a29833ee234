#include "postgres/composite.hpp"

namespace harmony::postgres {

void refuse_row_type(const char *what, const char *detail) {
  ereport(ERROR,
          (errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("%s does not match the library of extension \"harmony\"", what),
           errdetail_internal("%s", detail), errhint("Run ALTER EXTENSION harmony UPDATE.")));
  pg_unreachable();
}

static const char *name_of(TupleDesc type) {
  return type->tdtypeid == RECORDOID ? "result row" : psprintf("row type %s", format_type_be(type->tdtypeid));
}

static bool has_type(Oid found, Oid asked) {
  return found == asked || (asked == any_row_array && type_is_rowtype(get_element_type(found)));
}

void row_type_check::skip_dropped() {
  while (place_ < type_->natts && TupleDescAttr(type_, place_)->attisdropped) ++place_;
}

int row_type_check::next(const char *name, Oid type) {
  if (place_ == type_->natts)
    refuse_row_type(name_of(type_), psprintf("It has no column \"%s\" of type %s, which the library returns.", name,
                                             format_type_be(type)));
  const Form_pg_attribute found = TupleDescAttr(type_, place_);
  if (std::strcmp(NameStr(found->attname), name) != 0 || !has_type(found->atttypid, type))
    refuse_row_type(name_of(type_),
                    psprintf("It has column \"%s\" of type %s where the library returns \"%s\" of type %s.",
                             NameStr(found->attname), format_type_be(found->atttypid), name, format_type_be(type)));
  const int place = place_++;
  skip_dropped();
  return place;
}

void row_type_check::finish() const {
  if (place_ == type_->natts) return;
  const Form_pg_attribute found = TupleDescAttr(type_, place_);
  refuse_row_type(name_of(type_), psprintf("It has column \"%s\" of type %s, which the library does not return.",
                                           NameStr(found->attname), format_type_be(found->atttypid)));
}

void row_type::keep(TupleDesc compared, type_version version_of_it, const int *places, std::size_t n,
                    MemoryContext context) {
  if (descriptor != nullptr) {  // of another version of the type
    FreeTupleDesc(descriptor);
    pfree(values);
    descriptor = nullptr;
  }
  const auto width = static_cast<Size>(compared->natts);
  const MemoryContext previous = MemoryContextSwitchTo(context);
  values = static_cast<Datum *>(palloc0(width * sizeof(Datum) + n * sizeof(int) + width * sizeof(bool)));
  place = reinterpret_cast<int *>(values + width);
  nulls = reinterpret_cast<bool *>(place + n);
  std::memcpy(place, places, n * sizeof(int));
  std::memset(nulls, true, width * sizeof(bool));
  version = version_of_it;
  descriptor = BlessTupleDesc(CreateTupleDescCopy(compared));
  MemoryContextSwitchTo(previous);
}

// The copy is made before anything else reads the catalog, which could replace the cached type.
TupleDesc describe_row_type(Oid type, type_version &version) {
  version.entry = lookup_type_cache(type, TYPECACHE_TUPDESC);
  if (version.entry->tupDesc == nullptr)
    refuse_row_type(psprintf("type %s", format_type_be(type)), "It is not a row type, which the library returns.");
  version.identifier = version.entry->tupDesc_identifier;
  return CreateTupleDescCopy(version.entry->tupDesc);
}

TupleDesc describe_result(FunctionCallInfo fcinfo, type_version &version) {
  Oid type;
  TupleDesc found;
  if (get_call_result_type(fcinfo, &type, &found) != TYPEFUNC_COMPOSITE)
    refuse_row_type(psprintf("result type of function %s", format_procedure(fcinfo->flinfo->fn_oid)),
                    "It is not a row type, which the library returns.");
  if (type != RECORDOID) return describe_row_type(type, version);
  version = {nullptr, 0};
  return CreateTupleDescCopy(found);
}

Oid row_type_of_elements(Oid array_type) {
  const Oid element = OidIsValid(array_type) ? get_element_type(array_type) : InvalidOid;
  if (!OidIsValid(element))
    refuse_row_type("result type", "It is not an array of a row type, which the library returns.");
  return element;
}

void row_array_builder::reserve(Size needed) {
  needed = MAXALIGN(needed);
  if (needed > MaxAllocSize)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                    errmsg("array size exceeds the maximum allowed (%d)", static_cast<int>(MaxAllocSize))));
  if (needed <= capacity_) return;
  capacity_ = needed > MaxAllocSize / 2 ? MaxAllocSize : 2 * needed;
  bytes_ =
      static_cast<char *>(bytes_ == nullptr ? MemoryContextAlloc(context_, capacity_) : repalloc(bytes_, capacity_));
}

void row_array_builder::add(Datum row) {
  const HeapTupleHeader header = DatumGetHeapTupleHeader(row);
  const Size length = HeapTupleHeaderGetDatumLength(header);
  reserve(MAXALIGN(size_) + length);
  std::memset(bytes_ + size_, 0, MAXALIGN(size_) - size_);
  size_ = MAXALIGN(size_);
  std::memcpy(bytes_ + size_, header, length);
  size_ += length;
  ++n_;
}

void row_array_builder::add_null() {
  constexpr int step = 1024;
  if (n_nulls_ % step == 0) {
    const Size size = static_cast<Size>(n_nulls_ + step) * sizeof(int);
    nulls_ = static_cast<int *>(nulls_ == nullptr ? MemoryContextAlloc(context_, size) : repalloc_huge(nulls_, size));
  }
  nulls_[n_nulls_++] = n_++;
}

// The bitmap of an array whose data stand behind it.
void row_array_builder::write_nulls(ArrayType *array) const {
  bits8 *bitmap = ARR_NULLBITMAP(array);
  std::memset(bitmap, 0xff, static_cast<Size>(n_) / 8 + 1);
  if (n_ % 8 == 0) bitmap[n_ / 8] = 0;  // padding
  for (int k = 0; k < n_nulls_; ++k) bitmap[nulls_[k] / 8] &= static_cast<bits8>(~(1 << (nulls_[k] % 8)));
}

Datum row_array_builder::finish(const row_type &type) {
  if (n_ == 0) return PointerGetDatum(construct_empty_array(type.descriptor->tdtypeid));
  // With NULLs the data move on: their bitmap, which is no longer than they may be, stands before them.
  constexpr Size plain = ARR_OVERHEAD_NONULLS(1);
  const Size begin = n_nulls_ == 0 ? plain : ARR_OVERHEAD_WITHNULLS(1, n_);
  reserve(size_ + begin - plain);
  if (begin > plain) std::memmove(bytes_ + begin, bytes_ + plain, size_ - plain);
  size_ += begin - plain;
  auto *array = reinterpret_cast<ArrayType *>(bytes_);
  SET_VARSIZE(array, MAXALIGN(size_));
  array->ndim = 1;
  array->dataoffset = n_nulls_ == 0 ? 0 : static_cast<std::int32_t>(begin);
  array->elemtype = type.descriptor->tdtypeid;
  ARR_DIMS(array)[0] = n_;
  ARR_LBOUND(array)[0] = 1;
  if (n_nulls_ > 0) write_nulls(array);
  return PointerGetDatum(array);
}

}  // namespace harmony::postgres
