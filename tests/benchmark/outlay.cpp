// outlay's own rows.

#include "suite.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

namespace amazon = outlay::amazon;
namespace datadog = outlay::datadog;

summary summary_of(amazon::campaign_usage_reply const& reply)
{
    summary all{.items = reply.success.size() + reply.error.size()};
    for (amazon::campaign_usage const& row : reply.success) {
        all.amounts += row.budget->to_double() + row.budget_usage_percent->to_double();
        all.characters += row.campaign_id->str().size();
    }
    for (amazon::usage_error const& row : reply.error)
        all.characters += row.campaign_id->str().size() + row.code->size() + row.details->size();
    return all;
}

summary summary_of(amazon::portfolio_list_reply const& list)
{
    summary all{.items = list.portfolios.size()};
    for (amazon::portfolio const& each : list.portfolios) {
        if (each.budget->amount) all.amounts += each.budget->amount->to_double();
        all.characters += each.name.size() + each.portfolio_id.str().size();
    }
    return all;
}

summary summary_of(datadog::budget_document const& document)
{
    datadog::budget_attributes const& budget = document.data.attributes;
    summary all{.items = budget.entries.size(), .amounts = budget.total_amount->to_double()};
    for (datadog::budget_entry const& entry : budget.entries) {
        all.amounts += entry.amount->to_double();
        if (entry.costs) all.amounts += entry.costs->actual->to_double() + entry.costs->forecast->to_double();
        for (datadog::tag_filter const& filter : entry.tag_filters)
            all.characters += filter.tag_key.size() + filter.tag_value.size();
    }
    return all;
}

/// A body and the item that it lists.
template<class Body, class Item>
struct types {
    using body = Body;
    using item = Item;
};

template<class Function>
auto with_types(payload kind, Function f)
{
    if (kind == payload::usage) return f(types<amazon::campaign_usage_reply, amazon::campaign_usage>{});
    if (kind == payload::portfolios) return f(types<amazon::portfolio_list_reply, amazon::portfolio>{});
    return f(types<datadog::budget_document, datadog::budget_entry>{});
}

/// A candidate that calls make(types{}, sample), which returns a value or a reference to one.
template<class Make>
entrant making(std::string_view row, Make make)
{
    return {row, [=](sample const& from) -> std::optional<candidate> {
                return with_types(from.kind, [&](auto of) {
                    return candidate{.row = row,
                                     .bytes = from.text.size(),
                                     .run = [=, &from] { keep(make(of, from)); },
                                     .check = [=, &from] { return summary_of(make(of, from)); }};
                });
            }};
}

constexpr auto decode = []<class Body, class Item>(types<Body, Item>, sample const& from) {
    return outlay::decode<Body>(from.text).value();
};

constexpr auto chunks = []<class Body, class Item>(types<Body, Item>, sample const& from) {
    constexpr std::size_t chunk = 4096;
    outlay::decoder<Body> decoder;
    for (std::string_view rest = from.text; !rest.empty(); rest.remove_prefix(std::min(chunk, rest.size())))
        require(decoder.write(rest.substr(0, chunk)), "outlay refuses a chunk");
    return decoder.finish().value();
};

/// The unknown member changes none of the summed values.
constexpr auto decode_with_notice = []<class Body, class Item>(types<Body, Item>, sample const& from) {
    return outlay::decode<Body>(from.one_notice).value();
};

std::optional<candidate> notice(sample const& from)
{
    return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item>) {
        auto const report = outlay::inspect<Body>(from.one_notice).report;
        require(report.empty() && report.notices().size() == 1, "a text is to have one notice");
        require(outlay::inspect<Body>(from.text).report.notices().empty(), "a text is to have no notice");
        auto notice = *making("notice", decode_with_notice).enter(from);
        notice.bytes = from.one_notice.size();
        return notice;
    });
}

/// Ends the program unless the text has exactly one violation.
template<class Body>
void refuse(std::string const& text)
{
    auto const read = outlay::decode<Body>(text);
    require(!read && read.error().report().size() == 1, "a text is to have one error");
    keep(read);
}

entrant wrong(std::string_view row, std::string sample::* text)
{
    return {row, [=](sample const& from) -> std::optional<candidate> {
                return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item>) {
                    std::string const& broken = from.*text;
                    return candidate{.row = row, .bytes = broken.size(), .run = [&broken] { refuse<Body>(broken); }};
                });
            }};
}

std::optional<candidate> ndjson(sample const& from)
{
    if (from.written == form::pretty) return std::nullopt;
    return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item>) {
        return candidate{.row = "ndjson", .bytes = from.lines.size(), .run = [&lines = from.lines] {
                             for (auto const& line : outlay::ndjson<Item>(lines)) {
                                 require(line.ok(), "outlay refuses a line");
                                 keep(line.value);
                             }
                         }};
    });
}

std::optional<candidate> validate(sample const& from)
{
    if (from.written != form::compact) return std::nullopt;
    return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item> of) {
        return candidate{
            .row = "validate", .bytes = from.text.size(), .run = [body = std::make_shared<Body>(decode(of, from))] {
                require(outlay::validate(*body).empty(), "outlay finds an error");
            }};
    });
}

std::optional<candidate> encode(sample const& from)
{
    if (from.written != form::compact) return std::nullopt;
    return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item> of) {
        auto const body = std::make_shared<Body>(decode(of, from));
        return candidate{.row = "encode",
                         .bytes = from.text.size(),
                         .run = [body] { keep(outlay::encode(*body)); },
                         .check = [body, kind = from.kind] { return summary_of_text(kind, outlay::encode(*body)); }};
    });
}

namespace in_outlay {

using namespace outlay; // a qualified name must be declared, even in a requirement

/// Whether outlay reads into an object that keeps its memory.
template<class Body>
concept has_decode_into = requires(Body& to, std::string_view text) { static_cast<bool>(decode_into(to, text)); };

template<class Body>
void read_into(Body& to, std::string_view text)
{
    if constexpr (has_decode_into<Body>) require(static_cast<bool>(decode_into(to, text)), "outlay refuses a text");
}

} // namespace in_outlay

std::optional<candidate> into(sample const& from)
{
    return with_types(from.kind, [&]<class Body, class Item>(types<Body, Item>) -> std::optional<candidate> {
        if (!in_outlay::has_decode_into<Body>) return std::nullopt;
        auto const again = [to = std::make_shared<Body>(), &text = from.text]() -> Body const& {
            in_outlay::read_into(*to, text);
            return *to;
        };
        return candidate{.row = "decode_into",
                         .bytes = from.text.size(),
                         .run = [again] { keep(again()); },
                         .check = [again] { return summary_of(again()); }};
    });
}

registered const outlay_registered{{making("decode", decode),
                                    {"decode_into", into},
                                    making("chunks", chunks),
                                    {"notice", notice},
                                    wrong("wrong_early", &sample::wrong_early),
                                    wrong("wrong_late", &sample::wrong_late),
                                    {"ndjson", ndjson},
                                    {"validate", validate},
                                    {"encode", encode}}};

} // namespace

summary summary_of_text(payload kind, std::string_view text)
{
    return with_types(kind, [text]<class Body, class Item>(types<Body, Item>) {
        auto const read = outlay::decode<Body>(text);
        require(read.has_value(), "outlay refuses a text");
        return summary_of(*read);
    });
}
