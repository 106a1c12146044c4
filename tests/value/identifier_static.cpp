#include <outlay/value/identifier.hpp>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using outlay::identifier;
using campaign_id = identifier<struct campaign_tag>;
using portfolio_id = identifier<struct portfolio_tag>;

struct text_like {
    operator std::string_view() const { return "c1"; }
};

template<class A, class B>
concept comparable = requires(A const& a, B const& b) { a == b; };
template<class A, class B>
concept orderable = requires(A const& a, B const& b) { a < b; };

// A text converts to an id implicitly, a number only explicitly.
static_assert(std::is_convertible_v<char const*, campaign_id>);
static_assert(std::is_convertible_v<char const (&)[3], campaign_id>);
static_assert(std::is_convertible_v<std::string, campaign_id>);
static_assert(std::is_convertible_v<std::string&, campaign_id>);
static_assert(std::is_convertible_v<std::string_view, campaign_id>);
static_assert(std::is_convertible_v<text_like, campaign_id>);
static_assert(!std::is_constructible_v<campaign_id, int>);
static_assert(!std::is_constructible_v<campaign_id, char>);
static_assert(!std::is_constructible_v<campaign_id, std::nullptr_t>);

// An iterator pair is not an id, so a vector of ids never takes {"a", "b"} for one.
static_assert(!std::is_constructible_v<campaign_id, char const*, char const*>);

// Ids of different kinds neither convert nor compare.
static_assert(!std::is_constructible_v<campaign_id, portfolio_id>);
static_assert(!std::is_assignable_v<campaign_id&, portfolio_id>);
static_assert(!comparable<campaign_id, portfolio_id>);
static_assert(!orderable<campaign_id, portfolio_id>);

static_assert(comparable<campaign_id, campaign_id> && orderable<campaign_id, campaign_id>);
static_assert(comparable<campaign_id, char const*> && comparable<char const*, campaign_id>);
static_assert(comparable<campaign_id, std::string> && comparable<std::string_view, campaign_id>);
static_assert(comparable<campaign_id, text_like>);
static_assert(!std::is_convertible_v<campaign_id, std::string_view>);

static_assert(std::is_nothrow_default_constructible_v<campaign_id>);
static_assert(std::is_nothrow_move_constructible_v<campaign_id> && std::is_nothrow_move_assignable_v<campaign_id>);
static_assert(sizeof(campaign_id) == sizeof(std::string));

static_assert(std::is_same_v<decltype(std::declval<campaign_id const&>().str()), std::string const&>);
static_assert(std::is_same_v<decltype(std::declval<campaign_id>().str()), std::string>);

#if !defined(__clang__) || !defined(_GLIBCXX_RELEASE) || _GLIBCXX_RELEASE >= 13 // has constexpr strings
static_assert(campaign_id{}.empty() && campaign_id{} == "");
static_assert(campaign_id{std::string("c1")} == "c1");
static_assert(campaign_id{"c1"} == "c1" && "c1" == campaign_id{"c1"} && campaign_id{"c1"} != "c2");
static_assert(campaign_id{"10"} < campaign_id{"9"});
static_assert(campaign_id::from_number(0) == "0");
static_assert(campaign_id::from_number(18446744073709551615u) == "18446744073709551615");
static_assert(campaign_id{"18446744073709551615"}.number() == 18446744073709551615u);
static_assert(!campaign_id{"18446744073709551616"}.number() && !campaign_id{"99999999999999999999"}.number());
static_assert(campaign_id{"0"}.number() == 0u);
static_assert(!campaign_id{""}.number() && !campaign_id{"00"}.number() && !campaign_id{"01"}.number());
static_assert(!campaign_id{"-1"}.number() && !campaign_id{"+1"}.number() && !campaign_id{" 1"}.number());
static_assert(!campaign_id{"1x"}.number() && !campaign_id{"1.0"}.number() && !campaign_id{"1e3"}.number());
#endif

} // namespace
