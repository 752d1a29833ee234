# Which file may include which. The first file is src/core/order.
function reject(what) { print FILENAME ":" FNR ": layers: " what }
FILENAME ~ /core\/order$/ {
  sub(/#.*/, "")
  if (NF == 0) next
  for (i = 2; i <= NF; i++) {
    if (!($i in wings)) reject($1 " may include " $i ", which does not stand above it")
    allowed[$1, $i] = 1
  }
  wings[$1] = 1
  allowed[$1, $1] = 1
  next
}
FNR == 1 {
  split(FILENAME, part, "/")
  layer = part[1] == "test" ? "test" : part[2]
  wing = layer == "core" ? part[3] : ""
  if (layer == "core" && !(wing in wings)) reject("wing " wing " is not in src/core/order")
}
/^#include </ {
  header = $2
  gsub(/[<>]/, "", header)
  if (layer != "core" && layer != "functions") next
  if (header ~ /^[a-z_]+$/ || header == "immintrin.h") next
  if (layer == "core" && (header ~ /^(Eigen|boost|nlohmann|openssl)\// || header ~ /^(sodium|crypt)\.h$/)) next
  reject("<" header "> in " layer ": the standard library" \
    (layer == "core" ? ", Eigen, Boost, nlohmann/json, libsodium, libcrypt and libcrypto" : "") " alone")
}
/^#include "/ {
  header = $2
  gsub(/"/, "", header)
  split(header, part, "/")
  to = part[1]
  if (layer == "core") {
    if (to != "core") reject("\"" header "\" in the core")
    else if (!((wing, part[2]) in allowed)) reject("wing " wing " includes " part[2] "; see src/core/order")
  }
  else if (layer == "postgres") {  # and whatever header the server has
    if (header !~ /^(core\/base|postgres)\// && header !~ /\.h$/) reject("\"" header "\" in src/postgres: of the core it knows base alone")
  }
  else if (layer == "functions" && to !~ /^(core|postgres|functions)$/) reject("\"" header "\" in a shell: it goes through src/postgres")
  else if (layer == "worker" && to !~ /^(core|worker)$/) reject("\"" header "\" in the companion process")
  else if (FILENAME ~ /^test\/unit\/worker\// && to == "worker") next
  else if (layer == "test" && to ~ /^(postgres|functions|worker)$/) reject("\"" header "\" in a test of the core")
}
