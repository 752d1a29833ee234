#include "worker/private_address.hpp"

#include <cstdint>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace harmony::worker {

namespace {

struct address_block {
  std::uint32_t network;
  int bits;
};

constexpr address_block special_v4[] = {
    {0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},  {0xa9fe0000, 16},
    {0xac100000, 12}, {0xc0000000, 24}, {0xc0000200, 24}, {0xc0586300, 24}, {0xc0a80000, 16},
    {0xc6120000, 15}, {0xc6336400, 24}, {0xcb007100, 24}, {0xe0000000, 3},
};

bool is_private_v4(std::uint32_t address) {
  for (const address_block &special : special_v4)
    if ((address ^ special.network) >> (32 - special.bits) == 0) return true;
  return false;
}

std::uint32_t v4_at(const unsigned char *bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

bool is_private_v6(const unsigned char *a) {
  static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  static const unsigned char nat64[12] = {0, 0x64, 0xff, 0x9b};
  if (std::memcmp(a, mapped, 12) == 0 || std::memcmp(a, nat64, 12) == 0) return is_private_v4(v4_at(a + 12));
  if (a[0] == 0x20 && a[1] == 0x02) return is_private_v4(v4_at(a + 2));  // 6to4
  // Only 2000::/3 is public; in it not 2001::/23 (protocols, Teredo) and 2001:db8::/32 (documentation).
  return (a[0] & 0xe0) != 0x20 || (a[0] == 0x20 && a[1] == 0x01 && (a[2] < 2 || (a[2] == 0x0d && a[3] == 0xb8)));
}

}  // namespace

bool is_private(const sockaddr &address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    return is_private_v6(v6.sin6_addr.s6_addr);
  }
  return true;
}

}  // namespace harmony::worker
