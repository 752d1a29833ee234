#include "postgres/site_settings.hpp"

#include "postgres/settings.hpp"

namespace harmony::postgres::site {

char *jwt_key_file = nullptr;
char *s3_credentials_file = nullptr;
char *seal_key_file = nullptr;
char *artifact_directory = nullptr;
int password_memory = 19456;
int password_passes = 2;

void define_settings() {
  constexpr int file_flags = GUC_SUPERUSER_ONLY | GUC_NOT_IN_SAMPLE;
  DefineCustomStringVariable("harmony.jwt_key_file", "File of the keys that sign and verify tokens.",
                             "One line of at least 32 bytes, or a JWK set. Others may not read it.", &jwt_key_file, "",
                             PGC_SUSET, file_flags, nullptr, nullptr, nullptr);
  DefineCustomStringVariable("harmony.s3_credentials_file", "File of the credentials that sign links to objects of S3.",
                             "A JSON object. Others may not read it.", &s3_credentials_file, "", PGC_SUSET, file_flags,
                             nullptr, nullptr, nullptr);
  DefineCustomStringVariable("harmony.seal_key_file", "File of the keys that seal what is kept secret in tables.",
                             "A JSON object. Others may not read it.", &seal_key_file, "", PGC_SUSET, file_flags,
                             nullptr, nullptr, nullptr);
  DefineCustomStringVariable("harmony.artifact_directory", "Folder below which artifacts of runs may be read.",
                             "Empty: none may be.", &artifact_directory, "", PGC_SUSET, file_flags, nullptr, nullptr,
                             nullptr);
  DefineCustomIntVariable("harmony.password_memory", "Memory that hashing a new password takes.", nullptr,
                          &password_memory, password_memory, least_password_memory, most_password_memory, PGC_SUSET,
                          GUC_UNIT_KB, nullptr, nullptr, nullptr);
  DefineCustomIntVariable("harmony.password_passes", "Passes over its memory that hashing a new password makes.",
                          nullptr, &password_passes, password_passes, 1, most_password_passes, PGC_SUSET, 0, nullptr,
                          nullptr, nullptr);
  MarkGUCPrefixReserved("harmony");
}

}  // namespace harmony::postgres::site
