#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/value/timestamp.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace timestamp_test {

using outlay::epoch_timestamp;
using outlay::iso_timestamp;
using outlay::detail::rfc3339_status;

constexpr std::int64_t year_0 = -62'167'219'200'000;
constexpr std::int64_t year_10000 = 253'402'300'800'000;

rc::Gen<std::int64_t> writable_milliseconds() { return rc::gen::inRange(year_0, year_10000); }

/// Whether the text matches the form, where 0 is any digit, and a capital letter matches both cases.
bool has_form(std::string_view text, std::string_view form)
{
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        bool const small = form[i] >= 'A' && text[i] == form[i] - 'A' + 'a';
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i] && !small) return false;
    }
    return true;
}

/// An independent reader of RFC 3339: character by character, with Hinnant's calendar and durations.
std::optional<std::int64_t> read_independently(std::string const& text)
{
    auto const number = [](std::string const& from, std::size_t at, std::size_t size) {
        return std::stoi(from.substr(at, size));
    };
    if (!has_form(text.substr(0, 19), "0000-00-00T00:00:00")) return std::nullopt;
    date::year_month_day const day = date::year{number(text, 0, 4)} / number(text, 5, 2) / number(text, 8, 2);
    int const hour = number(text, 11, 2), minute = number(text, 14, 2), second = number(text, 17, 2);
    if (!day.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    auto time = date::sys_seconds(date::sys_days(day)) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                std::chrono::seconds(second);

    std::string zone = text.substr(19);
    std::string fraction;
    if (zone.starts_with('.')) {
        fraction = zone.substr(1, zone.find_first_not_of("0123456789", 1) - 1);
        if (fraction.empty()) return std::nullopt;
        zone.erase(0, 1 + fraction.size());
    }
    if (has_form(zone, "+00:00") || has_form(zone, "-00:00")) {
        int const hours = number(zone, 1, 2), minutes = number(zone, 4, 2);
        if (hours > 23 || minutes > 59) return std::nullopt;
        auto const offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
        time -= zone[0] == '+' ? offset : -offset;
    } else if (!has_form(zone, "Z")) {
        return std::nullopt;
    }

    if (second == 60 && time != date::floor<date::days>(time)) return std::nullopt;
    auto const ms = std::int64_t{time.time_since_epoch().count()} * 1000 + number(fraction + "000", 0, 3);
    if (ms < year_0 || ms >= year_10000) return std::nullopt;
    return ms;
}

std::optional<std::int64_t> read(std::string_view text)
{
    auto const time = iso_timestamp::try_parse(text);
    if (!time) return std::nullopt;
    return time->milliseconds();
}

TEST(iso_timestamp, reads_and_writes_every_day_of_ten_thousand_years)
{
    // A day and almost a thousandth of one, so that every field takes many values.
    for (std::int64_t ms = year_0; ms < year_10000; ms += 86'486'399) {
        auto const time = iso_timestamp::from_milliseconds(ms);
        auto const text = time.to_string();
        ASSERT_EQ(iso_timestamp::try_parse(text), time) << text;
        ASSERT_EQ(text.substr(0, 10), outlay::to_string(time.day()));
    }
}

RC_GTEST_PROP(iso_timestamp, reads_what_it_writes, ())
{
    auto const time = iso_timestamp::from_milliseconds(*writable_milliseconds());
    RC_ASSERT(iso_timestamp::try_parse(time.to_string()) == time);
    RC_ASSERT(read_independently(time.to_string()) == time.milliseconds());
}

RC_GTEST_PROP(iso_timestamp, writes_as_date_does, ())
{
    auto const time = iso_timestamp::from_milliseconds(*writable_milliseconds());
    auto text = date::format("%FT%TZ", time.time());
    if (text.ends_with(".000Z")) text.replace(text.size() - 5, 5, "Z");
    RC_ASSERT(time.to_string() == text);
}

RC_GTEST_PROP(iso_timestamp, writes_any_number_in_the_buffer_and_no_two_the_same, (std::int64_t ms, std::int64_t other))
{
    char text[outlay::detail::longest_rfc3339 + 1];
    text[outlay::detail::longest_rfc3339] = '#';
    auto const end = outlay::detail::write_rfc3339(text, ms);
    RC_ASSERT(end <= text + outlay::detail::longest_rfc3339);
    RC_ASSERT(text[outlay::detail::longest_rfc3339] == '#');
    RC_ASSERT((iso_timestamp::from_milliseconds(other).to_string() == std::string(text, end)) == (ms == other));
}

/// A text as RFC 3339 allows it, often at the edge of a field, or with an offset, fraction or leap second.
std::string any_rfc3339()
{
    auto const two_digits = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    auto const field = [&](int most) {
        return two_digits(*rc::gen::oneOf(rc::gen::elementOf(std::vector<int>{0, 1, most - 1, most, most + 1}),
                                          rc::gen::inRange(0, most + 1)));
    };
    auto text = *rc::gen::elementOf(std::vector<std::string>{"0000", "0001", "1900", "2000", "2023", "2024", "9999"});
    text += '-' + field(12) + '-' + field(*rc::gen::elementOf(std::vector<int>{28, 29, 30, 31}));
    text += *rc::gen::elementOf(std::string("TTTt")) + field(23) + ':' + field(59) + ':' + field(59);
    auto const digits = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789")));
    if (*rc::gen::arbitrary<bool>()) text += '.' + digits.substr(0, 12);
    if (*rc::gen::arbitrary<bool>()) return text + *rc::gen::elementOf(std::string("ZZZz"));
    return text + *rc::gen::elementOf(std::string("+-")) + field(23) + ':' + field(59);
}

RC_GTEST_PROP(iso_timestamp, agrees_with_an_independent_reader, ())
{
    auto const text = any_rfc3339();
    RC_ASSERT(read(text) == read_independently(text));
}

RC_GTEST_PROP(iso_timestamp, agrees_with_it_on_damaged_text, ())
{
    auto text = *rc::gen::arbitrary<bool>() ? any_rfc3339() : std::string("2022-01-05T02:45:32.486Z");
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    auto const c = *rc::gen::oneOf(rc::gen::elementOf(std::string("0123456789-:.+TZtz ")), rc::gen::arbitrary<char>());
    switch (*rc::gen::inRange(0, 3)) {
    case 0: text[at] = c; break;
    case 1: text.insert(at, 1, c); break;
    default: text.erase(at, 1); break;
    }
    RC_ASSERT(read(text) == read_independently(text));
}

TEST(iso_timestamp, takes_a_character_only_where_it_belongs)
{
    for (std::string const good : {"2022-01-05T02:45:32.486Z", "2022-01-05T02:45:32Z", "2022-01-05T02:45:32.4+02:00"})
        for (std::size_t at = 0; at < good.size(); ++at)
            for (int c = 0; c < 256; ++c) {
                std::string text = good;
                text[at] = static_cast<char>(c);
                ASSERT_EQ(read(text), read_independently(text)) << text;
            }
}

TEST(iso_timestamp, reads_no_character_beyond_its_text)
{
    // Each beginning in a buffer of its own size, for the address sanitizer.
    std::string const whole = "2022-01-05T02:45:32.486+02:00";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        std::vector<char> const part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        std::string_view const text(part.data(), size);
        EXPECT_EQ(read(text), read_independently(std::string(text)));
    }
}

