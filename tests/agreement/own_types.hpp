#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <ratio>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// Features of models that no vendor's type uses: for the same comparison.

namespace agreement {

using namespace outlay::literals;

BOOST_DEFINE_ENUM_CLASS(colour, red, green, blue)
BOOST_DEFINE_ENUM_CLASS(only, one)

/// A member of each type, with rules of each kind.
struct everything {
    std::uint8_t byte{};
    std::int32_t from_minus_five{};
    std::optional<std::uint64_t> over_two{};
    double ratio{};
    std::optional<float> narrow{};
    outlay::decimal exact{};
    outlay::decimal below_a_cent{};
    std::string code{};
    std::vector<std::string> distinct{};
    std::optional<std::vector<std::vector<std::int8_t>>> grid{};
    agreement::colour colour{};
    std::optional<agreement::only> only{};
    outlay::open_enum<agreement::colour> open{};
    std::optional<outlay::open_enum<agreement::colour>> known{};
    outlay::nullable<outlay::open_enum<agreement::only>> only_known{};
    outlay::month month{};
    outlay::time_of_day clock{};
    outlay::epoch_timestamp instant{};
    std::optional<outlay::iso_timestamp> seen{};
    outlay::secret key{};
    std::optional<outlay::money> price{};
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (byte, from_minus_five, over_two, ratio, narrow, exact, below_a_cent, code, distinct, grid,
                       colour, only, open, known, only_known, month, clock, instant, seen, key, price))

/// Members of each presence, and a recursive class.
struct presences {
    std::optional<std::string> may_be_absent{};
    std::optional<std::string> never_null{};
    outlay::nullable<std::string> three_states{};
    outlay::nullable<std::string> two_states{};
    std::string renamed{};
    std::vector<int> default_breaks_a_rule{};
    std::string default_keeps_rules{};
    std::vector<presences> children{};
    std::vector<std::optional<int>> with_nulls{};
    std::optional<outlay::identifier<struct short_tag>> short_id{};
    outlay::extras rest{};
};
BOOST_DESCRIBE_STRUCT(presences, (),
                      (may_be_absent, never_null, three_states, two_states, renamed, default_breaks_a_rule,
                       default_keeps_rules, children, with_nulls, short_id, rest))

/// Conditions between members.
struct conditions {
    std::optional<agreement::colour> kind{};
    std::optional<int> number{};
    outlay::nullable<int> cleared{};
    std::optional<outlay::decimal> amount{};
    std::optional<outlay::currency> currency{};
};
BOOST_DESCRIBE_STRUCT(conditions, (), (kind, number, cleared, amount, currency))

/// The same in an update.
struct conditions_of_update : conditions {};
BOOST_DESCRIBE_STRUCT(conditions_of_update, (conditions), ())

/// Lists of all kinds: in a reply, null is an empty list, where that keeps the rules.
struct lists {
    std::vector<int> plain{};
    std::vector<int> never_empty{};
    std::vector<int> full_when_sent{};
    std::vector<int> left_out{};
    std::optional<std::vector<int>> may_be_absent{};
    std::optional<std::vector<int>> must_be_there{};
    outlay::nullable<std::vector<int>> three_states{};
    std::vector<std::vector<int>> rows{};
    std::vector<std::vector<int>> full_rows{};
    std::vector<std::optional<std::vector<int>>> rows_or_null{};
    std::vector<std::vector<std::vector<int>>> pages{};
    std::optional<std::vector<std::vector<int>>> maybe_rows{};
};
BOOST_DESCRIBE_STRUCT(lists, (),
                      (plain, never_empty, full_when_sent, left_out, may_be_absent, must_be_there, three_states, rows,
                       full_rows, rows_or_null, pages, maybe_rows))

/// The same in a reply.
struct reply_with_lists {
    agreement::lists lists{};
    std::vector<agreement::lists> more{};
};
BOOST_DESCRIBE_STRUCT(reply_with_lists, (), (lists, more))

/// An item for containers.
struct spot {
    int x{};
    std::optional<std::string> name{};

