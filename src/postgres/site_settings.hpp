// The settings of the extension, harmony.*: what superusers say about this site.
#pragma once

namespace harmony::postgres::site {

extern char *jwt_key_file;
extern char *s3_credentials_file;
extern char *seal_key_file;
extern char *artifact_directory;
extern int password_memory;  // kB
extern int password_passes;

/// Bounds of the last two; core/crypto/password.hpp has them, which this layer does not see: the shell compares.
inline constexpr int least_password_memory = 8192, most_password_memory = 262144, most_password_passes = 10;

/// Defines them; called once, when the library is loaded.
void define_settings();

}  // namespace harmony::postgres::site
