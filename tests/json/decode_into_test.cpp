#include "heap.hpp"
#include "sample.hpp"
#include <boost/describe/class.hpp>
#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// decode_into() reads one text after another into an object, which an invalid text leaves unchanged.

namespace decode_into_test {

namespace ads = outlay::amazon;

std::string usage_of(std::size_t campaigns)
{
    std::string text = R"({"success":[)";
    for (std::size_t i = 0; i < campaigns; ++i) {
        if (i != 0) text += ',';
        text += R"({"campaignId":"c)" + std::to_string(i) + R"(","index":)" + std::to_string(i) + R"(,"budget":10.50})";
    }
    return text + R"(],"error":[{"code":"NOT_FOUND","index":7}]})";
}

TEST(decode_into, replaces_all_that_the_object_had)
{
    ads::campaign_usage_reply usage;
    ASSERT_TRUE(outlay::decode_into(usage, usage_of(3)));
    ASSERT_TRUE(outlay::decode_into(usage, R"({"success":[{"index":5}]})"));
    EXPECT_EQ(usage, outlay::decode<ads::campaign_usage_reply>(R"({"success":[{"index":5}]})").value());
}

TEST(decode_into, leaves_the_object_unchanged_after_an_error)
{
    ads::campaign_usage_reply usage;
    ASSERT_TRUE(outlay::decode_into(usage, usage_of(3)));
    auto const before = usage;
    auto const* const rows = usage.success.data();
    for (std::string_view const text : {"", "{", R"({"success":[{"index":-1}]})", R"({"success":[{"index":1},{])",
                                        R"({"success":{}})", R"({"success":[],"success":[]})"}) {
        auto const read = outlay::decode_into(usage, text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error(), outlay::decode<ads::campaign_usage_reply>(text).error()) << text;
        EXPECT_EQ(usage, before) << text;
        EXPECT_EQ(usage.success.data(), rows) << text;
    }
}

TEST(decode_into, follows_the_options)
{
    std::vector<int> numbers{1, 2, 3};
    EXPECT_FALSE(outlay::decode_into(numbers, "[4, 5, 6, 7]", {.max_bytes = 10}));
    EXPECT_EQ(numbers, (std::vector{1, 2, 3}));
    EXPECT_TRUE(outlay::decode_into(numbers, "[4, 5, 6, 7]"));
    EXPECT_EQ(numbers, (std::vector{4, 5, 6, 7}));
}

TEST(decode_into, keeps_the_capacity_of_lists)
{
    ads::campaign_usage_reply usage;
    ASSERT_TRUE(outlay::decode_into(usage, usage_of(100)));
    std::size_t const capacity = usage.success.capacity();
    ASSERT_TRUE(outlay::decode_into(usage, usage_of(1)));
    EXPECT_EQ(usage.success.size(), 1u);
    EXPECT_GE(usage.success.capacity(), capacity);
}

struct with_defaults {
    std::vector<int> numbers{1, 2};
    std::vector<int> others{};

    friend bool operator==(with_defaults const&, with_defaults const&) = default;
};
BOOST_DESCRIBE_STRUCT(with_defaults, (), (numbers, others))

} // namespace decode_into_test

template<>
struct outlay::model<decode_into_test::with_defaults> {
    using type = decode_into_test::with_defaults;
    static constexpr auto members =
        std::tuple{member<&type::numbers>(presence::optional), member<&type::others>(presence::optional)};
};

namespace decode_into_test {

TEST(decode_into, keeps_the_defaults_of_lists_that_are_absent)
{
    constexpr std::string_view many = R"({"numbers":[1,2,3,4,5,6,7,8,9],"others":[1,2,3]})";
    outlay::decoder<with_defaults> decoder;
    with_defaults once;
    with_defaults again;
    for (int i = 0; i < 3; ++i) {
        for (std::string_view const text : {many, std::string_view("{}"), std::string_view(R"({"numbers":[]})"),
                                            std::string_view(R"({"others":[7]})")}) {
            auto const expected = outlay::decode<with_defaults>(text).value();
            ASSERT_TRUE(outlay::decode_into(once, text));
            EXPECT_EQ(once, expected) << text;
            ASSERT_TRUE(decoder.decode_into(again, text));
            EXPECT_EQ(again, expected) << text;
        }
    }
    EXPECT_EQ(with_defaults().numbers, (std::vector{1, 2}));
}

TEST(decoder, decodes_into_objects_without_allocating_lists)
{
    outlay::decoder<ads::campaign_usage_reply> decoder;
    ads::campaign_usage_reply usage;
    std::string const text = usage_of(100);
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(decoder.decode_into(usage, text));
    std::size_t const before = test_heap::counted().allocated;
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(decoder.decode_into(usage, text));
    EXPECT_EQ(test_heap::counted().allocated, before);
    EXPECT_EQ(usage, outlay::decode<ads::campaign_usage_reply>(text).value());
}

TEST(decoder, leaves_the_object_unchanged_after_an_error)
{
    outlay::decoder<ads::campaign_usage_reply> decoder;
    ads::campaign_usage_reply usage;
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(decoder.decode_into(usage, usage_of(3)));
        auto const before = usage;
        EXPECT_FALSE(decoder.decode_into(usage, R"({"success":[{"index":-1}]})"));
        EXPECT_FALSE(decoder.decode_into(usage, "["));
        EXPECT_EQ(usage, before);
    }
}

TEST(decoder, reads_one_text_after_another)
{
    outlay::decoder<std::vector<int>> decoder;
    for (int i = 0; i < 3; ++i) {
        decoder.write("[1, ");
        decoder.write("2]");
        EXPECT_EQ(decoder.finish().value(), (std::vector{1, 2}));
        EXPECT_FALSE(decoder.finish()); // without any text
        decoder.write("[1");
        EXPECT_FALSE(decoder.finish());
    }
}

} // namespace decode_into_test
