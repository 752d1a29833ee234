// jsonb in, without an allocation a field: json_view walks the stored bytes in place. Out: json_writer.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "postgres/guard.hpp"
#include "postgres/numeric.hpp"

namespace harmony::postgres {

/// A value inside a jsonb document; valid as long as the document's bytes.
class json_view {
 public:
  /// The whole document of a jsonb (detoasted; may throw backend_error).
  static json_view of(Datum jsonb);
  static json_view document(Jsonb *jsonb) { return json_view(&jsonb->root); }

  bool is_object() const { return kind_ == kind::container && (container_->header & JB_FOBJECT) != 0; }
  bool is_array() const {
    return kind_ == kind::container && (container_->header & JB_FARRAY) != 0 && (container_->header & JB_FSCALAR) == 0;
  }
  bool is_number() const { return kind_ == kind::number; }
  bool is_string() const { return kind_ == kind::string; }
  bool is_null() const { return kind_ == kind::null; }
  bool is_boolean() const { return kind_ == kind::boolean; }

  /// Fields of an object, elements of an array; 0 for a scalar.
  std::size_t size() const { return kind_ == kind::container ? JsonContainerSize(container_) : 0; }

  /// Value of a boolean, of a number, and bytes of a string; ask is_boolean(), is_number() and is_string() first.
  bool boolean() const { return length_ != 0; }
  double number() const { return numeric_to_double(reinterpret_cast<Numeric>(const_cast<char *>(bytes_))); }
  std::string_view string() const { return {bytes_, length_}; }
  /// A number with all its digits, as the server writes it.
  std::string number_text() const;

  /// The field of that name, or JSON null where there is none.
  json_view field(std::string_view name) const;

  /// Calls visit(name, value) for every field of an object.
  template <class Visit>
  void for_each_field(Visit &&visit) const {
    const std::uint32_t n = JsonContainerSize(container_);
    std::uint32_t key_offset = 0, value_offset = getJsonbOffset(container_, static_cast<int>(n));
    const char *base = reinterpret_cast<const char *>(&container_->children[2 * n]);
    for (std::uint32_t k = 0; k < n; ++k) {
      const std::uint32_t key_length = entry_length(k, key_offset);
      visit(std::string_view(base + key_offset, key_length), child(n + k, base, value_offset));
      key_offset += key_length;
      value_offset += entry_length(n + k, value_offset);
    }
  }

  /// Calls visit(value) for every element of an array.
  template <class Visit>
  void for_each_element(Visit &&visit) const {
    const std::uint32_t n = JsonContainerSize(container_);
    const char *base = reinterpret_cast<const char *>(&container_->children[n]);
    std::uint32_t offset = 0;
    for (std::uint32_t k = 0; k < n; ++k) {
      visit(child(k, base, offset));
      offset += entry_length(k, offset);
    }
  }

 private:
  enum class kind : std::uint8_t { null, boolean, number, string, container };

  json_view() = default;
  explicit json_view(const JsonbContainer *container) : kind_(kind::container), container_(container) {}

  // An entry holds either its length or its end offset (jsonb.h, "JEntry format").
  std::uint32_t entry_length(std::uint32_t index, std::uint32_t offset) const {
    const JEntry entry = container_->children[index];
    return JBE_HAS_OFF(entry) ? JBE_OFFLENFLD(entry) - offset : JBE_OFFLENFLD(entry);
  }
  json_view child(std::uint32_t index, const char *base, std::uint32_t offset) const;

  kind kind_ = kind::null;
  const JsonbContainer *container_ = nullptr;
  const char *bytes_ = nullptr;
  std::uint32_t length_ = 0;
};

/// A number that a document must hold: `what` names it in the error 22023.
double required_number(const json_view &value, std::string_view what);
/// Refuses what is not an object (22023); JSON null counts as an empty one, which the caller asks with is_null().
void require_object(const json_view &value, std::string_view what);

}  // namespace harmony::postgres
