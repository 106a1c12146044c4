#include "heap.hpp"

#include <cstddef>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>
#include <outlay/amazon.hpp>
#include <string>
#include <utility>

// decode and encode allocate nothing but what their result owns: in this program every operator new is counted.

namespace test_heap {

counts& counted() noexcept
{
    static thread_local counts mine;
    return mine;
}

failing& plan() noexcept
{
    static thread_local failing mine;
    return mine;
}

namespace {

/// Whether an allocation is to fail now.
bool fails() noexcept
{
    failing& mine = plan();
    if (mine.after == failing::never) return false;
    if (mine.after != 0) {
        --mine.after;
        return false;
    }
    if (!mine.is_for_good) mine.after = failing::never;
    if (mine.seen == failing::never) mine.seen = mine.watched != nullptr ? *mine.watched : 0;
    return true;
}

} // namespace
} // namespace test_heap

// NOLINTBEGIN(misc-new-delete-overloads)
void* operator new(std::size_t size)
{
    void* const memory = test_heap::fails() ? nullptr : std::malloc(size != 0 ? size : 1);
    if (memory == nullptr) throw std::bad_alloc();
    ++test_heap::counted().allocated;
    return memory;
}
void operator delete(void* memory) noexcept
{
    test_heap::counted().freed += memory != nullptr;
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
// NOLINTEND(misc-new-delete-overloads)

namespace allocation_test {

using namespace outlay::literals;
using outlay::amazon::campaign_usage;
using outlay::amazon::campaign_usage_reply;
using test_heap::counted;
using heap = test_heap::counts;

/// The allocations of making a result, counted while the result is alive.
template<class Make>
heap during(Make make)
{
    heap const before = counted();
    auto const result = make();
    return {counted().allocated - before.allocated, counted().freed - before.freed};
}

/// A copy allocates each block that the value owns, and no other.
template<class T>
std::size_t blocks_of(T const& value)
{
    return during([&] { return T(value); }).allocated;
}

campaign_usage_reply reply(std::size_t successes, std::size_t errors, std::string const& id)
{
    campaign_usage_reply made;
    for (std::size_t i = 0; i < successes; ++i)
        made.success.push_back({.budget = 1234.50_dec,
                                .budget_usage_percent = 33.3_dec,
                                .campaign_id = id + std::to_string(i),
                                .index = static_cast<std::uint32_t>(i),
                                .usage_updated_timestamp = outlay::iso_timestamp::from_milliseconds(1641350732486)});
    for (std::size_t i = 0; i < errors; ++i)
        made.error.push_back({.campaign_id = id + std::to_string(i),
                              .code = "NOT_FOUND",
                              .details = "a campaign that is not, or is no longer, in this account",
                              .index = static_cast<std::uint32_t>(i)});
    return made;
}

/// The same text with white space, as people and some servers write it.
std::string spread_out(std::string const& text)
{
    std::string out;
    int depth = 0;
    bool in_string = false;
    for (char const c : text) {
        if (c == '"') in_string = !in_string; // there are no escapes in these texts
        if (!in_string && (c == '}' || c == ']')) out += '\n' + std::string(static_cast<std::size_t>(--depth) * 4, ' ');
        out += c;
        if (in_string) continue;
        if (c == '{' || c == '[') ++depth;
        if (c == '{' || c == '[' || c == ',') out += '\n' + std::string(static_cast<std::size_t>(depth) * 4, ' ');
        if (c == ':') out += ' ';
    }
    return out;
}

void expect_only_what_is_owned(campaign_usage_reply const& value)
{
    std::string const compact = outlay::encode(value);
    for (std::string const& text : {compact, spread_out(compact)}) {
        ASSERT_EQ(outlay::decode<campaign_usage_reply>(text).value(), value);
        heap const decoding = during([&] { return outlay::decode<campaign_usage_reply>(text); });
        EXPECT_EQ(decoding.allocated, blocks_of(value)) << text;
        EXPECT_EQ(decoding.freed, 0u) << text;
    }
    heap const encoding = during([&] { return outlay::encode(value); });
    EXPECT_EQ(encoding.allocated, 1u) << compact;
    EXPECT_EQ(encoding.freed, 0u) << compact;
}

TEST(allocation, is_only_for_what_a_reply_owns)
{
    expect_only_what_is_owned(reply(100, 0, "c"));
    expect_only_what_is_owned(reply(100, 0, "an id too long for the small string "));
    expect_only_what_is_owned(reply(1, 1, "c"));
    expect_only_what_is_owned(reply(0, 100, "c"));
    expect_only_what_is_owned(reply(60, 40, "c"));
    expect_only_what_is_owned(reply(100, 0, std::string(1000, 'i'))); // the first row says how many there are
}

TEST(allocation, is_none_for_strings_with_escapes)
{
    std::string const text = R"({"error":[{"code":"\u004eOT_FOUND","details":"\ud83d\ude00"}]})";
    EXPECT_EQ(during([&] { return outlay::decode<campaign_usage_reply>(text); }).allocated, 1u);
}

TEST(allocation, is_none_where_a_text_is_appended_to_a_string_with_room)
{
    auto const value = reply(3, 0, "c");
    std::string out;
    out.reserve(4096); // more than the text
    heap const before = counted();
    outlay::encode_to(out, value);
    EXPECT_EQ(counted().allocated, before.allocated);
}

} // namespace allocation_test
