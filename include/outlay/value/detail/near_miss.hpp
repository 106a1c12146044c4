#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

// "Did you mean ...?": only ever asked about a name that is wrong already, so that it may take its time.

namespace outlay::inline v0_1_0::detail {

/// What counts of a character when names are compared: letters without case. '\0': nothing.
constexpr char bare(char c) noexcept
{
    if (c == '_' || c == '-' || c == ' ') return '\0';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What counts of a name. `budget_usage`, `Budget-Usage` and `budgetUsage` are one name spelt three ways.
class bare_name {
public:
    static constexpr std::size_t longest = 64;

    constexpr explicit bare_name(std::string_view name) noexcept
    {
        for (char const c : name) {
            if (bare(c) == '\0') continue;
            if (size_ == longest) {
                is_cut_ = true;
                return;
            }
            text_[size_++] = bare(c);
        }
    }

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr char operator[](std::size_t i) const noexcept { return text_[i]; }

    /// Longer than any name that it could be meant for.
    constexpr bool is_cut() const noexcept { return is_cut_; }

private:
    std::array<char, longest> text_{};
    std::size_t size_ = 0;
    bool is_cut_ = false;
};

/// Whether two names are one but for case and separators.
constexpr bool is_respelt(std::string_view a, std::string_view b) noexcept
{
    bare_name const first(a);
    bare_name const second(b);
    if (first.size() != second.size() || first.is_cut() || second.is_cut()) return false;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i] != second[i]) return false;
    return first.size() != 0;
}

/// How often a name has each character, some of which are counted together.
class tally {
public:
    constexpr explicit tally(std::string_view name) noexcept
    {
        for (char const c : name)
            if (bare(c) != '\0') ++counts_[static_cast<unsigned char>(bare(c)) % counts_.size()];
    }

    /// No more than the edit_distance() of the names, and quickly told: how many characters one has that the other
    /// lacks, in whatever order.
    friend constexpr int least_distance(tally const& a, tally const& b) noexcept
    {
        int more = 0;
        int less = 0;
        for (std::size_t i = 0; i < a.counts_.size(); ++i) {
            int const surplus = a.counts_[i] - b.counts_[i];
            more += (std::max)(surplus, 0);
            less += (std::max)(-surplus, 0);
        }
        return (std::max)(more, less);
    }

private:
    std::array<std::int16_t, 32> counts_{};
};

/// How many characters must be put in, left out, replaced, or swapped with their neighbour, to make b of a.
constexpr std::size_t edit_distance(bare_name const& a, bare_name const& b) noexcept
{
    using count = std::uint8_t;
    static_assert(bare_name::longest < (std::numeric_limits<count>::max)());
    using row = std::array<count, bare_name::longest + 1>;
    row rows[3]{};
    for (std::size_t k = 0; k <= b.size(); ++k) rows[0][k] = static_cast<count>(k);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row const& two_before = rows[(i + 1) % 3];
        row const& before = rows[(i + 2) % 3];
        row& current = rows[i % 3];
        current[0] = static_cast<count>(i);
        for (std::size_t k = 1; k <= b.size(); ++k) {
            bool const differ = a[i - 1] != b[k - 1];
            int least = (std::min)({before[k] + 1, current[k - 1] + 1, before[k - 1] + differ});
            if (differ && i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                least = (std::min)(least, two_before[k - 2] + 1);
            current[k] = static_cast<count>(least);
        }
    }
    return rows[a.size() % 3][b.size()];
}

/// Finds among the names that would do the one that a wrong one was probably meant to be.
class near_miss {
public:
    constexpr explicit near_miss(std::string_view found) noexcept
        : found_(found), tally_(found.substr(0, 2 * bare_name::longest))
    {}

    /// `name` must stay where it is as long as likely() is used. Nearly all names are told apart by their tallies: a
    /// reply may have an unknown field in each of thousands of rows.
    constexpr void consider(std::string_view name) noexcept
    {
        if (found_.is_cut()) return;
        bare_name const candidate(name);
        std::size_t const longer = (std::max)(found_.size(), candidate.size());
        std::size_t const shorter = (std::min)(found_.size(), candidate.size());
        if (longer < 3 || longer - shorter > longer / 3) return;
        if (static_cast<std::size_t>(least_distance(tally_, tally(name))) > longer / 3) return;
        std::size_t const distance = edit_distance(found_, candidate);
        if (distance > longer / 3 || distance >= distance_) return;
        distance_ = distance;
        likely_ = name;
    }

    /// Empty if no name comes near.
    constexpr std::string_view likely() const noexcept { return likely_; }

private:
    bare_name found_;
    tally tally_;
    std::size_t distance_ = bare_name::longest + 1; ///< of likely_
    std::string_view likely_;
};

} // namespace outlay::inline v0_1_0::detail