    friend auto operator<=>(spot const&, spot const&) = default;
};
BOOST_DESCRIBE_STRUCT(spot, (), (x, name))

/// A map with keys of each kind.
struct maps {
    std::map<std::string, outlay::decimal> prices{};
    std::map<std::string, spot> spots{};
    std::map<outlay::month, std::vector<int>> months{};
    std::map<outlay::currency, int> currencies{};
    std::map<agreement::colour, std::map<std::string, int>> colours{};
    std::map<std::int8_t, bool> numbers{};
    std::optional<std::map<date::year_month_day, std::optional<int>>> days{};
    outlay::nullable<std::map<std::uint64_t, spot>> indices{};
};
BOOST_DESCRIBE_STRUCT(maps, (), (prices, spots, months, currencies, colours, numbers, days, indices))

/// Lists that are no vectors, tuples, pointers, and the times of the standard library.
struct containers {
    std::array<int, 3> three{};
    std::array<spot, 1> one{};
    std::set<int> distinct{};
    std::deque<bool> flags{};
    std::pair<std::string, int> pair{};
    std::optional<std::tuple<spot, std::vector<int>, std::optional<bool>>> triple{};
    std::unique_ptr<containers> next{};
    std::shared_ptr<int> number{};
    std::chrono::year_month_day day{};
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> instant{};
};
BOOST_DESCRIBE_STRUCT(containers, (), (three, one, distinct, flags, pair, triple, next, number, day, instant))

struct circle {
    outlay::decimal radius{};
};
BOOST_DESCRIBE_STRUCT(circle, (), (radius))
struct rectangle {
    int width{};
    std::optional<int> height{};
};
BOOST_DESCRIBE_STRUCT(rectangle, (), (width, height))
struct group;
using figure = std::variant<circle, rectangle, group>;
struct group {
    std::vector<figure> figures{};
};
BOOST_DESCRIBE_STRUCT(group, (), (figures))

/// Variants distinguished by kind, names and tag.
struct variants {
    std::variant<bool, int, std::string> scalar{};
    std::optional<std::variant<std::vector<int>, spot, std::string>> kind{};
    std::variant<agreement::colour, outlay::decimal> text_or_number{};
    figure by_tag{};
    std::vector<std::variant<int, std::variant<std::string, std::deque<bool>>>> nested{};
    outlay::nullable<std::variant<int, std::map<std::string, int>>> maybe{};
    std::set<spot> spots{}; ///< equal if they are read as equal
};
BOOST_DESCRIBE_STRUCT(variants, (), (scalar, kind, text_or_number, by_tag, nested, maybe, spots))

/// On the wire an even integer.
struct even {
    std::int64_t half{};
};
/// On the wire an object.
struct stretch {
    int from{};
    int to{};
};
struct stretch_wire {
    int from{};
    int length{};
};
BOOST_DESCRIBE_STRUCT(stretch_wire, (), (from, length))

/// Each stock form, and codecs.
struct forms {
    outlay::decimal text{};
    std::optional<std::uint8_t> small_text{};
    double real_text{};
    outlay::decimal micros{};
    std::int16_t integer_text{};
    outlay::nullable<outlay::decimal> micros_text{};
    outlay::iso_timestamp instant{};
    date::year_month_day day{};
    std::optional<std::chrono::year_month_day> last_day{};
    std::chrono::minutes wait{};
    std::optional<std::chrono::milliseconds> short_wait{};
    std::chrono::duration<double> real{};
    agreement::even even{};
    std::vector<stretch> stretches{};
    std::optional<stretch> stretch_or_none{};
};
BOOST_DESCRIBE_STRUCT(forms, (),
                      (text, small_text, real_text, integer_text, micros, micros_text, instant, day, last_day, wait,
                       short_wait, real, even, stretches, stretch_or_none))

} // namespace agreement

