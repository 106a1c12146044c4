#include <cstddef>
#include <functional>
#include <gtest/gtest.h>
#include <outlay/value/detail/name_index.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace name_index_test {

using outlay::detail::name_index;

/// Names whose hashes are even, so that half of the slots are nobody's first.
std::vector<std::string> names(std::size_t count)
{
    std::vector<std::string> found;
    for (int i = 0; found.size() < count; ++i)
        if (std::string const name = "name" + std::to_string(i); std::hash<std::string_view>()(name) % 2 == 0)
            found.push_back(name);
    return found;
}

TEST(name_index, finds_every_name_however_the_hashes_fall)
{
    constexpr std::size_t added = 32; // as many as fit the first table of 64 slots
    auto const all = names(added + 1);
    auto const name_of = [&all](std::size_t i) -> std::string_view { return all[i]; };
    name_index index;
    index.reserve(added, name_of);
    for (std::size_t i = 0; i < added; ++i) index.add(name_of);
    for (std::size_t i = 0; i < added; ++i) EXPECT_EQ(index.find(all[i], name_of), i);
    EXPECT_EQ(index.find(all[added], name_of), name_index::none);
    EXPECT_FALSE(index.has_repeated());
}

} // namespace name_index_test
