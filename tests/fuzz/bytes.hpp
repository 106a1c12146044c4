#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

// The input of a fuzz target, read from its start.

namespace fuzz {

/// A byte string as a source of choices. Past its end every choice is the first one, and every text is empty: a short
/// input is a short run.
class bytes {
public:
    bytes(std::uint8_t const* data, std::size_t size) : rest_(reinterpret_cast<char const*>(data), size) {}

    bool is_empty() const noexcept { return rest_.empty(); }

    /// The next byte; 0 past the end.
    std::uint8_t byte() noexcept
    {
        if (rest_.empty()) return 0;
        auto const first = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }

    /// Whether the next byte is odd: false past the end.
    bool coin() noexcept { return byte() % 2 != 0; }

    /// Less than `bound`, which is at most 256.
    std::size_t below(std::size_t bound) noexcept { return byte() % bound; }

    /// One of a list of at most 256.
    template<class List>
    auto const& pick(List const& list) noexcept
    {
        return list[below(std::size(list))];
    }

    /// A number of this many bytes, at most 8.
    std::uint64_t number(int of_bytes) noexcept
    {
        std::uint64_t n = 0;
        for (int i = 0; i < of_bytes; ++i) n = n << 8 | byte();
        return n;
    }

    /// Up to a line feed, which is left out: a form that seeds have and mutations keep.
    std::string_view line() noexcept
    {
        std::size_t const end = std::min(rest_.find('\n'), rest_.size());
        std::string_view const taken = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return taken;
    }

    /// The rest of the input.
    std::string_view rest() noexcept
    {
        std::string_view const all = rest_;
        rest_ = {};
        return all;
    }

private:
    std::string_view rest_;
};

} // namespace fuzz