template<>
struct outlay::codec<agreement::even> {
    using wire = std::int64_t;
    static constexpr std::string_view refuses = "odd: an even number";
    static outlay::result<agreement::even> from_wire(wire const& n)
    {
        if (n % 2 != 0) return outlay::error(outlay::error_kind::invalid, "odd", "expected an even number");
        return agreement::even{n / 2};
    }
    static constexpr wire to_wire(agreement::even const& e) { return e.half * 2; }
};
template<>
struct outlay::codec<agreement::stretch> {
    using wire = agreement::stretch_wire;
    static constexpr std::string_view refuses{};
    static outlay::result<agreement::stretch> from_wire(wire const& w)
    {
        return agreement::stretch{w.from, w.from + w.length};
    }
    static constexpr wire to_wire(agreement::stretch const& s) { return {s.from, s.to - s.from}; }
};

template<>
struct outlay::model<agreement::stretch_wire> {
    using type = agreement::stretch_wire;
    static constexpr auto members = std::tuple{member<&type::from>(at_least(0), at_most(1000)),
                                               member<&type::length>(more_than(decimal(0)), at_most(1000))};
};
template<>
struct outlay::model<agreement::spot> {
    static constexpr auto members =
        std::tuple{member<&agreement::spot::x>(at_least(0)), member<&agreement::spot::name>(length(1, 4))};
};
template<>
struct outlay::model<agreement::maps> {
    using type = agreement::maps;
    static constexpr auto members = std::tuple{
        member<&type::prices>(items(1, 3), each(at_least(decimal::from_parts(1, 2))), each_key(length(2, 8))),
        member<&type::spots>(presence::optional, items(0, 2)),
        member<&type::months>(presence::optional, each(items(0, 2), each(at_most(9)))),
        member<&type::currencies>(presence::optional, each(in_requests(at_least(0)))),
        member<&type::colours>(presence::optional, each(each_key(length(0, 4)))),
        member<&type::numbers>(presence::optional),
        member<&type::days>(items(1, 2)),
    };
};
template<>
struct outlay::model<agreement::containers> {
    using type = agreement::containers;
    static constexpr auto members = std::tuple{
        member<&type::three>(each(at_most(9))),
        member<&type::distinct>(presence::optional, items(0, 2), each(at_least(0))),
        member<&type::flags>(presence::optional),
        member<&type::number>(at_least(0)),
    };
};
template<>
struct outlay::model<agreement::circle> {
    static constexpr auto tag = outlay::tagged("type", "circle");
    static constexpr auto members = std::tuple{member<&agreement::circle::radius>(at_least(0))};
};
template<>
struct outlay::model<agreement::rectangle> {
    static constexpr auto tag = outlay::tagged("type", "rectangle");
};
template<>
struct outlay::model<agreement::group> {
    static constexpr auto tag = outlay::tagged("type", "group");
    static constexpr auto members = std::tuple{member<&agreement::group::figures>(items(0, 2))};
};
template<>
struct outlay::model<agreement::variants> {
    static constexpr auto members = std::tuple{member<&agreement::variants::nested>(presence::optional, items(0, 3)),
                                               member<&agreement::variants::spots>(presence::optional)};
};
template<>
struct outlay::model<agreement::forms> {
    using type = agreement::forms;
    static constexpr auto members = std::tuple{
        form<&type::text, outlay::forms::text>(),
        form<&type::small_text, outlay::forms::text>(),
        form<&type::real_text, outlay::forms::text>(),
        form<&type::integer_text, outlay::forms::integer_text>(),
        form<&type::micros, outlay::forms::micros>(),
        form<&type::micros_text, outlay::forms::micros_text>(),
        form<&type::instant, outlay::forms::epoch_seconds>(),
        form<&type::day, outlay::forms::compact_date>(),
        form<&type::last_day, outlay::forms::compact_date>(),
        form<&type::wait, outlay::forms::seconds>(),
        form<&type::short_wait, outlay::forms::seconds>(),
        form<&type::real, outlay::forms::seconds>(),
        member<&type::micros>(at_least(0)),
        member<&type::stretches>(presence::optional, items(0, 2)),
    };
};

