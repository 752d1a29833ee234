// The first bcrypt hash is one of the tests of crypt_blowfish 1.3; others are made here, or malformed by hand.
#include "core/crypto/password.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace harmony::crypto {
namespace {

constexpr password_cost low{8192, 1};

TEST(password, a_new_hash_verifies) {
  const std::string hash = hash_password("correct horse", low);
  EXPECT_EQ(hash.substr(0, 30), "$argon2id$v=19$m=8192,t=1,p=1$");
  EXPECT_NE(hash, hash_password("correct horse", low));
  EXPECT_TRUE(verify_password("correct horse", hash));
  EXPECT_FALSE(verify_password("correct horse ", hash));
  EXPECT_FALSE(verify_password("", hash));
}

TEST(password, length_is_bounded) {
  const std::string longest(longest_password, 'x');
  EXPECT_TRUE(verify_password(longest, hash_password(longest, low)));
  EXPECT_THROW(hash_password(longest + "x", low), error);
  EXPECT_FALSE(verify_password(longest + "x", hash_password(longest, low)));
}

TEST(password, bcrypt) {
  const std::string rest = "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
  for (const char *kind : {"$2a$", "$2b$", "$2y$"}) EXPECT_TRUE(verify_password("U*U", kind + rest)) << kind;
  EXPECT_FALSE(verify_password("U*U*", "$2b$" + rest));
  EXPECT_FALSE(verify_password("U*U", "$2x$" + rest));
  EXPECT_TRUE(password_needs_rehash("$2b$" + rest, low));
  EXPECT_TRUE(password_needs_rehash("$2b$14" + rest.substr(2), low));
  EXPECT_FALSE(password_needs_rehash("$2b$15" + rest.substr(2), low)) << "is never computed";
  EXPECT_FALSE(password_needs_rehash("$2b$03" + rest.substr(2), low));
  // by bcryptjs
  const std::string of_72 = "$2b$04$SP4.wE3FJLY4gkeFr21LP.gSekJ4/5tYyXGrnzCqvz0HEHwrox.Y2";
  EXPECT_TRUE(verify_password(std::string(72, 'y'), of_72));
  EXPECT_FALSE(verify_password(std::string(73, 'y'), of_72)) << "bcrypt looks at 72 bytes";
}

TEST(password, what_is_never_computed) {
  const std::string made = hash_password("x", low), tail = made.substr(made.find("p=1") + 3);
  EXPECT_TRUE(verify_password("x", "$argon2id$v=19$m=8192,t=1,p=1" + tail));
  for (const char *head :
       {"$argon2id$v=19$m=262145,t=1,p=1", "$argon2id$v=19$m=8192,t=11,p=1", "$argon2id$v=19$m=8192,t=1,p=1025",
        "$argon2id$v=16$m=8192,t=1,p=1", "$argon2id$v=19$m=08192,t=1,p=1", "$argon2id$v=19$m=+8192,t=1,p=1",
        "$argon2id$v=19$m=8192,t=0,p=1", "$argon2id$v=19$m=8192,t=1,p=0", "$argon2id$v=19$t=1,m=8192,p=1",
        "$argon2d$v=19$m=8192,t=1,p=1", "argon2id$v=19$m=8192,t=1,p=1",
        "$argon2id$v=19$m=99999999999999999999999999999999,t=1,p=1"}) {
    EXPECT_FALSE(verify_password("x", head + tail)) << head;
    EXPECT_FALSE(password_needs_rehash(head + tail, {most_password_memory, most_password_passes})) << head;
  }
  EXPECT_FALSE(verify_password("x", made + "$"));
  EXPECT_FALSE(verify_password("U*U", "$2b$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"));
}

TEST(password, needs_rehash) {
  const std::string hash = hash_password("x", {8192, 2});
  EXPECT_FALSE(password_needs_rehash(hash, {8192, 2}));
  EXPECT_TRUE(password_needs_rehash(hash, {8193, 2}));
  EXPECT_TRUE(password_needs_rehash(hash, {8192, 3}));
  EXPECT_FALSE(password_needs_rehash("", low));
}

}  // namespace
}  // namespace harmony::crypto
