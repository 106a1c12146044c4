#pragma once

#include <boost/describe/enum.hpp>
#include <concepts>
#include <outlay/value/naming.hpp>
#include <tuple>

// The enumerations of errors about portfolios and campaigns. Source: the specifications of /portfolios and
// /sp/campaigns (version 3).

namespace outlay::inline v0_1_0::amazon {

/// The kind of entity that an entityNotFoundError, entityQuotaError or entityStateError is about.
enum class entity_type : unsigned char {
    ad_group,
    campaign,
    campaign_negative_keyword,
    campaign_negative_targeting_clause,
    keyword,
    negative_keyword,
    negative_targeting_clause,
    portfolio,
    product_ad,
    targeting_clause,
};
BOOST_DESCRIBE_ENUM(entity_type, ad_group, campaign, campaign_negative_keyword, campaign_negative_targeting_clause,
                    keyword, negative_keyword, negative_targeting_clause, portfolio, product_ad, targeting_clause)

/// The scope that a quota is counted over.
enum class quota_scope : unsigned char { account, parent_entity };
BOOST_DESCRIBE_ENUM(quota_scope, account, parent_entity)

/// The reason for which a value was refused. New ones may come at any time; an open_enum keeps their texts.
enum class error_reason : unsigned char {
    // budgetError
    budgeting_policy_invalid,
    budget_amount_invalid,
    budget_currency_does_not_match_marketplace_settings,
    budget_lt_default_bids,
    budget_lt_keyword_bids,
    budget_lt_predefined_target_bids,
    budget_out_of_market_place_range,
    budget_too_high,
    budget_too_low,
    missing_budgeting_policy,
    missing_in_budget_flag,
    // dateError
    end_date_earlier_than_today,
    end_date_later_than_maximum,
    invalid_date,
    start_date_after_end_date,
    start_date_earlier_than_today,
    start_date_equal_end_date,
    start_date_later_than_maximum,
    start_date_not_null,
    updating_ended_campaign_without_extension,
    updating_read_only_end_date,
    updating_read_only_start_date,
    // billingError
    advertiser_billing_setup_incomplete,
    advertiser_suspended,
    billing_account_not_found,
    expired_payment_method,
    payment_profile_not_found,
    vetting_failure,
    // currencyError
    cannot_update_currency,
    currency_not_matching_preferred_currency,
    currency_not_supported,
    preferred_currency_not_set,
    // malformedValueError
    blank,
    forbidden_chars,
    leading_or_trailing_whitespace,
    pattern_not_matched,
    too_long,
    too_short,
    // rangeError
    invalid_enum_value,
    not_in_list,
    too_high,
    too_low,
    // duplicateValueError
    duplicate_value,
    marketplace_attributes_repeated,
    name_not_unique,
    // entityQuotaError
    non_archived_quota_exceeded,
    quota_exceeded,
    // kinds with one reason
    entity_not_found,
    internal_error,
    missing_value,
    other_error,
    throttled,
    // biddingError
    bid_audiences_more_than_allowed,
    bid_gt_budget,
    bid_invalid_audience_id,
    bid_invalid_audience_segment_type,
    bid_invalid_placement,
    bid_invalid_shopper_cohort_type,
    bid_missing_audiences,
    bid_out_of_market_place_range,
    bid_shopper_cohorts_more_than_allowed,
    // entityStateError
    archived_entity_cannot_be_modified,
    auto_targeting_clause_cannot_be_archived_manually,
    invalid_state_transition,
    invalid_target_state,
    marketplace_state_cannot_be_archived,
    parent_archived_forbids_updates,
    parent_entity_forbids_creation,
    parent_status_forbids_updates_and_creates,
    // parentEntityError
    parent_entity_archived,
    parent_entity_does_not_target_these_marketplaces,
    parent_entity_not_found,
};
// Boost.Describe takes 52 enumerators: those of the last three kinds are described in model<error_reason>.
BOOST_DESCRIBE_ENUM(error_reason, budgeting_policy_invalid, budget_amount_invalid,
                    budget_currency_does_not_match_marketplace_settings, budget_lt_default_bids, budget_lt_keyword_bids,
                    budget_lt_predefined_target_bids, budget_out_of_market_place_range, budget_too_high, budget_too_low,
                    missing_budgeting_policy, missing_in_budget_flag, end_date_earlier_than_today,
                    end_date_later_than_maximum, invalid_date, start_date_after_end_date, start_date_earlier_than_today,
                    start_date_equal_end_date, start_date_later_than_maximum, start_date_not_null,
                    updating_ended_campaign_without_extension, updating_read_only_end_date,
                    updating_read_only_start_date, advertiser_billing_setup_incomplete, advertiser_suspended,
                    billing_account_not_found, expired_payment_method, payment_profile_not_found, vetting_failure,
                    cannot_update_currency, currency_not_matching_preferred_currency, currency_not_supported,
                    preferred_currency_not_set, blank, forbidden_chars, leading_or_trailing_whitespace,
                    pattern_not_matched, too_long, too_short, invalid_enum_value, not_in_list, too_high, too_low,
                    duplicate_value, marketplace_attributes_repeated, name_not_unique, non_archived_quota_exceeded,
                    quota_exceeded, entity_not_found, internal_error, missing_value, other_error, throttled)

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

/// Describes the reasons for which BOOST_DESCRIBE_ENUM has no room. Any use of the enumeration comes after it: clang
/// makes the table of the texts as soon as an open_enum is compared.
template<std::same_as<amazon::error_reason> E>
struct model<E> {
    static constexpr auto members = std::tuple{
        rename<E::bid_audiences_more_than_allowed>("BID_AUDIENCES_MORE_THAN_ALLOWED"),
        rename<E::bid_gt_budget>("BID_GT_BUDGET"),
        rename<E::bid_invalid_audience_id>("BID_INVALID_AUDIENCE_ID"),
        rename<E::bid_invalid_audience_segment_type>("BID_INVALID_AUDIENCE_SEGMENT_TYPE"),
        rename<E::bid_invalid_placement>("BID_INVALID_PLACEMENT"),
        rename<E::bid_invalid_shopper_cohort_type>("BID_INVALID_SHOPPER_COHORT_TYPE"),
        rename<E::bid_missing_audiences>("BID_MISSING_AUDIENCES"),
        rename<E::bid_out_of_market_place_range>("BID_OUT_OF_MARKET_PLACE_RANGE"),
        rename<E::bid_shopper_cohorts_more_than_allowed>("BID_SHOPPER_COHORTS_MORE_THAN_ALLOWED"),
        rename<E::archived_entity_cannot_be_modified>("ARCHIVED_ENTITY_CANNOT_BE_MODIFIED"),
        rename<E::auto_targeting_clause_cannot_be_archived_manually>(
            "AUTO_TARGETING_CLAUSE_CANNOT_BE_ARCHIVED_MANUALLY"),
        rename<E::invalid_state_transition>("INVALID_STATE_TRANSITION"),
        rename<E::invalid_target_state>("INVALID_TARGET_STATE"),
        rename<E::marketplace_state_cannot_be_archived>("MARKETPLACE_STATE_CANNOT_BE_ARCHIVED"),
        rename<E::parent_archived_forbids_updates>("PARENT_ARCHIVED_FORBIDS_UPDATES"),
        rename<E::parent_entity_forbids_creation>("PARENT_ENTITY_FORBIDS_CREATION"),
        rename<E::parent_status_forbids_updates_and_creates>("PARENT_STATUS_FORBIDS_UPDATES_AND_CREATES"),
        rename<E::parent_entity_archived>("PARENT_ENTITY_ARCHIVED"),
        rename<E::parent_entity_does_not_target_these_marketplaces>("PARENT_ENTITY_DOES_NOT_TARGET_THESE_MARKETPLACES"),
        rename<E::parent_entity_not_found>("PARENT_ENTITY_NOT_FOUND"),
    };
};

} // namespace outlay::inline v0_1_0
