#include "any_value.hpp"
#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/hubspot.hpp>
#include <outlay/model/forms.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// What validate passes can be sent, and what is sent can be read: for every type, if validate(x) finds nothing, then
// decode(outlay::encode(x)) is x; and if decode succeeds, encode loses nothing of what was read.

namespace round_trip_test {

using outlay::tag_invoke; // for boost::json::value_from

namespace ads = outlay::amazon;
namespace dd = outlay::datadog;
namespace hs = outlay::hubspot;

BOOST_DEFINE_ENUM_CLASS(colour, red, green, dark_blue)

/// A type with a codec that does not take everything.
struct percent {
    int value{};
    friend bool operator==(percent, percent) = default;
};

struct part {
    std::string name{};
    std::optional<double> ratio{};
    outlay::extras extras{};
    friend bool operator==(part const&, part const&) = default;
};
BOOST_DESCRIBE_STRUCT(part, (), (name, ratio, extras))

/// A member of each kind.
struct everything {
    bool flag{};
    std::int8_t small{};
    std::uint64_t large{};
    float narrow{};
    double wide{};
    outlay::decimal exact{};
    std::string text{};
    outlay::identifier<struct thing_tag> id{};
    outlay::secret key{};
    colour closed{};
    outlay::open_enum<colour> open{};
    outlay::currency code{};
    date::year_month_day day{};
    outlay::month month{};
    outlay::iso_timestamp iso{};
    outlay::epoch_timestamp epoch{};
    outlay::detail::sys_milliseconds time{};
    outlay::nullable<part> perhaps{};
    std::optional<std::vector<part>> parts{};
    std::deque<std::optional<colour>> colours{};
    std::list<outlay::currency> codes{};
    std::array<double, 2> pair{};
    std::set<std::string> names{};
    std::map<std::string, double> by_name{};
    std::map<colour, part> by_colour{};
    std::map<date::year_month_day, std::vector<float>> by_day{};
    std::tuple<std::string, double> both{};
    std::variant<std::int64_t, double, date::year_month_day, std::string, part> one{};
    percent share{};
    outlay::decimal micros{};
    double in_text{};
    outlay::extras extras{};
    friend bool operator==(everything const&, everything const&) = default;
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (flag, small, large, narrow, wide, exact, text, id, key, closed, open, code, day, month, iso,
                       epoch, time, perhaps, parts, colours, codes, pair, names, by_name, by_colour, by_day, both, one,
                       share, micros, in_text, extras))

/// A member of each kind that leaves a trace: it may be absent, and its value does not say so.
struct traced {
    std::string text{"usual"};
    int number{7};
    part object{};
    std::vector<int> list{};
    std::map<std::string, int> map{};
    std::optional<int> perhaps{};
    outlay::extras extras{};
    friend bool operator==(traced const&, traced const&) = default;
};
BOOST_DESCRIBE_STRUCT(traced, (), (text, number, object, list, map, perhaps, extras))

} // namespace round_trip_test

namespace outlay {

template<>
struct codec<round_trip_test::percent> {
    using wire = int;
    static result<round_trip_test::percent> from_wire(wire const& n)
    {
        if (n < 0 || n > 100) return error(error_kind::invalid, "percent", "expected 0 to 100");
        return round_trip_test::percent{n};
    }
    static wire to_wire(round_trip_test::percent const& p) { return p.value; }
};

template<std::same_as<round_trip_test::everything> T>
struct model<T> {
    static constexpr auto members = std::tuple{
        form<&T::micros, forms::micros>(),
        form<&T::in_text, forms::text>(),
    };
};

template<std::same_as<round_trip_test::traced> T>
struct model<T> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::text>(presence::optional),   member<&T::number>(presence::optional),
        member<&T::object>(presence::optional), member<&T::list>(presence::optional),
        member<&T::map>(presence::optional),
    };
};

} // namespace outlay

