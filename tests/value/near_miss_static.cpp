#include <initializer_list>
#include <outlay/value/detail/near_miss.hpp>
#include <string_view>

namespace near_miss_static {

using outlay::detail::bare_name, outlay::detail::edit_distance;

constexpr std::string_view likely(std::string_view found, std::initializer_list<std::string_view> names)
{
    outlay::detail::near_miss search(found);
    for (std::string_view const name : names) search.consider(name);
    return search.likely();
}

// Put in, left out, replaced, swapped.
static_assert(edit_distance(bare_name("budget"), bare_name("budget")) == 0);
static_assert(edit_distance(bare_name(""), bare_name("abc")) == 3);
static_assert(edit_distance(bare_name("abc"), bare_name("")) == 3);
static_assert(edit_distance(bare_name("budget"), bare_name("budgett")) == 1);
static_assert(edit_distance(bare_name("budget"), bare_name("bdget")) == 1);
static_assert(edit_distance(bare_name("budget"), bare_name("bugdet")) == 1);
static_assert(edit_distance(bare_name("kitten"), bare_name("sitting")) == 3);

// Case and separators.
using outlay::detail::is_respelt;
static_assert(is_respelt("end_date", "endDate") && is_respelt("END-DATE", "enddate") &&
              !is_respelt("endDates", "endDate"));
static_assert(!is_respelt("", "") && !is_respelt("_", "-"));

// A lower bound of the edit distance.
using outlay::detail::tally;
static_assert(least_distance(tally("abc"), tally("cab")) == 0);
static_assert(least_distance(tally("budget"), tally("bugdet")) == 0);
static_assert(least_distance(tally("kitten"), tally("sitting")) == 3);
static_assert(least_distance(tally("aab"), tally("b")) == 2);
static_assert(least_distance(tally(""), tally("abc")) == 3);

// A name that is too long to be compared has no near miss.
static_assert(likely("budget_usage_percent_budget_usage_percent_budget_usage_percent_budget_usage_percents",
                     {"budget_usage_percent_budget_usage_percent_budget_usage_percent_budget_usage_percent"})
                  .empty());

// Case and separators do not count.
static_assert(edit_distance(bare_name("budget_usage_percent"), bare_name("budgetUsagePercent")) == 0);
static_assert(edit_distance(bare_name("START-DATE"), bare_name("startDate")) == 0);

static_assert(likely("budgetUsagePercnt", {"budget", "budgetUsagePercent", "campaignId"}) == "budgetUsagePercent");
static_assert(likely("budget_usage_percent", {"budget", "budgetUsagePercent"}) == "budgetUsagePercent");
static_assert(likely("enabled", {"PAUSED", "ENABLED"}) == "ENABLED");
static_assert(likely("campainId", {"portfolioId", "campaignId"}) == "campaignId");

// The nearest; of equals the first; an exact one whatever comes after it.
static_assert(likely("endDat", {"endTime", "endDate"}) == "endDate");
static_assert(likely("namex", {"namea", "nameb"}) == "namea");
static_assert(likely("end_date", {"endDate", "end-date", "endDatt"}) == "endDate");

// Other names are not suggested.
static_assert(likely("owner", {"amount", "name", "folder"}).empty());
static_assert(likely("pacing", {"amount", "policy", "startDate"}).empty());
static_assert(likely("x", {"y", "xy"}).empty());
static_assert(likely("", {"name", ""}).empty());
static_assert(likely("name", {}).empty());

// A name longer than any is not compared, and not read to its end.
static_assert(bare_name(std::string_view("0123456789012345678901234567890123456789012345678901234567890123")).size() ==
              64);
static_assert(
    !bare_name(std::string_view("0123456789012345678901234567890123456789012345678901234567890123")).is_cut());
static_assert(
    bare_name(std::string_view("01234567890123456789012345678901234567890123456789012345678901234")).is_cut());
static_assert(likely("01234567890123456789012345678901234567890123456789012345678901234",
                     {"0123456789012345678901234567890123456789012345678901234567890123"})
                  .empty());

} // namespace near_miss_static
