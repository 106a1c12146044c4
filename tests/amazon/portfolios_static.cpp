#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <outlay/amazon.hpp>
#include <string_view>

namespace portfolios_static {

using namespace outlay::amazon;
using namespace outlay::literals;
using outlay::null;

// A list has thousands of portfolios.
#if defined(__GLIBCXX__) && UINTPTR_MAX > 0xFFFF'FFFF
static_assert(sizeof(portfolio) == 304 && sizeof(portfolio_budget) == 72 && sizeof(extended_data) == 72);
#endif

// --- required members

template<class T>
inline constexpr std::size_t demanded = std::popcount(outlay::detail::required_members<T>);

static_assert(demanded<portfolio> == 3);        // portfolioId, name, state
static_assert(demanded<new_portfolio> == 2);    // name, state
static_assert(demanded<portfolio_update> == 1); // portfolioId
static_assert(demanded<unspent_budget_sharing> == 1);
static_assert(demanded<portfolio_budget> == 0 && demanded<budget_controls> == 0 && demanded<extended_data> == 0);
static_assert(demanded<create_portfolios_request> == 1 && demanded<update_portfolios_request> == 1);
static_assert(demanded<list_portfolios_request> == 0 && demanded<portfolio_list_reply> == 0);
static_assert(demanded<portfolio_id_filter> == 1 && demanded<portfolio_name_filter> == 1 &&
              demanded<portfolio_state_filter> == 1);
static_assert(demanded<mutation_success> == 1); // index

// No member of an error is required: an incomplete error is kept.
static_assert(demanded<mutation_error> == 0 && demanded<portfolio_error> == 0 && demanded<error_value> == 0);
static_assert(demanded<error_body> == 0 && demanded<error_cause> == 0 && demanded<budget_error> == 0 &&
              demanded<malformed_value_error> == 0 && demanded<range_error> == 0 &&
              demanded<entity_not_found_error> == 0 && demanded<entity_quota_error> == 0 &&
              demanded<entity_state_error> == 0);

// --- unknown fields are kept in types that are read, changed and written again

template<class... Ts>
inline constexpr bool keep_unknown_fields = (outlay::detail::has_extras<Ts> && ...);
static_assert(keep_unknown_fields<portfolio, new_portfolio, portfolio_update, portfolio_budget, budget_controls,
                                  unspent_budget_sharing, extended_data, error_value>);

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

static_assert(has_texts<portfolio_state>({"ENABLED", "PAUSED", "ARCHIVED"}));
static_assert(has_texts<feature_state>({"ENABLED", "DISABLED"}));
static_assert(has_texts<budget_policy>({"DATE_RANGE", "MONTHLY_RECURRING", "NO_CAP", "OTHER"}));
static_assert(has_texts<query_term_match_type>({"BROAD_MATCH", "EXACT_MATCH"}));
static_assert(has_texts<entity_type>({"AD_GROUP", "CAMPAIGN", "CAMPAIGN_NEGATIVE_KEYWORD",
                                      "CAMPAIGN_NEGATIVE_TARGETING_CLAUSE", "KEYWORD", "NEGATIVE_KEYWORD",
                                      "NEGATIVE_TARGETING_CLAUSE", "PORTFOLIO", "PRODUCT_AD", "TARGETING_CLAUSE"}));
static_assert(has_texts<quota_scope>({"ACCOUNT", "PARENT_ENTITY"}));
static_assert(has_texts<serving_status>({"ADVERTISER_ACCOUNT_OUT_OF_BUDGET", "ADVERTISER_ARCHIVED",
                                         "ADVERTISER_EXCEED_SPENDS_LIMIT", "ADVERTISER_OUT_OF_BUDGET",
                                         "ADVERTISER_OUT_OF_PREPAY_BALANCE", "ADVERTISER_PAUSED",
                                         "ADVERTISER_PAYMENT_FAILURE", "PORTFOLIO_ENDED", "PORTFOLIO_OUT_OF_BUDGET",
                                         "PORTFOLIO_PENDING_START_DATE", "PORTFOLIO_STATUS_ENABLED"}));
static_assert(has_texts<status_reason>({"ADVERTISER_ACCOUNT_OUT_OF_BUDGET_DETAIL", "ADVERTISER_ARCHIVED_DETAIL",
                                        "ADVERTISER_EXCEED_SPENDS_LIMIT_DETAIL", "ADVERTISER_OUT_OF_BUDGET_DETAIL",
                                        "ADVERTISER_OUT_OF_PREPAY_BALANCE_DETAIL", "ADVERTISER_PAUSED_DETAIL",
                                        "ADVERTISER_PAYMENT_FAILURE_DETAIL", "PORTFOLIO_ENDED_DETAIL",
                                        "PORTFOLIO_OUT_OF_BUDGET_DETAIL", "PORTFOLIO_PENDING_START_DATE_DETAIL",
                                        "PORTFOLIO_STATUS_ENABLED_DETAIL"}));
static_assert(has_texts<error_reason>({"BUDGETING_POLICY_INVALID",
                                       "BUDGET_AMOUNT_INVALID",
                                       "BUDGET_CURRENCY_DOES_NOT_MATCH_MARKETPLACE_SETTINGS",
                                       "BUDGET_LT_DEFAULT_BIDS",
                                       "BUDGET_LT_KEYWORD_BIDS",
                                       "BUDGET_LT_PREDEFINED_TARGET_BIDS",
                                       "BUDGET_OUT_OF_MARKET_PLACE_RANGE",
                                       "BUDGET_TOO_HIGH",
                                       "BUDGET_TOO_LOW",
                                       "MISSING_BUDGETING_POLICY",
                                       "MISSING_IN_BUDGET_FLAG",
                                       "END_DATE_EARLIER_THAN_TODAY",
                                       "END_DATE_LATER_THAN_MAXIMUM",
                                       "INVALID_DATE",
                                       "START_DATE_AFTER_END_DATE",
                                       "START_DATE_EARLIER_THAN_TODAY",
                                       "START_DATE_EQUAL_END_DATE",
                                       "START_DATE_LATER_THAN_MAXIMUM",
                                       "START_DATE_NOT_NULL",
                                       "UPDATING_ENDED_CAMPAIGN_WITHOUT_EXTENSION",
                                       "UPDATING_READ_ONLY_END_DATE",
                                       "UPDATING_READ_ONLY_START_DATE",
                                       "ADVERTISER_BILLING_SETUP_INCOMPLETE",
                                       "ADVERTISER_SUSPENDED",
                                       "BILLING_ACCOUNT_NOT_FOUND",
                                       "EXPIRED_PAYMENT_METHOD",
                                       "PAYMENT_PROFILE_NOT_FOUND",
                                       "VETTING_FAILURE",
                                       "CANNOT_UPDATE_CURRENCY",
                                       "CURRENCY_NOT_MATCHING_PREFERRED_CURRENCY",
                                       "CURRENCY_NOT_SUPPORTED",
                                       "PREFERRED_CURRENCY_NOT_SET",
                                       "BLANK",
                                       "FORBIDDEN_CHARS",
                                       "LEADING_OR_TRAILING_WHITESPACE",
                                       "PATTERN_NOT_MATCHED",
                                       "TOO_LONG",
                                       "TOO_SHORT",
                                       "INVALID_ENUM_VALUE",
                                       "NOT_IN_LIST",
                                       "TOO_HIGH",
                                       "TOO_LOW",
                                       "DUPLICATE_VALUE",
                                       "MARKETPLACE_ATTRIBUTES_REPEATED",
                                       "NAME_NOT_UNIQUE",
                                       "NON_ARCHIVED_QUOTA_EXCEEDED",
                                       "QUOTA_EXCEEDED",
                                       "ENTITY_NOT_FOUND",
                                       "INTERNAL_ERROR",
                                       "MISSING_VALUE",
                                       "OTHER_ERROR",
                                       "THROTTLED",
                                       "BID_AUDIENCES_MORE_THAN_ALLOWED",
                                       "BID_GT_BUDGET",
                                       "BID_INVALID_AUDIENCE_ID",
                                       "BID_INVALID_AUDIENCE_SEGMENT_TYPE",
                                       "BID_INVALID_PLACEMENT",
                                       "BID_INVALID_SHOPPER_COHORT_TYPE",
                                       "BID_MISSING_AUDIENCES",
                                       "BID_OUT_OF_MARKET_PLACE_RANGE",
                                       "BID_SHOPPER_COHORTS_MORE_THAN_ALLOWED",
                                       "ARCHIVED_ENTITY_CANNOT_BE_MODIFIED",
                                       "AUTO_TARGETING_CLAUSE_CANNOT_BE_ARCHIVED_MANUALLY",
                                       "INVALID_STATE_TRANSITION",
                                       "INVALID_TARGET_STATE",
                                       "MARKETPLACE_STATE_CANNOT_BE_ARCHIVED",
                                       "PARENT_ARCHIVED_FORBIDS_UPDATES",
                                       "PARENT_ENTITY_FORBIDS_CREATION",
                                       "PARENT_STATUS_FORBIDS_UPDATES_AND_CREATES",
                                       "PARENT_ENTITY_ARCHIVED",
                                       "PARENT_ENTITY_DOES_NOT_TARGET_THESE_MARKETPLACES",
                                       "PARENT_ENTITY_NOT_FOUND"}));

// --- rules in constant expressions

constexpr outlay::money fifty{50, "USD"};
constexpr outlay::date_range summer{2025_y / 6 / 1, 2025_y / 8 / 31};
static_assert(outlay::valid(portfolio_budget::no_cap()) && outlay::valid(portfolio_budget::no_end_date()));
static_assert(outlay::valid(portfolio_budget::date_range(fifty, summer)));
static_assert(outlay::valid(portfolio_budget::monthly_recurring(fifty)));
static_assert(!outlay::valid(portfolio_budget::monthly_recurring({0, "USD"})));
static_assert(!outlay::valid(portfolio_budget::date_range(fifty, summer), {.today = 2025_y / 9 / 1}));
static_assert(outlay::valid(portfolio_budget::date_range(fifty, summer),
                            {.today = 2025_y / 9 / 1, .direction = outlay::direction::reply}));

// Clearing differs from leaving.
static_assert(portfolio_budget::no_cap().end_date == null && portfolio_budget::no_end_date().end_date == null);
static_assert(portfolio_budget::no_end_date().start_date.is_absent() && portfolio_budget{}.end_date.is_absent());

} // namespace portfolios_static
