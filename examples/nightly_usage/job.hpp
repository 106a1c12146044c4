#pragma once

#include <cstddef>
#include <ostream>
#include <outlay/amazon.hpp>
#include <string>
#include <vector>

// The job itself. It knows no socket and no clock, so that a test can run it (see examples/guide/tutorial.md).

namespace nightly {

namespace ads = outlay::amazon;

/// The exit status of the job.
enum class outcome {
    complete = 0,   ///< every campaign is in the report
    incomplete = 1, ///< some are missing, and the log says which and why
    failed = 2,     ///< there is no report
};

/// A cell of a CSV file: quoted, if it has to be.
inline std::string cell(std::string const& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char const c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

/// Writes a row for each enabled campaign of the profile to `csv`, and a summary to `log`.
template<class Client>
outcome run(Client& amazon, std::ostream& csv, std::ostream& log)
{
    // 1. The campaigns, of all pages.
    auto const listed =
        amazon.list_campaigns({.state_filter = ads::campaign_state_filter{{ads::campaign_state::enabled}}});
    if (!listed) {
        log << "no list of campaigns: " << listed.error() << '\n';
        return outcome::failed;
    }
    if (listed->incomplete) log << "the list ends early: " << *listed->incomplete << '\n';
    for (outlay::violation const& bad : listed->found) log << "a campaign is left out: " << bad << '\n';

    // 2. Their usage: one outcome for each id, in the order of the ids.
    std::vector<ads::campaign_id> ids;
    for (ads::campaign const& campaign : listed->campaigns) ids.push_back(campaign.campaign_id);
    auto const usage = amazon.campaign_budget_usage(ads::ad_product::sponsored_products, ids);

    // 3. The report. Amounts are decimals: sums are exact, and rounded only where they are printed.
    csv << "campaign,name,budget,spent,used %\n";
    outlay::decimal budget;
    outlay::decimal spent;
    for (auto const& one : usage) {
        auto const* const row = one.success();
        if (row == nullptr) continue;
        ads::campaign const& campaign = listed->campaigns[one.index];
        outlay::status const status = outlay::status_of(*row, campaign);
        csv << campaign.campaign_id << ',' << cell(campaign.name) << ',' << status.amount.value_or(0) << ',';
        if (status.spent) csv << status.spent->round(2);
        csv << ',';
        if (status.used_percent) csv << *status.used_percent;
        csv << '\n';
        budget += status.amount.value_or(0);
        spent += status.spent.value_or(0);
    }

    // 4. The campaigns that are not in it: refused by Amazon, or lost with their call.
    for (ads::usage_error const& refused : usage.refusals())
        log << "campaign " << refused.campaign_id.value_or("?") << " is refused: " << refused.code.value_or("?")
            << '\n';
    for (outlay::failure_group const& lost : usage.failure_groups()) log << lost << '\n';
    log << usage.count_succeeded() << " of " << usage.size() << " campaigns: " << spent.round(2) << " of "
        << budget.round(2) << " spent\n";
    return usage.ok() && listed->is_complete() ? outcome::complete : outcome::incomplete;
}

} // namespace nightly
