#pragma once

#include <outlay/aws/notification.hpp>
#include <outlay/budget/threshold.hpp>
#include <vector>

namespace outlay::inline v0_1_0::aws {

/// The thresholds of the alerts of a budget, for crosses(): a notification whose type is absent is a percentage, as AWS
/// has it. Alerts that are about less than a threshold, or about exactly one, are no thresholds and are left out; so is
/// one of a type that outlay does not know. AWS alerts above a threshold, crosses() at it.
inline std::vector<threshold> thresholds_of(std::vector<notification> const& notifications)
{
    std::vector<threshold> found;
    for (notification const& each : notifications) {
        bool const is_amount = each.threshold_type == threshold_type::absolute_value;
        bool const is_percent = !each.threshold_type || *each.threshold_type == threshold_type::percentage;
        bool const is_forecast = each.notification_type == notification_type::forecasted;
        if (each.comparison_operator != comparison_operator::greater_than || (!is_amount && !is_percent) ||
            !each.notification_type.is_known())
            continue;
        found.push_back({.value = each.threshold,
                         .unit = is_amount ? threshold_unit::amount : threshold_unit::percent,
                         .basis = is_forecast ? threshold_basis::forecast : threshold_basis::actual});
    }
    return found;
}

} // namespace outlay::inline v0_1_0::aws
