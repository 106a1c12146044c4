#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace outlay::datadog::detail {

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

} // namespace outlay::datadog::detail