RC_GTEST_PROP(iso_timestamp, agrees_with_it_on_random_text, (std::string const& text))
{
    RC_ASSERT(read(text) == read_independently(text));
}

RC_GTEST_PROP(iso_timestamp, reports_dropped_digits, ())
{
    auto const digits = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("0005"))));
    bool const drops = digits.size() > 3 && digits.find_first_not_of('0', 3) != std::string::npos;
    std::int64_t ms = 0;
    RC_ASSERT(outlay::detail::read_rfc3339("2022-01-05T02:45:32." + digits + 'Z', ms) ==
              (drops ? rfc3339_status::truncated : rfc3339_status::exact));
}

TEST(iso_timestamp, reports_the_reason_of_a_rejection)
{
    EXPECT_EQ(iso_timestamp::parse("1970-01-01T00:00:01Z")->milliseconds(), 1000);
    auto const refused = iso_timestamp::parse("2022-01-05");
    ASSERT_TRUE(refused.has_error());
    auto const why = refused.error();
    EXPECT_EQ(why.kind(), outlay::error_kind::invalid);
    EXPECT_EQ(why.report()[0].code, "timestamp");
    EXPECT_EQ(why.message(), "expected a time such as 2022-01-05T02:45:32Z, found \"2022-01-05\"");
}

RC_GTEST_PROP(epoch_timestamp, reads_any_integer, (std::int64_t ms))
{
    RC_ASSERT(epoch_timestamp::try_parse(std::to_string(ms)) == epoch_timestamp::from_milliseconds(ms));
}

RC_GTEST_PROP(epoch_timestamp, reads_nothing_else, ())
{
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-+.e ")));
    // strtoll skips blanks and saturates: such a number does not print as its text.
    bool const is_integer = text == "-0" || text == std::to_string(std::strtoll(text.c_str(), nullptr, 10));
    RC_ASSERT(epoch_timestamp::try_parse(text).has_value() == is_integer);
}

