#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// A type with a member of every sort, for tests about texts.

namespace sample {

using namespace outlay::literals;

BOOST_DEFINE_ENUM_CLASS(state, enabled, paused)

using plan_id = outlay::identifier<struct plan_tag>;

struct entry {
    outlay::decimal amount;
    std::optional<std::uint32_t> month_index;
    outlay::nullable<std::string> note;

    friend bool operator==(entry const&, entry const&) = default;
};
BOOST_DESCRIBE_STRUCT(entry, (), (amount, month_index, note))

struct plan {
    plan_id id;
    std::string title;
    std::optional<bool> active;
    std::optional<outlay::open_enum<sample::state>> state;
    std::optional<outlay::decimal> floor;
    std::optional<outlay::decimal> cap;
    std::vector<std::string> tags;
    std::optional<std::vector<entry>> entries;
    std::vector<plan> children;

    friend bool operator==(plan const&, plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan, (), (id, title, active, state, floor, cap, tags, entries, children))

} // namespace sample

template<>
struct outlay::model<sample::entry> {
    static constexpr auto members = std::tuple{
        member<&sample::entry::amount>(at_least(0)),
        member<&sample::entry::note>(length(1, 8)),
    };
};

template<>
struct outlay::model<sample::plan> {
    using plan = sample::plan;
    static constexpr auto members = std::tuple{
        rename<&plan::title>("name"),
        alias<&plan::title>("oldTitle"),
        member<&plan::title>(presence::optional, length(0, 20)),
        member<&plan::tags>(presence::optional, items(0, 3), each(length(1, 4))),
        member<&plan::entries>(items(1, 4)),
        member<&plan::children>(presence::optional),
        invariant(
            "floor_over_cap", &plan::cap, [](plan const& p) { return !p.floor || !p.cap || *p.floor <= *p.cap; },
            "the floor is over the cap"),
        quirk<plan>(
            "untitled", [](plan const& p) { return !p.title.empty(); }, "a plan without a name"),
    };
};

namespace sample {

/// A valid text on several lines.
inline constexpr std::string_view plan_text = R"({
  "id": "p1",
  "name": "Spring \u2600 sale \ud83d\ude00",
  "active": true,
  "state": "PAUSED",
  "floor": 1.50, "cap": 1e3,
  "tags": ["é", "日本", "\n\"\\"],
  "entries": [
    {"amount": 0.1, "monthIndex": 0, "note": null},
    {"amount": 12345678901234567.89}
  ],
  "children": [{"id": "p2", "name": "x", "children": []}]
})";

/// The inspection of a text fed to a decoder in pieces of `size` bytes, each of which is freed once it has been read.
template<class T>
outlay::inspection<T> inspect_pieces(std::string_view text, std::size_t size,
                                     outlay::decode_options const& options = {})
{
    outlay::decoder<T> decoder(options);
    for (; !text.empty(); text.remove_prefix(std::min(size, text.size())))
        if (!decoder.write(std::string(text.substr(0, size)))) break;
    return decoder.finish_inspection();
}

/// A report as text, notices included, for the message of a failing test.
inline std::vector<std::string> lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(v.to_string());
    for (outlay::violation const& v : report.notices()) lines.push_back("notice: " + v.to_string());
    return lines;
}

} // namespace sample
