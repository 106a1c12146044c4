#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::datadog::detail {

/// One number for a month and the number of a tag set: months are below 2^20, and tag sets are fewer than 2^44.
inline std::uint64_t key_of(month in, std::size_t tag_set) noexcept
{
    constexpr int bits_of_month = 20;
    return std::uint64_t{tag_set} << bits_of_month | static_cast<std::uint64_t>(in.number());
}

/// `service:ec2,env:prod`, as messages show tags.
template<class Filters>
std::string shown_tags(Filters const& tags)
{
    std::string shown;
    for (auto const& tag : tags)
        shown.append(shown.empty() ? "" : ",").append(tag.tag_key).append(":").append(tag.tag_value);
    return shown;
}

/// Numbers sets of tags in the order in which they first come, from 0. The order within a set does not count.
class tag_sets {
public:
    template<class Filters>
    std::size_t add(Filters const& tags)
    {
        write_key(key_, order_, tags);
        return numbers_.try_emplace(key_, numbers_.size()).first->second;
    }

    template<class Filters>
    std::optional<std::size_t> find(Filters const& tags) const
    {
        std::string key;
        tag_order order;
        write_key(key, order, tags);
        auto const found = numbers_.find(key);
        return found != numbers_.end() ? std::optional(found->second) : std::nullopt;
    }

    std::size_t size() const noexcept { return numbers_.size(); }

private:
    using tag_order = std::vector<std::pair<std::string_view, std::string_view>>;

    /// The tags by name and value, each text after its length: no two sets have the same key.
    template<class Filters>
    static void write_key(std::string& key, tag_order& order, Filters const& tags)
    {
        order.clear();
        for (auto const& tag : tags) order.emplace_back(tag.tag_key, tag.tag_value);
        std::sort(order.begin(), order.end());
        key.clear();
        for (auto const& [name, value] : order) {
            append(key, name);
            append(key, value);
        }
    }

    static void append(std::string& key, std::string_view text)
    {
        key += std::to_string(text.size());
        key += ':';
        key += text;
    }

    std::unordered_map<std::string, std::size_t> numbers_;
    std::string key_;
    tag_order order_;
};

} // namespace outlay::inline v0_1_0::datadog::detail
