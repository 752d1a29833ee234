// SHA-256 of bytes that come in pieces, by the server's own.
#pragma once

#include <cstdint>
#include <new>
#include <string_view>
#include <vector>

#include "postgres/guard.hpp"

extern "C" {
#include "common/cryptohash.h"
#include "common/sha2.h"
}

namespace harmony::postgres {

class sha256 {
 public:
  sha256() : state_(guarded([] { return pg_cryptohash_create(PG_SHA256); })) {
    if (state_ == nullptr) throw std::bad_alloc();
    try {
      check(pg_cryptohash_init(state_));
    } catch (...) {
      pg_cryptohash_free(state_);
      throw;
    }
  }
  ~sha256() { pg_cryptohash_free(state_); }
  sha256(const sha256 &) = delete;
  sha256 &operator=(const sha256 &) = delete;

  void add(std::string_view bytes) {
    check(pg_cryptohash_update(state_, reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
  }
  std::vector<unsigned char> finish() {
    std::vector<unsigned char> digest(PG_SHA256_DIGEST_LENGTH);
    check(pg_cryptohash_final(state_, digest.data(), digest.size()));
    return digest;
  }

 private:
  // Memory is all that it may lack.
  static void check(int result) {
    if (result < 0) throw std::bad_alloc();
  }

  pg_cryptohash_ctx *state_;
};

}  // namespace harmony::postgres
