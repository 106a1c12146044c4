#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <initializer_list>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <string>
#include <string_view>

// Small spaces in full: all texts that differ from a valid one by one change, and all its cuts. The quick reader, the
// careful one, and the careful one in pieces agree on each, and the place of an error is in the text.

namespace exhaustive_test {

using outlay::inspection;

constexpr std::string_view usage_text = R"({"success":[{"campaignId":"7","budgetUsagePercent":1.5e1,"budget":-0.10,)"
                                        R"("index":0}],"error":[{"code":"\u00e9\n","index":1}]})";
constexpr std::string_view item_text = R"({"id":"12","name":"é","order":0,"amount":9.5,"createdAt":1e12,)"
                                       R"("updatedAt":17,"x":[null]})";
constexpr std::string_view budget_text = R"({"data":{"type":"budget","attributes":{"name":"a","metrics_query":"m",)"
                                         R"("start_month":202501,"end_month":202512,"entries":[{"amount":5}]}}})";

/// The number of lines of a text, and of the bytes of the longest: bounds of the places in it.
struct extent {
    std::size_t lines = 1;
    std::size_t longest = 0;
};

extent extent_of(std::string_view text)
{
    extent found;
    for (std::size_t begin = 0, end = 0; end != text.npos; begin = end + 1) {
        end = text.find('\n', begin);
        found.longest = (std::max)(found.longest, text.substr(begin, end - begin).size());
        found.lines += end != text.npos;
    }
    return found;
}

template<class T>
inspection<T> in_pieces(std::initializer_list<std::string_view> pieces)
{
    outlay::decoder<T> decoder;
    for (std::string_view const piece : pieces) decoder.write(piece);
    return decoder.finish_inspection();
}

template<class T>
bool is_same(inspection<T> const& a, inspection<T> const& b)
{
    return a.value == b.value && a.report == b.report && a.stopped == b.stopped && a.found_nothing == b.found_nothing;
}

/// Inspects a text as a whole, which the quick reader begins; each violation has a place in it.
template<class T>
inspection<T> expect_places_in(std::string const& text)
{
    auto seen = outlay::inspect<T>(text);
    if (seen.ok()) return seen;
    extent const whole = extent_of(text);
    for (auto const& v : seen.report) {
        EXPECT_FALSE(v.message.empty()) << text;
        EXPECT_TRUE(v.line >= 1 && v.line <= whole.lines && v.column >= 1 && v.column <= whole.longest + 1)
            << v.to_string() << '\n'
            << text;
    }
    return seen;
}

template<class T>
void expect_same_with_cut(inspection<T> const& whole, std::string_view text, std::size_t cut)
{
    auto const pieces = in_pieces<T>({text.substr(0, cut), text.substr(cut)});
    EXPECT_TRUE(is_same(whole, pieces)) << text << "\nwith a cut at " << cut;
}

/// Compares reading a text as a whole and with a cut. Returns whether the text is valid.
template<class T>
bool expect_agreement(std::string const& text, std::size_t cut)
{
    auto const whole = expect_places_in<T>(text);
    expect_same_with_cut(whole, text, cut);
    return whole.ok();
}

/// The number of texts, and of the valid ones.
struct tally {
    std::size_t right = 0;
    std::size_t all = 0;

    void add(bool is_right)
    {
        right += is_right;
        ++all;
    }
};

template<class T>
tally replace_each_byte(std::string_view original)
{
    tally found;
    std::string text(original);
    for (std::size_t at = 0; at < original.size() && !testing::Test::HasFailure(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            text[at] = static_cast<char>(byte);
            found.add(expect_agreement<T>(text, at));
        }
        text[at] = original[at];
    }
    return found;
}

template<class T>
tally delete_each_byte(std::string_view original)
{
    tally found;
    for (std::size_t at = 0; at < original.size() && !testing::Test::HasFailure(); ++at) {
        std::string text(original);
        text.erase(at, 1);
        auto const whole = expect_places_in<T>(text);
        found.add(whole.ok());
        for (std::size_t cut = 0; cut <= text.size(); ++cut) expect_same_with_cut(whole, text, cut);
    }
    return found;
}

template<class T>
tally take_each_prefix(std::string_view original)
{
    tally found;
    for (std::size_t size = 0; size <= original.size() && !testing::Test::HasFailure(); ++size)
        found.add(expect_agreement<T>(std::string(original.substr(0, size)), size / 2));
    return found;
}

template<class T>
void cut_in_two(std::string_view text)
{
    auto const whole = expect_places_in<T>(std::string(text));
    ASSERT_TRUE(whole.ok()) << whole.report.to_string();
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        ASSERT_TRUE(is_same(whole, in_pieces<T>({text.substr(0, cut), text.substr(cut)}))) << cut;
}

template<class T>
void cut_in_three(std::string_view text)
{
    auto const whole = outlay::inspect<T>(text);
    for (std::size_t first = 0; first <= text.size(); ++first)
        for (std::size_t second = first; second <= text.size(); ++second)
            ASSERT_TRUE(is_same(
                whole, in_pieces<T>({text.substr(0, first), text.substr(first, second - first), text.substr(second)})))
                << first << ' ' << second;
}

template<class T>
struct sample;
template<>
struct sample<outlay::amazon::campaign_usage_reply> {
    static constexpr std::string_view text = usage_text;
};
template<>
struct sample<outlay::hubspot::budget_item> {
    static constexpr std::string_view text = item_text;
};
template<>
struct sample<outlay::datadog::budget_document> {
    static constexpr std::string_view text = budget_text;
};

template<class T>
class exhaustive : public testing::Test {};
using types = testing::Types<outlay::amazon::campaign_usage_reply, outlay::hubspot::budget_item,
                             outlay::datadog::budget_document>;
TYPED_TEST_SUITE(exhaustive, types);

/// Some changes keep the text valid: other digits, letters in strings, blanks.
TYPED_TEST(exhaustive, replaced_bytes_are_read_alike)
{
    std::string_view const text = sample<TypeParam>::text;
    tally const found = replace_each_byte<TypeParam>(text);
    EXPECT_EQ(found.all, 256 * text.size());
    EXPECT_GT(found.right, text.size()); // each byte by itself, and more
    EXPECT_LT(found.right, found.all / 2);
}

TYPED_TEST(exhaustive, deleted_bytes_are_read_alike_with_every_cut)
{
    std::string_view const text = sample<TypeParam>::text;
    tally const found = delete_each_byte<TypeParam>(text);
    EXPECT_EQ(found.all, text.size());
    EXPECT_GT(found.right, 0u);
}

TYPED_TEST(exhaustive, prefixes_are_read_alike_and_only_the_whole_is_right)
{
    EXPECT_EQ(take_each_prefix<TypeParam>(sample<TypeParam>::text).right, 1u);
}

TYPED_TEST(exhaustive, cuts_do_not_matter) { cut_in_two<TypeParam>(sample<TypeParam>::text); }

TEST(exhaustive_cuts, of_short_texts_in_three_do_not_matter)
{
    static_assert(item_text.size() < 100);
    cut_in_three<outlay::hubspot::budget_item>(item_text);
    cut_in_three<outlay::amazon::campaign_usage_reply>(
        R"({"success":[{"campaignId":"\ud83d\ude00","budget":-1.50e-1}],"error":[nul]})");
    cut_in_three<outlay::datadog::budget_document>(R"({"data":{"type":"é","id":true,"attributes":{"name":1e}}})");
}

} // namespace exhaustive_test
