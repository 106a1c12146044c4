#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

// "Did you mean ...?": only ever asked about a name that is wrong already, so that it may take its time.

namespace outlay::detail {

/// What counts of a name when it is compared with others: letters without case, digits. `budget_usage`, `Budget-Usage`
/// and `budgetUsage` are one name spelt three ways.
class bare_name {
public:
    static constexpr std::size_t longest = 64;

    constexpr explicit bare_name(std::string_view name) noexcept
    {
        for (char const c : name) {
            if (c == '_' || c == '-' || c == ' ') continue;
            if (size_ == longest) {
                is_cut_ = true;
                return;
            }
            text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
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

/// How many characters must be put in, left out, replaced, or swapped with their neighbour, to make b of a.
constexpr std::size_t edit_distance(bare_name const& a, bare_name const& b) noexcept
{
    using row = std::array<std::size_t, bare_name::longest + 1>;
    row two_before{};
    row before{};
    row current{};
    for (std::size_t k = 0; k <= b.size(); ++k) before[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            bool const differ = a[i - 1] != b[k - 1];
            current[k] = std::min({before[k] + 1, current[k - 1] + 1, before[k - 1] + differ});
            if (differ && i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                current[k] = std::min(current[k], two_before[k - 2] + 1);
        }
        two_before = std::exchange(before, current);
    }
    return before[b.size()];
}

/// Finds among the names that would do the one that a wrong one was probably meant to be.
class near_miss {
public:
    constexpr explicit near_miss(std::string_view found) noexcept : found_(found) {}

    /// `name` must stay where it is as long as likely() is used.
    constexpr void consider(std::string_view name) noexcept
    {
        bare_name const candidate(name);
        auto const [shorter, longer] = std::minmax({found_.size(), candidate.size()});
        std::size_t const allowed = longer / 3;
        if (found_.is_cut() || longer < 3 || longer - shorter > allowed) return;
        std::size_t const distance = edit_distance(found_, candidate);
        if (distance > allowed || distance >= distance_) return;
        distance_ = distance;
        likely_ = name;
    }

    /// Empty if no name comes near.
    constexpr std::string_view likely() const noexcept { return likely_; }

private:
    bare_name found_;
    std::size_t distance_ = bare_name::longest + 1; ///< of likely_
    std::string_view likely_;
};

} // namespace outlay::detail
