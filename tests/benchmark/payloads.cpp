#include "payloads.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// A JSON value with its name, before it is written in one of the forms.
struct node {
    enum kinds { object, list, text, bare };

    std::string name{}; ///< empty in lists
    kinds kind = bare;
    std::string value{}; ///< of text, in UTF-8; of bare, as it is written: a number, true, null
    std::vector<node> children{};
};

node text(std::string name, std::string value)
{
    return {.name = std::move(name), .kind = node::text, .value = std::move(value)};
}

node bare(std::string name, std::string value)
{
    return {.name = std::move(name), .kind = node::bare, .value = std::move(value)};
}

node object(std::string name, std::vector<node> members)
{
    return {.name = std::move(name), .kind = node::object, .children = std::move(members)};
}

node list(std::string name, std::vector<node> items)
{
    return {.name = std::move(name), .kind = node::list, .children = std::move(items)};
}

node& child(node& of, std::string_view name)
{
    return *std::find_if(of.children.begin(), of.children.end(), [name](node const& n) { return n.name == name; });
}

// --- values

/// Numbers are drawn one per statement or per item of a list in braces: arguments have no order. Knuth's linear
/// congruential generator, from one seed.
class generator {
public:
    std::int64_t below(std::int64_t end)
    {
        state_ = state_ * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
        return static_cast<std::int64_t>(state_ >> 33) % end;
    }

private:
    std::uint64_t state_ = 2026;
};

template<class... Arguments>
std::string format(char const* pattern, Arguments... arguments)
{
    char text[64];
    auto const size = std::snprintf(text, sizeof text, pattern, arguments...);
    return {text, static_cast<std::size_t>(size)};
}

std::string integer(std::int64_t value) { return std::to_string(value); }

/// With `places` digits after the point, of which the last is not 0.
std::string decimal(std::int64_t whole, std::int64_t fraction, int places)
{
    return format("%lld.%0*lld", static_cast<long long>(whole), places, static_cast<long long>(fraction));
}

std::string cents(std::int64_t value) { return decimal(value / 100, value % 100, 2); }

