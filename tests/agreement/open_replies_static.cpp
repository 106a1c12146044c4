#include "../../examples/payload_lint/types.hpp"
#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// No reply of any vendor has a closed enumeration, at any depth: a text that a vendor adds would be a violation, and
// would invalidate the value around it.

namespace open_replies_static {

namespace detail = outlay::detail;

template<class V, class... Outer>
constexpr bool is_open(outlay::direction way);

/// Whether all members of T are open; a recursive class is checked once.
template<class T, class... Outer, template<class...> class List, class... D>
constexpr bool are_members_open([[maybe_unused]] outlay::direction way, List<D...>)
{
    return (is_open<detail::described_type<D>, T, Outer...>(way) && ...);
}

template<class V, class... Outer>
constexpr bool is_open([[maybe_unused]] outlay::direction way)
{
    using inner = typename detail::unwrapped<V>::type;
    if constexpr (outlay::described_enum<inner>) return way != outlay::direction::reply;
    else if constexpr (detail::is_vector<inner>) return is_open<typename inner::value_type, Outer...>(way);
    else if constexpr (outlay::described<inner> && !(std::is_same_v<inner, Outer> || ...))
        return are_members_open<inner, Outer...>(std::max(way, detail::direction_of<inner>),
                                                 detail::member_list<inner>{});
    else return true;
}

// --- the check finds closed enumerations

BOOST_DEFINE_ENUM_CLASS(kind, one, two)

struct sent {
    std::vector<std::optional<kind>> kinds{};
    std::vector<sent> more{};
};
BOOST_DESCRIBE_STRUCT(sent, (), (kinds, more))

struct received {
    std::optional<std::vector<sent>> items{};
};
BOOST_DESCRIBE_STRUCT(received, (), (items))

struct derived : sent {
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(derived, (sent), (name))

struct open {
    outlay::nullable<outlay::open_enum<kind>> what{};
};
BOOST_DESCRIBE_STRUCT(open, (), (what))

struct call {
    std::optional<derived> answer{};
    std::optional<kind> asked{};
};
BOOST_DESCRIBE_STRUCT(call, (), (answer, asked))

} // namespace open_replies_static

template<>
struct outlay::model<open_replies_static::received> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<open_replies_static::derived> {
    static constexpr auto direction = outlay::direction::reply;
};

namespace open_replies_static {

constexpr auto request = outlay::direction::request;
constexpr auto reply = outlay::direction::reply;

static_assert(is_open<sent>(request));
static_assert(!is_open<sent>(reply));
static_assert(!is_open<received>(request), "a closed enumeration in an item of a reply's list");
static_assert(!is_open<derived>(request), "of the base of a reply");
static_assert(!is_open<call>(request), "of a reply in a request");
static_assert(!is_open<std::vector<kind>>(reply));
static_assert(is_open<open>(reply));

// --- no reply has one

[[maybe_unused]] void look_at_all_types()
{
    lint::for_each_type([]<class T>(std::string_view, lint::type_of<T>) {
        static_assert(is_open<T>(request),
                      "a reply of a vendor has a closed enumeration: make it an outlay::open_enum");
    });
}

} // namespace open_replies_static
