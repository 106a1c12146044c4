#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

// "Did you mean ...?". Only used for names that are already known to be wrong, so that speed matters little.

namespace outlay::inline v0_1_0::detail {

/// A character as names are compared: in lower case, '\0' for a separator, which is ignored.
constexpr char bare(char c) noexcept
{
    if (c == '_' || c == '-' || c == ' ') return '\0';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A name without case and separators: `budget_usage`, `Budget-Usage` and `budgetUsage` are the same bare name.
class bare_name {
public:
    static constexpr std::size_t longest = 64; ///< longer than any name of the vendors' APIs

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

    /// Whether the name is longer than `longest`, and so than any name that could have been meant.
    constexpr bool is_cut() const noexcept { return is_cut_; }

private:
    std::array<char, longest> text_{};
    std::size_t size_ = 0;
    bool is_cut_ = false;
};

/// Whether two names differ only in case and separators.
constexpr bool is_respelt(std::string_view a, std::string_view b) noexcept
{
    bare_name const first(a);
    bare_name const second(b);
    if (first.size() != second.size() || first.is_cut() || second.is_cut()) return false;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i] != second[i]) return false;
    return first.size() != 0;
}

/// Counts the characters of a name, in 32 classes.
class tally {
public:
    constexpr explicit tally(std::string_view name) noexcept
    {
        for (char const c : name)
            if (bare(c) != '\0') ++counts_[static_cast<unsigned char>(bare(c)) % counts_.size()];
    }

    /// A lower bound of the edit_distance() of the names, which is cheap: the number of characters that one name has
    /// and the other lacks, in any order.
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

/// The number of insertions, deletions, replacements and swaps of neighbours that turn a into b (optimal string
/// alignment). Three rows of the table are kept, since a swap refers to the row before the last.
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

/// Finds, among the valid names, the one that a wrong name was probably meant to be: at most a third of its characters
/// differ.
class near_miss {
public:
    constexpr explicit near_miss(std::string_view found) noexcept
        : found_(found), tally_(found.substr(0, 2 * bare_name::longest))
    {}

    /// Considers a valid name, to which likely() may refer. The tallies rule out nearly all names, which matters where
    /// a reply has an unknown field in each of thousands of rows.
    constexpr void consider(std::string_view name) noexcept
    {
        if (found_.is_cut()) return;
        bare_name const candidate(name);
        std::size_t const longer = (std::max)(found_.size(), candidate.size());
        std::size_t const shorter = (std::min)(found_.size(), candidate.size());
        if (longer < 3 || longer - shorter > longer / 3) return; // any two short names are similar
        if (static_cast<std::size_t>(least_distance(tally_, tally(name))) > longer / 3) return;
        std::size_t const distance = edit_distance(found_, candidate);
        if (distance > longer / 3 || distance >= distance_) return;
        distance_ = distance;
        likely_ = name;
    }

    /// The most similar name; empty if no name is similar enough.
    constexpr std::string_view likely() const noexcept { return likely_; }

private:
    bare_name found_;
    tally tally_;
    std::size_t distance_ = bare_name::longest + 1; ///< of likely_
    std::string_view likely_;
};

} // namespace outlay::inline v0_1_0::detail