std::string timestamp(generator& random)
{
    auto const day = static_cast<int>(1 + random.below(20));
    auto const second = static_cast<int>(random.below(86'400));
    auto const millisecond = static_cast<int>(random.below(1000));
    return format("2026-11-%02dT%02d:%02d:%02d.%03dZ", day, second / 3600, second / 60 % 60, second % 60, millisecond);
}

std::string fifteen_digits(generator& random)
{
    return integer(100'000'000'000'000 + random.below(std::int64_t{1} << 30) * 838'190);
}

// --- bodies, their members in the order in which the vendors write them

constexpr int refused_each = 33; // of 100 rows, 3

node usage_reply(int items)
{
    constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10'000};
    generator random;
    std::vector<node> success;
    std::vector<node> error;
    for (int index = 0; index < items; ++index) {
        auto id = text("campaignId", fifteen_digits(random));
        auto position = bare("index", integer(index));
        if (index % refused_each == refused_each - 1) {
            error.push_back(object("", {std::move(id), text("code", "CAMPAIGN_NOT_FOUND"),
                                        text("details", "no such campaign in this profile"), std::move(position)}));
            continue;
        }
        auto const places = static_cast<int>(1 + random.below(4));
        auto const fraction = 1 + random.below(powers[places] - 1);
        success.push_back(
            object("", {bare("budget", cents(500 + random.below(1'500'000))),
                        bare("budgetUsagePercent", decimal(random.below(120), fraction, places)), std::move(id),
                        std::move(position), text("usageUpdatedTimestamp", timestamp(random))}));
    }
    return object("", {list("success", std::move(success)), list("error", std::move(error))});
}

node portfolio_budget(generator& random)
{
    constexpr char const* currencies[] = {"USD", "EUR", "GBP", "SEK"};
    auto amount = bare("amount", cents(1'000 + random.below(5'000'000)));
    auto currency = text("currencyCode", currencies[random.below(std::ssize(currencies))]);
    switch (random.below(3)) {
    case 0: return object("budget", {text("policy", "NO_CAP")});
    case 1: return object("budget", {std::move(amount), std::move(currency), text("policy", "MONTHLY_RECURRING")});
    default:
        auto const month = static_cast<int>(1 + random.below(6));
        return object("budget",
                      {std::move(amount), std::move(currency), text("endDate", format("2027-%02d-28", month + 6)),
                       text("policy", "DATE_RANGE"), text("startDate", format("2027-%02d-01", month))});
    }
}

node extended_data(generator& random)
{
    std::vector<node> reasons;
    bool const delivers = random.below(4) != 0;
    if (delivers) {
        reasons.push_back(text("", "PORTFOLIO_STATUS_ENABLED_DETAIL"));
    } else {
        reasons.push_back(text("", "PORTFOLIO_OUT_OF_BUDGET_DETAIL"));
        reasons.push_back(text("", "ADVERTISER_PAYMENT_FAILURE_DETAIL"));
    }
    return object("extendedData",
                  {text("creationDateTime", timestamp(random)), text("lastUpdateDateTime", timestamp(random)),
                   text("servingStatus", delivers ? "PORTFOLIO_STATUS_ENABLED" : "PORTFOLIO_OUT_OF_BUDGET"),
                   list("statusReasons", std::move(reasons))});
}

node portfolio_list(int items)
{
    constexpr char const* names[] = {"Spring/Summer shoes", "Été 2026",         "Brand defence, exact match",
                                     "Launch 🚀 wave",      "Größe/Farbe Test", "Always on"};
    generator random;
    std::vector<node> portfolios;
    for (int index = 0; index < items; ++index) {
        auto const* const sharing = random.below(3) == 0 ? "DISABLED" : "ENABLED";
        auto const* const name = names[random.below(std::ssize(names))];
        auto budget = portfolio_budget(random);
        auto extended = extended_data(random);
        portfolios.push_back(object(
            "", {std::move(budget),
                 object("budgetControls", {object("campaignUnspentBudgetSharing", {text("featureState", sharing)})}),
                 std::move(extended), bare("inBudget", random.below(5) == 0 ? "false" : "true"),
                 text("name", std::string(name) + ' ' + integer(index)), text("portfolioId", fifteen_digits(random)),
                 text("state", "ENABLED")}));
    }
    return object("", {list("portfolios", std::move(portfolios)), bare("totalResults", integer(items))});
}

node costs(generator& random, std::string amount)
{
    auto const actual = random.below(9'000);
    auto const fraction = 1 + random.below(999'999);
    auto const forecast = cents(10'000 + random.below(900'000));
    return object("costs",
                  {bare("actual", decimal(actual, fraction, 6)), bare("amount", std::move(amount)),
                   bare("custom_forecast", "null"), bare("forecast", forecast), bare("ootb_forecast", forecast)});
}

node tag_filter(std::string key, std::string value)
{
    return object("", {text("tag_key", std::move(key)), text("tag_value", std::move(value))});
}

node budget_document(int items)
{
    constexpr char const* teams[] = {"checkout/web", "Größe", "search", "data-platform"};
    constexpr int months = 12;
    generator random;
    std::vector<node> entries;
    std::int64_t total = 0;
    for (int index = 0; index < items; ++index) {
        auto const amount = 100'000 + random.below(900'000);
        total += amount;
        std::vector<node> members{bare("amount", cents(amount))};
        if (index % 3 == 0) members.push_back(costs(random, cents(amount)));
        members.push_back(bare("month", integer(202'601 + index % months)));
        std::vector<node> filters{tag_filter("service", "service-" + integer(index / months))};
        if (index % 2 == 0) filters.push_back(tag_filter("team", teams[random.below(std::ssize(teams))]));
        members.push_back(list("tag_filters", std::move(filters)));
        entries.push_back(object("", std::move(members)));
    }
    auto attributes =
        object("attributes",
               {costs(random, cents(total)), bare("costs_period_end", "1798761599999"),
                bare("costs_period_start", "1767225600000"), bare("created_at", "1764258683590"),
                text("created_by", "00000000-0a0a-0a0a-aaa0-00000000000a"), bare("end_month", "202612"),
                list("entries", std::move(entries)),
                text("metrics_query", "sum:aws.cost.amortized{*} by {service, team}"), text("name", "All services"),
                bare("org_id", "123"), bare("start_month", "202601"), bare("total_amount", cents(total)),
                bare("updated_at", "1768258683590"), text("updated_by", "00000000-0a0a-0a0a-aaa0-00000000000a")});
    return object("", {object("data", {std::move(attributes), text("id", "6a8d2f5e-0c3b-4a57-9c1e-2f4b7d9e1a30"),
                                       text("type", "budget")})});
}

node make_body(payload kind, int items)
{
    if (kind == payload::usage) return usage_reply(items);
    return kind == payload::portfolios ? portfolio_list(items) : budget_document(items);
}

/// The list that has one item of the body in each of its own.
node& items_of(node& body, payload kind)
{
    if (kind == payload::usage) return child(body, "success");
    if (kind == payload::portfolios) return child(body, "portfolios");
    return child(child(child(body, "data"), "attributes"), "entries");
}

// --- writing

void append_unit(std::string& out, unsigned unit) { out += format("\\u%04x", unit); }

/// The code point of well-formed UTF-8 that begins at `at`, which is moved past it.
unsigned next_code_point(std::string_view from, std::size_t& at)
{
    auto const byte = [&from](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(from[i])); };
    auto const first = byte(at++);
    if (first < 0x80) return first;
    int const more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    unsigned point = first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) point = point << 6 | (byte(at++) & 0x3FU);
    return point;
}

/// ASCII only, `\/` for a slash, and the character in the middle as \uXXXX, so that each string has an escape.
void append_escaped(std::string& out, std::string_view value)
{
    for (std::size_t at = 0; at < value.size();) {
        bool const in_middle = at == value.size() / 2;
        unsigned const point = next_code_point(value, at);
        if (point >= 0x10000) {
            append_unit(out, 0xD800 + ((point - 0x10000) >> 10));
            append_unit(out, 0xDC00 + ((point - 0x10000) & 0x3FF));
        } else if (point >= 0x80 || (in_middle && point != '/')) {
            append_unit(out, point);
        } else {
            if (point == '/') out += '\\';
            out += static_cast<char>(point);
        }
    }
}

/// No value has a quote, a backslash or a control character: in the other forms, strings are written as they are.
void append_string(std::string& out, std::string_view value, form written)
{
    out += '"';
    if (written == form::escapes) append_escaped(out, value);
    else out += value;
    out += '"';
}

void append(std::string& out, node const& from, form written, std::size_t depth)
{
    constexpr std::size_t indent = 2;
    if (from.kind == node::text) return append_string(out, from.value, written);
    if (from.kind == node::bare) {
        out += from.value;
        return;
    }
    bool const is_object = from.kind == node::object;
    bool const is_reversed = is_object && written == form::reversed;
    bool const is_pretty = written == form::pretty && !from.children.empty();
    out += is_object ? '{' : '[';
    for (std::size_t i = 0; i < from.children.size(); ++i) {
        node const& member = from.children[is_reversed ? from.children.size() - 1 - i : i];
        if (i != 0) out += ',';
        if (is_pretty) (out += '\n').append((depth + 1) * indent, ' ');
        if (is_object) ((out += '"') += member.name) += is_pretty ? "\": " : "\":";
        append(out, member, written, depth + 1);
    }
    if (is_pretty) (out += '\n').append(depth * indent, ' ');
    out += is_object ? '}' : ']';
}

std::string to_text(node const& body, form written)
{
    std::string out;
    append(out, body, written, 0);
    out.reserve(out.size() + padding);
    return out;
}

std::string to_lines(node const& items, form written)
{
    std::string out;
    for (node const& item : items.children) {
        append(out, item, written == form::pretty ? form::compact : written, 0);
        out += '\n';
    }
    return out;
}

} // namespace

sample make_sample(payload kind, form written, int items)
{
    sample made{.kind = kind, .written = written, .items = items};
    node body = make_body(kind, items);
    made.text = to_text(body, written);

    node& list = items_of(body, kind);
    made.lines = to_lines(list, written);

    node& middle = list.children[list.children.size() / 2];
    middle.children.push_back(bare("brandNew", "1"));
    made.one_notice = to_text(body, written);
    middle.children.pop_back();

    constexpr std::string_view wrong[] = {"budget", "inBudget", "amount"}; // by payload
    auto const with_wrong = [&](node& item) {
        node& member = child(item, wrong[static_cast<int>(kind)]);
        node const right = std::exchange(member, text(member.name, "wrong"));
        auto broken = to_text(body, written);
        member = right;
        return broken;
    };
    made.wrong_early = with_wrong(list.children.front());
    made.wrong_late = with_wrong(list.children.back());
    return made;
}

std::string_view name_of(payload kind)
{
    constexpr std::string_view names[] = {"usage", "portfolios", "budget"};
    return names[static_cast<int>(kind)];
}

std::string_view name_of(form written)
{
    constexpr std::string_view names[] = {"compact", "pretty", "reversed", "escapes"};
    return names[static_cast<int>(written)];
}
