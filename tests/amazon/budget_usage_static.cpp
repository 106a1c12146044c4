#include <concepts>
#include <cstdint>
#include <outlay/amazon/budget_usage.hpp>
#include <type_traits>

namespace budget_usage_static {

using namespace outlay::amazon;

// Ids of the two kinds do not convert.
static_assert(!std::is_convertible_v<campaign_id, portfolio_id> &&
              !std::equality_comparable_with<campaign_id, portfolio_id>);

// The specification promises no member of a reply: none is required.
template<class T>
inline constexpr bool demands_nothing = outlay::detail::required_members<T> == 0;
static_assert(demands_nothing<campaign_usage> && demands_nothing<portfolio_usage> && demands_nothing<usage_error>);
static_assert(demands_nothing<campaign_usage_reply> && demands_nothing<portfolio_usage_reply>);
static_assert(!demands_nothing<campaign_usage_request> && !demands_nothing<portfolio_usage_request>);

static_assert(outlay::valid(campaign_usage{}) && outlay::valid(usage_error{}) && outlay::valid(campaign_usage_reply{}));
static_assert(!outlay::valid(campaign_usage_request{}) && !outlay::valid(portfolio_usage_request{}));

// A reply has a row for each requested campaign: its memory and time depend on their size.
#if defined(__GLIBCXX__) && UINTPTR_MAX > 0xFFFF'FFFF
static_assert(sizeof(campaign_usage) == 96 && sizeof(portfolio_usage) == 96);
#endif

} // namespace budget_usage_static