template<>
struct outlay::model<agreement::lists> {
    using type = agreement::lists;
    static constexpr auto members = std::tuple{
        member<&type::never_empty>(items(1, 3), described_as("Of one item or more.")),
        member<&type::full_when_sent>(in_requests(items(1, 3))),
        member<&type::left_out>(presence::optional, items(1, 3)),
        member<&type::must_be_there>(presence::required),
        member<&type::full_rows>(items(0, 4), each(items(1, 3), each(at_least(0)))),
        member<&type::pages>(each(each(in_requests(items(1, 3)), each(at_most(9))))),
    };
};

template<>
struct outlay::model<agreement::reply_with_lists> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<agreement::everything> {
    using type = agreement::everything;
    static constexpr auto description = "A member of each type.";
    static constexpr auto members = std::tuple{
        member<&type::byte>(at_most(200), more_than(decimal(2))),
        member<&type::from_minus_five>(at_least(decimal(-5)), less_than(decimal(1000))),
        member<&type::over_two>(more_than(decimal(2)), at_least(decimal(1))),
        member<&type::ratio>(at_least(decimal(0)), at_most(decimal::from_parts(125, 1))),
        member<&type::exact>(at_least(decimal::from_parts(1, 2)), at_most(decimal(5'000'000'000))),
        member<&type::below_a_cent>(less_than(decimal::from_parts(1, 2))),
        member<&type::code>(length(1, 6),
                            satisfies<std::string>(
                                "lower_case",
                                [](std::string const& s) { return s.find_first_not_of("abcdxg") == s.npos; }, "letters",
                                "^[abcdxg]*$")),
        member<&type::distinct>(presence::optional, unique_items(), items(0, 3), each(length(0, 4))),
        member<&type::grid>(items(1, 3), each(items(0, 2))),
        member<&type::known>(known_enumerator<agreement::colour>()),
        member<&type::only_known>(in_requests(known_enumerator<agreement::only>())),
        member<&type::key>(presence::optional),
        member<&type::price>(described_as("What it costs."), titled("Price")),
    };
};

template<>
struct outlay::model<agreement::presences> {
    using type = agreement::presences;
    static constexpr auto naming = wire_case::kebab;
    static constexpr auto members = std::tuple{
        member<&type::never_null>(presence::required),
        member<&type::two_states>(presence::required, length(2, 20)),
        rename<&type::renamed>("new/name~"),
        alias<&type::renamed>("oldName"),
        alias<&type::renamed>("oldestName"),
        member<&type::default_breaks_a_rule>(presence::optional, items(1, 2)),
        member<&type::default_keeps_rules>(presence::optional, length(0, 5)),
        member<&type::children>(presence::optional),
        member<&type::with_nulls>(presence::optional),
        member<&type::short_id>(length(4, 9)),
    };
};

namespace agreement {

template<class T>
inline constexpr auto conditions_of = [] {
    using namespace outlay;
    return std::tuple{
        when(is_any_of<&T::kind>(colour::red, colour::green), needs<&T::number>("no_number", "needs a number"),
             needs<&T::cleared>("not_cleared", "needs it")),
        when(is_any_of<&T::kind>(colour::blue), refuses<&T::cleared>("cleared", "has none"),
             refuses<&T::number>("number", "has none")),
        when(has_any<&T::amount, &T::currency>(), needs<&T::kind>("no_kind", "needs a kind")),
        in_minor_units<&T::amount, &T::currency>("too_fine", "finer than its currency"),
        in_creates(when(has_any<&T::number>(), needs<&T::amount>("no_amount", "needs an amount"))),
    };
}();

} // namespace agreement

template<>
struct outlay::model<agreement::conditions> {
    static constexpr auto members = agreement::conditions_of<agreement::conditions>;
};

template<>
struct outlay::model<agreement::conditions_of_update> {
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        when(is_any_of<&agreement::conditions::kind>(agreement::colour::red),
             needs<&agreement::conditions::number>("no_number", "needs a number"),
             needs<&agreement::conditions::cleared>("not_cleared", "needs it")),
        in_creates(when(has_any<&agreement::conditions::number>(),
                        needs<&agreement::conditions::amount>("no_amount", "needs an amount"))),
    };
};
