#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model/forms.hpp>
#include <outlay/value.hpp>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

// Types with a member of each kind that outlay reads and writes.

namespace every_kind {

using outlay::tag_invoke; // for boost::json::value_from

BOOST_DEFINE_ENUM_CLASS(colour, red, green, dark_blue)

/// A type with a codec that rejects some values.
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
    outlay::time_of_day clock{};
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
                      (flag, small, large, narrow, wide, exact, text, id, key, closed, open, code, day, month, clock,
                       iso, epoch, time, perhaps, parts, colours, codes, pair, names, by_name, by_colour, by_day, both,
                       one, share, micros, in_text, extras))

/// A member of each kind that needs a trace: its value alone does not show whether it was present.
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

} // namespace every_kind

template<>
struct outlay::codec<every_kind::percent> {
    using wire = int;
    static outlay::result<every_kind::percent> from_wire(wire const& n)
    {
        if (n < 0 || n > 100) return error(error_kind::invalid, "percent", "expected 0 to 100");
        return every_kind::percent{n};
    }
    static wire to_wire(every_kind::percent const& p) { return p.value; }
};

template<>
struct outlay::model<every_kind::everything> {
    using type = every_kind::everything;
    static constexpr auto members = std::tuple{
        form<&type::micros, forms::micros>(),
        form<&type::in_text, forms::text>(),
    };
};

template<>
struct outlay::model<every_kind::traced> {
    using type = every_kind::traced;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&type::text>(presence::optional),   member<&type::number>(presence::optional),
        member<&type::object>(presence::optional), member<&type::list>(presence::optional),
        member<&type::map>(presence::optional),
    };
};
