#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <outlay/amazon.hpp>
#include <string_view>

namespace campaigns_static {

using namespace outlay::amazon;
using namespace outlay::literals;

// A list has thousands of campaigns.
#if defined(__GLIBCXX__) && UINTPTR_MAX > 0xFFFF'FFFF
static_assert(sizeof(campaign_budget) == 56);
#endif

// --- presence

template<class T>
inline constexpr std::size_t demanded = std::popcount(outlay::detail::required_members<T>);

static_assert(demanded<campaign> == 4);        // budget, campaignId, name, state
static_assert(demanded<campaign_budget> == 2); // budget, budgetType
static_assert(demanded<campaign_budget_update> == 2);
static_assert(demanded<update_campaign_budgets_request> == 1 && demanded<list_campaigns_request> == 0);
static_assert(demanded<campaign_list_reply> == 0 && demanded<campaign_write_reply> == 1);
static_assert(demanded<campaign_mutation_success> == 1); // index
static_assert(demanded<campaign_extended_data> == 0 && demanded<campaign_status_detail> == 0);
static_assert(demanded<budget_usage_message> == 2); // budget_scope_id, budget_scope_type

// --- unknown fields are kept in types that are read, changed and written again

template<class... Ts>
inline constexpr bool keep_unknown_fields = (outlay::detail::has_extras<Ts> && ...);
static_assert(
    keep_unknown_fields<campaign, campaign_budget, campaign_extended_data, campaign_status_detail,
                        campaign_mutation_success, campaign_write_reply, campaign_list_reply, budget_usage_message>);

// --- enumerations: every text of the specification is an enumerator's, and no enumerator has another

template<class E>
constexpr bool has_texts(std::initializer_list<std::string_view> texts)
{
    if (outlay::detail::enum_table<E>.size() != texts.size()) return false;
    for (std::string_view const text : texts) {
        auto const read = outlay::open_enum<E>::from_text(text);
        if (!read.is_known() || read.text() != text || outlay::enum_text(read.value()) != text) return false;
    }
    return true;
}

static_assert(has_texts<campaign_state>({"ARCHIVED", "ENABLED", "ENABLING", "OTHER", "PAUSED", "PROPOSED",
                                         "USER_DELETED"}));
static_assert(has_texts<budget_type>({"DAILY", "OTHER"}));
static_assert(has_texts<marketplace_budget_allocation>({"AUTO", "MANUAL"}));
static_assert(has_texts<ad_product>({"sp", "sb", "sd"}));
static_assert(has_texts<budget_scope_type>({"CAMPAIGN", "PORTFOLIO"}));
static_assert(has_texts<campaign_serving_status>({"ACCOUNT_OUT_OF_BUDGET",
                                                  "ADVERTISER_ARCHIVED",
                                                  "ADVERTISER_EXCEED_SPENDS_LIMIT",
                                                  "ADVERTISER_OUT_OF_BUDGET",
                                                  "ADVERTISER_PAUSED",
                                                  "ADVERTISER_PAYMENT_FAILURE",
                                                  "ADVERTISER_POLICING_PENDING_REVIEW",
                                                  "ADVERTISER_POLICING_SUSPENDED",
                                                  "CAMPAIGN_ARCHIVED",
                                                  "CAMPAIGN_INCOMPLETE",
                                                  "CAMPAIGN_OUT_OF_BUDGET",
                                                  "CAMPAIGN_PAUSED",
                                                  "CAMPAIGN_STATUS_ENABLED",
                                                  "ENDED",
                                                  "OTHER",
                                                  "PENDING_REVIEW",
                                                  "PENDING_START_DATE",
                                                  "PORTFOLIO_ARCHIVED",
                                                  "PORTFOLIO_ENDED",
                                                  "PORTFOLIO_OUT_OF_BUDGET",
                                                  "PORTFOLIO_PAUSED",
                                                  "PORTFOLIO_PENDING_START_DATE",
                                                  "PORTFOLIO_STATUS_ENABLED",
                                                  "REJECTED"}));
static_assert(has_texts<campaign_status_reason>({"ACCOUNT_OUT_OF_BUDGET_DETAIL",
                                                 "ADVERTISER_ARCHIVED_DETAIL",
                                                 "ADVERTISER_EXCEED_SPENDS_LIMIT_DETAIL",
                                                 "ADVERTISER_OUT_OF_BUDGET_DETAIL",
                                                 "ADVERTISER_PAUSED_DETAIL",
                                                 "ADVERTISER_PAYMENT_FAILURE_DETAIL",
                                                 "ADVERTISER_POLICING_PENDING_REVIEW_DETAIL",
                                                 "ADVERTISER_POLICING_SUSPENDED_DETAIL",
                                                 "CAMPAIGN_ARCHIVED_DETAIL",
                                                 "CAMPAIGN_INCOMPLETE_DETAIL",
                                                 "CAMPAIGN_OUT_OF_BUDGET_DETAIL",
                                                 "CAMPAIGN_PAUSED_DETAIL",
                                                 "CAMPAIGN_STATUS_ENABLED_DETAIL",
                                                 "ENDED_DETAIL",
                                                 "OTHER",
                                                 "PENDING_REVIEW_DETAIL",
                                                 "PENDING_START_DATE_DETAIL",
                                                 "PORTFOLIO_ARCHIVED_DETAIL",
                                                 "PORTFOLIO_ENDED_DETAIL",
                                                 "PORTFOLIO_OUT_OF_BUDGET_DETAIL",
                                                 "PORTFOLIO_PAUSED_DETAIL",
                                                 "PORTFOLIO_PENDING_START_DATE_DETAIL",
                                                 "PORTFOLIO_STATUS_ENABLED_DETAIL",
                                                 "REJECTED_DETAIL"}));

// --- rules and factories in constant expressions

static_assert(outlay::valid(campaign_budget::daily(50)));
static_assert(!outlay::valid(campaign_budget::daily(0)));
static_assert(outlay::valid(campaign_budget::daily(0), {.direction = outlay::direction::reply}));

static_assert(!is_raised_by_rules(campaign_budget::daily(50)));
static_assert(!is_raised_by_rules({.budget = 50, .effective_budget = 50.00_dec}));
static_assert(is_raised_by_rules({.budget = 50, .effective_budget = 57.50_dec}));

} // namespace campaigns_static