TEST(epoch_timestamp, reports_the_reason_of_a_rejection)
{
    EXPECT_EQ(epoch_timestamp::parse("-1")->milliseconds(), -1);
    auto const refused = epoch_timestamp::parse("1.5");
    ASSERT_TRUE(refused.has_error());
    auto const why = refused.error();
    EXPECT_EQ(why.report()[0].code, "timestamp");
    EXPECT_EQ(why.message(), "expected milliseconds since 1970, such as 1641350732486, found \"1.5\"");
}

RC_GTEST_PROP(epoch_timestamp, has_the_day_and_time_of_date_where_date_has_one, ())
{
    auto const time = epoch_timestamp::from_milliseconds(*writable_milliseconds());
    RC_ASSERT(time.day() == date::year_month_day(date::floor<date::days>(time.time())));
    RC_ASSERT(epoch_timestamp(time.time()) == time);
}

RC_GTEST_PROP(epoch_timestamp, is_the_same_instant_as_an_iso_timestamp, (std::int64_t ms, std::int64_t other))
{
    auto const time = epoch_timestamp::from_milliseconds(ms);
    RC_ASSERT(epoch_timestamp(iso_timestamp(time)) == time);
    RC_ASSERT(iso_timestamp(time).to_string() == time.to_string());
    RC_ASSERT((time <=> epoch_timestamp::from_milliseconds(other)) == (ms <=> other));
    RC_ASSERT(time.day().ok());
}

TEST(timestamps, print_and_hash)
{
    std::ostringstream out;
    out << iso_timestamp::from_milliseconds(1724182784486) << ' ' << epoch_timestamp::from_milliseconds(1724182784000);
    EXPECT_EQ(out.str(), "2024-08-20T19:39:44.486Z 2024-08-20T19:39:44Z");

    EXPECT_TRUE(std::unordered_set<iso_timestamp>({iso_timestamp()}).contains(iso_timestamp::from_milliseconds(0)));
    EXPECT_TRUE(
        std::unordered_set<epoch_timestamp>({epoch_timestamp()}).contains(epoch_timestamp::from_milliseconds(0)));
}

TEST(iso_timestamp, refuses_fields_beyond_their_range)
{
    for (char const* const text : {"2024-13-05T00:00:00.000Z", "2024-00-05T00:00:00.000Z", "2023-02-29T00:00:00.000Z",
                                   "2024-04-31T00:00:00.000Z", "2024-04-00T00:00:00.000Z", "2024-05-05T24:00:00.000Z",
                                   "2024-05-05T00:60:00.000Z", "2024-05-05T00:00:60.000Z", "2024-05-05T00:00:61.000Z"})
        EXPECT_FALSE(iso_timestamp::try_parse(text)) << text;
    EXPECT_TRUE(iso_timestamp::try_parse("2024-12-31T23:59:60.000Z")); // a leap second
    // Years before 0 and after 9999 of UTC.
    EXPECT_FALSE(iso_timestamp::try_parse("0000-01-01T00:00:00+00:01"));
    EXPECT_TRUE(iso_timestamp::try_parse("0000-01-01T00:01:00+00:01"));
    EXPECT_FALSE(iso_timestamp::try_parse("9999-12-31T23:59:00-00:01"));
    EXPECT_TRUE(iso_timestamp::try_parse("9999-12-31T23:58:59-00:01"));
    for (char const* const text : {"2024-13-05", "2024-13-01", "2024-00-01", "2023-02-29", "2024-04-31"})
        EXPECT_EQ(outlay::detail::read_date(text).day, 0) << text;
    EXPECT_EQ(outlay::detail::read_date("2024-12-31").day, 31);
}

TEST(timestamps, print_whole_hours_and_minutes)
{
    constexpr std::int64_t minute = 60'000;
    EXPECT_EQ(iso_timestamp::from_milliseconds(23 * 60 * minute).to_string(), "1970-01-01T23:00:00Z");
    EXPECT_EQ(iso_timestamp::from_milliseconds((23 * 60 + 59) * minute).to_string(), "1970-01-01T23:59:00Z");
}

TEST(timestamps, are_made_from_now)
{
    auto const before = std::chrono::system_clock::now();
    iso_timestamp const now(before);
    EXPECT_LE(now.time(), before);
    EXPECT_GT(now.time() + std::chrono::milliseconds(1), before);
}

} // namespace timestamp_test
