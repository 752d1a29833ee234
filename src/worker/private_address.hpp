// Which addresses of the network a webhook may not reach.
#pragma once

struct sockaddr;

namespace harmony::worker {

/// Whether an address is none of the public internet: loopback, private, link-local, carrier-grade NAT, documentation,
/// multicast, reserved, and IPv6 forms of such IPv4 addresses (mapped, NAT64, 6to4); also what is neither IPv4 nor
/// IPv6. IANA's registries of special-purpose addresses (RFC 6890).
bool is_private(const sockaddr &address);

}  // namespace harmony::worker
