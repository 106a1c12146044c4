#pragma once

#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/naming.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The figures of a status; the enumerators have the names of its members.
enum class status_figure : unsigned char {
    amount,           ///< the budget
    spent,            ///< the spend so far
    remaining,        ///< the rest of the limit
    used_percent,     ///< the share of the limit that is spent
    forecast,         ///< the predicted spend of the whole window
    effective_amount, ///< the amount that the vendor currently uses
};
BOOST_DESCRIBE_ENUM(status_figure, amount, spent, remaining, used_percent, forecast, effective_amount)

/// In JSON, `"used_percent"`.
template<>
struct model<status_figure> {
    static constexpr auto naming = wire_case::snake; ///< the names in C++
};

/// A set of the figures of a status: `{status_figure::spent, status_figure::remaining}`. In the JSON of a status, a
/// list of their names.
class status_figures {
public:
    using printable = void;

    /// The empty set.
    constexpr status_figures() noexcept = default;

    /// The set of these figures.
    constexpr status_figures(std::initializer_list<status_figure> of) noexcept
    {
        for (status_figure const each : of) add(each);
    }

    /// Whether the set contains a figure.
    constexpr bool contains(status_figure which) const noexcept { return (bits_ & bit_of(which)) != 0; }

    /// Whether the set is empty.
    constexpr bool empty() const noexcept { return bits_ == 0; }

    /// Adds a figure.
    constexpr void add(status_figure which) noexcept { bits_ = static_cast<std::uint8_t>(bits_ | bit_of(which)); }

    /// The figures in the order of the enumeration.
    std::vector<status_figure> list() const
    {
        std::vector<status_figure> all;
        for (std::size_t i = 0; i < std::size(detail::enum_table<status_figure>); ++i)
            if (auto const each = static_cast<status_figure>(i); contains(each)) all.push_back(each);
        return all;
    }

    /// `spent, remaining`; empty for the empty set.
    std::string to_string() const
    {
        std::string text;
        for (status_figure const each : list()) text.append(text.empty() ? "" : ", ").append(enum_text(each));
        return text;
    }

    friend constexpr bool operator==(status_figures, status_figures) noexcept = default;

private:
    static constexpr std::uint8_t bit_of(status_figure which) noexcept
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(which));
    }

    std::uint8_t bits_ = 0; ///< one bit for each enumerator
};

} // namespace outlay::inline v0_1_0
