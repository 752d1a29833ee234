#include "core/crypto/password.hpp"
#include "core/base/ascii.hpp"

#include "core/base/error.hpp"
#include "core/base/secret.hpp"
#include "core/crypto/hmac.hpp"

#include <crypt.h>
#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>

namespace harmony::crypto {
namespace {

enum class scheme { argon2id, argon2i, bcrypt };

struct known_hash {
  scheme kind;
  password_cost cost;  // of Argon2
};

constexpr std::size_t longest_hash = 256, bcrypt_length = 60, bcrypt_bytes = 72;
constexpr std::string_view letters_and_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

bool take(std::string_view &text, std::string_view start) {
  if (text.substr(0, start.size()) != start) return false;
  text.remove_prefix(start.size());
  return true;
}

// A number from 1 to `most`, without a sign or leading zeros.
bool take_number(std::string_view &text, std::uint32_t most, std::uint32_t &number) {
  if (text.empty() || text[0] == '0') return false;
  std::uint64_t value = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
    value = 10 * value + static_cast<std::uint64_t>(text[0] - '0');
    if (value > most) return false;
    text.remove_prefix(1);
  }
  number = static_cast<std::uint32_t>(value);
  return value > 0;
}

bool is_bcrypt(std::string_view hash) {
  const auto is_digit = [&](std::size_t i) { return hash[i] >= '0' && hash[i] <= '9'; };
  if (hash.size() != bcrypt_length || hash.substr(0, 2) != "$2" ||
      std::string_view("aby").find(hash[2]) == std::string_view::npos || hash[3] != '$' || !is_digit(4) ||
      !is_digit(5) || hash[6] != '$')
    return false;
  const int cost = 10 * (hash[4] - '0') + (hash[5] - '0');
  return cost >= 4 && cost <= static_cast<int>(most_bcrypt_cost) &&
         std::all_of(hash.begin() + 7, hash.end(),
                     [](char c) { return is_in(letters_and_digits, c) || is_in("./", c); });
}

// What a hash is, read from its cost alone; salt and hash of Argon2 are libsodium's to read. Nothing where it is none
// that may be computed.
std::optional<known_hash> recognize(std::string_view hash) {
  if (is_bcrypt(hash)) return known_hash{scheme::bcrypt, {}};
  known_hash known{scheme::argon2id, {}};
  std::uint32_t lanes = 0;
  if (hash.size() > longest_hash) return std::nullopt;
  if (take(hash, "$argon2i$"))
    known.kind = scheme::argon2i;
  else if (!take(hash, "$argon2id$"))
    return std::nullopt;
  if (!take(hash, "v=19$m=") || !take_number(hash, most_password_memory, known.cost.memory) || !take(hash, ",t=") ||
      !take_number(hash, most_password_passes, known.cost.passes) || !take(hash, ",p=") ||
      !take_number(hash, known.cost.memory / 8, lanes) || !take(hash, "$") ||
      std::count(hash.begin(), hash.end(), '$') != 1 ||
      !std::all_of(hash.begin(), hash.end(), [](char c) { return is_in(letters_and_digits, c) || is_in("+/$", c); }))
    return std::nullopt;
  return known;
}

// libsodium chooses its implementations for this processor once.
void start_libsodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw error(sqlstate::internal_error, "libsodium could not be started");
}

// `volatile`: a compiler may leave out an allocation that nobody uses.
bool is_there(std::uint32_t kibibytes) {
  void *volatile place = std::malloc(std::size_t{kibibytes} * 1024);
  const bool there = place != nullptr;
  std::free(place);
  return there;
}

// libsodium tells of much memory that it did not get as of a wrong password.
bool verify_argon2(const known_hash &known, std::string_view password, const std::string &hash) {
  start_libsodium();
  const auto verify =
      known.kind == scheme::argon2id ? crypto_pwhash_argon2id_str_verify : crypto_pwhash_argon2i_str_verify;
  errno = 0;
  if (verify(hash.c_str(), password.data(), password.size()) == 0) return true;
  if (errno == ENOMEM || !is_there(known.cost.memory)) throw std::bad_alloc();
  return false;
}

bool verify_bcrypt(const secret_string &password, const std::string &hash) {
  if (password.size() > bcrypt_bytes) return false;
  const auto place = std::make_unique<crypt_data>();
  const char *computed = crypt_r(password.c_str(), hash.c_str(), place.get());
  const bool equal = computed != nullptr && equal_in_constant_time(computed, hash);
  sodium_memzero(place.get(), sizeof *place);
  return equal;
}

}  // namespace

std::string hash_password(std::string_view password, const password_cost &cost) {
  if (password.size() > longest_password)
    throw error(sqlstate::invalid_parameter_value,
                "password has more than " + std::to_string(longest_password) + " bytes");
  start_libsodium();
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(hash, password.data(), password.size(), cost.passes, std::size_t{cost.memory} * 1024,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return hash;
}

bool verify_password(std::string_view password, std::string_view hash) {
  const std::optional<known_hash> known = recognize(hash);
  if (!known || password.size() > longest_password) return false;
  const std::string text(hash);
  return known->kind == scheme::bcrypt ? verify_bcrypt(secret_string(password), text)
                                       : verify_argon2(*known, password, text);
}

bool password_needs_rehash(std::string_view hash, const password_cost &cost) {
  const std::optional<known_hash> known = recognize(hash);
  return known &&
         (known->kind != scheme::argon2id || known->cost.memory < cost.memory || known->cost.passes < cost.passes);
}

}  // namespace harmony::crypto