namespace round_trip_test {

/// Of many values, how many validate() found nothing in; each of these must come back as it was.
template<class T>
std::size_t send_and_read(std::size_t values, std::size_t odd_in)
{
    std::size_t passed = 0;
    for (std::uint64_t seed = 0; seed < values; ++seed) {
        T const value = any_value::maker(seed, odd_in).make<T>();
        outlay::report const found = outlay::validate(value);
        EXPECT_EQ(outlay::valid(value), found.empty()) << "seed " << seed << '\n' << found << outlay::encode(value);
        if (!found.empty() || !found.notices().empty()) continue;
        ++passed;
        std::string const text = outlay::encode(value);
        auto const read = outlay::inspect<T>(text);
        EXPECT_TRUE(read.ok()) << "seed " << seed << '\n' << read.report << text;
        EXPECT_TRUE(read.value == value) << "seed " << seed << '\n' << text << '\n' << outlay::encode(read.value);
        if (testing::Test::HasFailure()) break;
    }
    return passed;
}

/// Makes a text into what vendors make of it: lists without items, null, unknown fields, members that are left out.
void disturb(boost::json::value& json, any_value::maker& random)
{
    if (auto* const array = json.if_array())
        for (auto& item : *array) disturb(item, random);
    auto* const object = json.if_object();
    if (object == nullptr) return;
    for (auto& member : *object) {
        disturb(member.value(), random);
        constexpr std::size_t one_in = 12;
        switch (random.below(one_in)) {
        case 0: member.value() = nullptr; break;
        case 1: member.value() = boost::json::array(); break;
        case 2: member.value() = boost::json::object(); break;
        case 3: member.value() = ""; break;
        default: break;
        }
    }
    if (!object->empty() && random.below(4) == 0) object->erase(object->begin());
    if (random.below(4) == 0) (*object)["news"] = boost::json::parse(random.any_json());
}

/// Whether two values are the same, however their numbers are written.
bool same(boost::json::value const& a, boost::json::value const& b)
{
    if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
    if (a.is_array() && b.is_array())
        return std::equal(a.get_array().begin(), a.get_array().end(), b.get_array().begin(), b.get_array().end(), same);
    if (!a.is_object() || !b.is_object()) return a == b;
    auto const is_in_b = [&b](auto const& member) {
        auto const* const other = b.get_object().if_contains(member.key());
        return other != nullptr && same(member.value(), *other);
    };
    return a.get_object().size() == b.get_object().size() &&
           std::all_of(a.get_object().begin(), a.get_object().end(), is_in_b);
}

/// Whether a notice says that a value has another form now: what it means is the same.
bool is_of_form(outlay::violation const& notice)
{
    for (std::string_view const code : {"alias", "id_as_number", "duplicate", "decimal_inexact", "timestamp_inexact"})
        if (notice.code == code) return true;
    return false;
}

/// Of many texts, how many were read without a violation; each of these must be written as it was.
template<class T>
std::size_t read_and_write(std::size_t texts)
{
    std::size_t read = 0;
    for (std::uint64_t seed = 0; seed < texts; ++seed) {
        constexpr std::size_t never = 1'000'000'000;
        any_value::maker random(seed, never);
        boost::json::value json = boost::json::parse(outlay::encode(random.make<T>()));
        disturb(json, random);
        std::string const text = serialize(json);
        auto const seen = outlay::inspect<T>(text);
        bool const has_form = std::any_of(seen.report.notices().begin(), seen.report.notices().end(), is_of_form);
        if (!seen.ok() || has_form) continue;
        ++read;
        std::string const written = outlay::encode(seen.value);
        EXPECT_TRUE(same(boost::json::parse(written), json)) << "seed " << seed << '\n' << text << '\n' << written;
        EXPECT_TRUE(same(boost::json::value_from(seen.value), json)) << "seed " << seed << '\n' << text;
        if (testing::Test::HasFailure()) break;
    }
    return read;
}

TEST(round_trip, of_what_validate_passes_is_exact_for_every_kind_of_member)
{
    EXPECT_GT(send_and_read<everything>(3'000, 1'000), 500u);
    EXPECT_GT(send_and_read<everything>(3'000, 40), 100u);
    EXPECT_GT(send_and_read<traced>(1'000, 4), 100u);
}

TEST(round_trip, of_what_was_read_is_exact_for_every_kind_of_member) { EXPECT_GT(read_and_write<traced>(5'000), 500u); }

template<class T>
class sent : public testing::Test {};
using sent_types =
    testing::Types<ads::campaign_usage_request, ads::portfolio_usage_request, ads::create_portfolios_request,
                   ads::update_portfolios_request, ads::list_portfolios_request, ads::portfolio_budget,
                   hs::budget_item_input, ads::campaign_usage_reply, ads::portfolio_usage_reply,
                   ads::portfolio_write_reply, ads::portfolio_list_reply, ads::api_error, hs::budget_totals,
                   hs::api_error, dd::budget_document, dd::budget_list_document, dd::budget_validation_document,
                   dd::api_errors>;
TYPED_TEST_SUITE(sent, sent_types);

TYPED_TEST(sent, is_read_as_what_it_was_if_validate_finds_nothing)
{
    EXPECT_GT(send_and_read<TypeParam>(2'000, 200), 0u);
}

TEST(sent, budgets_of_datadog_are_read_as_what_they_were_if_validate_finds_nothing)
{
    EXPECT_GT(send_and_read<dd::tag_filter>(1'000, 20), 100u);
    EXPECT_GT(send_and_read<dd::costs_unit>(1'000, 20), 100u);
    send_and_read<dd::upsert_budget_request>(2'000, 1'000); // most break a rule
}

template<class T>
class received : public testing::Test {};
using received_types =
    testing::Types<ads::campaign_usage_reply, ads::portfolio_usage_reply, ads::portfolio_write_reply,
                   ads::portfolio_list_reply, ads::api_error, hs::budget_totals, hs::api_error, dd::budget_document,
                   dd::budget_list_document, dd::budget_validation_document, dd::api_errors>;
TYPED_TEST_SUITE(received, received_types);

TYPED_TEST(received, is_written_as_it_was_read) { EXPECT_GT(read_and_write<TypeParam>(3'000), 20u); }

} // namespace round_trip_test
