#include "core/import/time_text.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "core/base/error.hpp"

namespace harmony::import {
namespace {

// Days from 2000-01-01 to a date of the Gregorian calendar (era of 400 years from 1 March).
std::int64_t days_of(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = y / 400, year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 730425;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct scanner {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || lower(rest.front()) != lower(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool take(std::string_view word) {
    if (rest.size() < word.size()) return false;
    for (std::size_t k = 0; k < word.size(); ++k)
      if (lower(rest[k]) != word[k]) return false;
    rest.remove_prefix(word.size());
    return true;
  }
  bool skip_spaces() {
    const std::size_t before = rest.size();
    while (take(' ')) {
    }
    return rest.size() < before;
  }
  bool number(std::size_t least, std::size_t most, int &value) {
    std::size_t n = 0;
    value = 0;
    while (n < most && n < rest.size() && is_digit(rest[n])) value = 10 * value + (rest[n++] - '0');
    rest.remove_prefix(n);
    return n >= least;
  }
};

struct reading {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0;
  int half = -1;  // 0 before noon, 1 after
  bool is_hour12 = false;
  std::optional<std::int32_t> ahead;

  std::optional<clock_reading> value() const {
    int h = hour;
    if (is_hour12) {
      if (h < 1 || h > 12) return {};
      h = h % 12 + 12 * half;
    }
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) || h > 23 || minute > 59 ||
        second > 59)
      return {};
    const std::int64_t seconds = days_of(year, month, day) * 86400 + h * 3600 + minute * 60 + second;
    return clock_reading{seconds * 1000000 + microsecond, ahead};
  }
};

bool read_offset(scanner &text, std::size_t least_digits, std::optional<std::int32_t> &ahead) {
  const bool is_behind = text.take('-');
  int hours = 0, minutes = 0;
  if ((!is_behind && !text.take('+')) || !text.number(least_digits, 2, hours)) return false;
  if (text.take(':') && !text.number(2, 2, minutes)) return false;
  if (hours > 15 || minutes > 59) return false;
  ahead = (is_behind ? -1 : 1) * (hours * 3600 + minutes * 60);
  return true;
}

bool read_zone(scanner &text, std::optional<std::int32_t> &ahead) {
  ahead = 0;
  if (text.take('z') || text.take("utc")) return true;
  if (!text.take("gmt")) return read_offset(text, 2, ahead);
  return text.rest.empty() || (text.rest.front() != '+' && text.rest.front() != '-') || read_offset(text, 1, ahead);
}

bool read_half(scanner &text, int &half) {
  if (text.take("am") || text.take("a.m.")) {
    half = 0;
    return true;
  }
  half = 1;
  return text.take("pm") || text.take("p.m.");
}

}  // namespace

time_format::time_format(std::string_view format) {
  struct name {
    std::string_view text;
    part what;
  };
  constexpr name names[] = {{"YYYY", part::year},   {"MM", part::month},    {"DD", part::day},
                            {"HH24", part::hour24}, {"HH12", part::hour12}, {"MI", part::minute},
                            {"SS", part::second},   {"AM", part::half},     {"TZ", part::zone}};
  std::array<int, 10> count{};
  const auto refuse = [](const char *why) {
    throw error(sqlstate::invalid_parameter_value, "time_format is not valid", why,
                "It is made of YYYY, MM, DD, HH24 or HH12 with AM, MI, SS and TZ.");
  };
  if (format.size() > 100) refuse("It is longer than 100 bytes.");
  while (!format.empty()) {
    const name *found = nullptr;
    for (const name &known : names)
      if (format.substr(0, known.text.size()) == known.text) found = &known;
    const char c = format.front();
    if (found == nullptr && c != 'T' && ((lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c)))
      refuse("It has letters or digits that are no part of a time.");
    elements_.push_back({found != nullptr ? found->what : part::literal, c});
    format.remove_prefix(found != nullptr ? found->text.size() : 1);
    if (found != nullptr && ++count[static_cast<std::size_t>(found->what)] > 1) refuse("It has a part twice.");
  }
  const auto has = [&](part what) { return count[static_cast<std::size_t>(what)] > 0; };
  if (!has(part::year) || !has(part::month) || !has(part::day)) refuse("It lacks YYYY, MM or DD.");
  if (has(part::hour24) && has(part::hour12)) refuse("It has both HH24 and HH12.");
  if (has(part::hour12) != has(part::half)) refuse("HH12 and AM go together.");
}

std::optional<clock_reading> time_format::read(std::string_view content) const {
  scanner text{content};
  reading read;
  for (const element &next : elements_) {
    bool fits = false;
    switch (next.what) {
      case part::literal:
        fits = next.literal == ' ' ? text.skip_spaces() : text.take(next.literal);
        break;
      case part::year:
        fits = text.number(4, 4, read.year);
        break;
      case part::month:
        fits = text.number(1, 2, read.month);
        break;
      case part::day:
        fits = text.number(1, 2, read.day);
        break;
      case part::hour24:
        fits = text.number(1, 2, read.hour);
        break;
      case part::hour12:
        fits = read.is_hour12 = text.number(1, 2, read.hour);
        break;
      case part::minute:
        fits = text.number(1, 2, read.minute);
        break;
      case part::second:
        fits = text.number(1, 2, read.second);
        break;
      case part::half:
        fits = read_half(text, read.half);
        break;
      case part::zone:
        fits = read_zone(text, read.ahead);
        break;
    }
    if (!fits) return {};
  }
  return text.rest.empty() ? read.value() : std::nullopt;
}

std::optional<clock_reading> read_iso_time(std::string_view content) {
  scanner text{content};
  reading read;
  if (!text.number(4, 4, read.year)) return {};
  const char separator = text.rest.empty() ? '-' : text.rest.front();
  if ((separator != '-' && separator != '/') || !text.take(separator) || !text.number(1, 2, read.month) ||
      !text.take(separator) || !text.number(1, 2, read.day))
    return {};
  if (text.rest.empty()) return read.value();
  if (!text.take('t') && !text.skip_spaces()) return {};
  if (!text.number(1, 2, read.hour) || !text.take(':') || !text.number(1, 2, read.minute)) return {};
  if (text.take(':')) {
    if (!text.number(1, 2, read.second)) return {};
    if (text.take('.')) {
      int digit = 0, weight = 100000;
      if (!text.number(1, 1, digit)) return {};
      do {
        read.microsecond += digit * weight;
        weight /= 10;
      } while (text.number(1, 1, digit));
    }
  }
  if (!text.rest.empty()) {
    text.skip_spaces();
    if (!read_zone(text, read.ahead)) return {};
  }
  return text.rest.empty() ? read.value() : std::nullopt;
}

}  // namespace harmony::import
