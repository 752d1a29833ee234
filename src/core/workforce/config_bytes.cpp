#include "core/workforce/config_bytes.hpp"

#include "core/base/portable_serialization.hpp"

#include <sodium.h>

#include <string>

namespace harmony::workforce {
namespace {

constexpr unsigned config_layout = 1;

template <class Numbers>
void put_numbers(portable_writer &to, const Numbers &numbers) {
  for (const auto &entry : fields_of(numbers).fields) to.put(numbers.*entry.member);
}

template <class Numbers>
void get_numbers(portable_reader &from, Numbers &numbers) {
  for (const auto &entry : fields_of(numbers).fields) numbers.*entry.member = from.number();
}

role get_role(portable_reader &from) {
  role out;
  out.name = from.text();
  out.count = from.number();
  out.salary = from.number();
  const std::size_t n = from.count();
  if (n > largest_tasks) from.reject("It has too many tasks.");
  for (std::size_t k = 0; k < n; ++k) {
    task part;
    part.name = from.text();
    const std::uint64_t automatable = from.get(1);
    if (automatable > 1) from.reject("A task is neither automatable nor not.");
    part.automatable = automatable == 1;
    part.skill = from.number();
    part.time = from.number();
    out.tasks.push_back(std::move(part));
  }
  return out;
}

}  // namespace

void serialize(const config &asked, std::vector<unsigned char> &out) {
  portable_writer to(out);
  to.put(config_layout, 1);
  to.put(static_cast<std::uint64_t>(asked.model), 1);
  to.put(static_cast<std::uint64_t>(asked.policy), 1);
  put_numbers(to, asked.numbers);
  put_numbers(to, asked.money);
  to.put(asked.seed, 8);
  to.put_text(asked.target.metric);
  to.put_text(asked.target.role);
  to.put(asked.target.width);
  to.put_text(asked.company);
  to.put_count(asked.roles.size());
  for (const role &each : asked.roles) {
    to.put_text(each.name);
    to.put(each.count);
    to.put(each.salary);
    to.put_count(each.tasks.size());
    for (const task &part : each.tasks) {
      to.put_text(part.name);
      to.put(part.automatable ? 1 : 0, 1);
      to.put(part.skill);
      to.put(part.time);
    }
  }
}

config deserialize_config(const unsigned char *bytes, std::size_t size, const limits &most) {
  portable_reader from(bytes, size, "workforce configuration");
  config out;
  if (from.get(1) != config_layout) from.reject("Its layout is not known.");
  const std::uint64_t model = from.get(1), policy = from.get(1);
  if (model >= model_names.size() || policy >= policy_names.size()) from.reject("Its model or policy is not known.");
  out.model = static_cast<model_kind>(model);
  out.policy = static_cast<policy_kind>(policy);
  get_numbers(from, out.numbers);
  get_numbers(from, out.money);
  out.seed = from.get(8);
  out.target.metric = from.text();
  out.target.role = from.text();
  out.target.width = from.number();
  out.company = from.text();
  const std::size_t n = from.count();
  if (n > largest_roles) from.reject("It has too many roles.");
  for (std::size_t k = 0; k < n; ++k) out.roles.push_back(get_role(from));
  if (from.left() != 0) from.reject("It is too long.");
  check(out, most);
  return out;
}

config_digest digest_of(const config &asked) {
  std::vector<unsigned char> bytes;
  serialize(asked, bytes);
  const std::string version = model_version;
  bytes.insert(bytes.end(), version.begin(), version.end());
  config_digest digest;
  crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
  return digest;
}

}  // namespace harmony::workforce
