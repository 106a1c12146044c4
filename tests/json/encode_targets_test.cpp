#include "heap.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/streambuf.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <cstddef>
#include <gtest/gtest.h>
#include <memory_resource>
#include <outlay/amazon.hpp>
#include <outlay/json.hpp>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The targets of encode_to: containers that grow, memory of a fixed size, functions and streams.

namespace encode_targets_test {

using outlay::encode;
using outlay::encode_to;
using outlay::error_kind;
using list = std::vector<std::string>;

constexpr std::size_t piece_size = 4096; // as documented

/// A value whose text has `size` characters, most of them in strings of 100.
list of_size(std::size_t size)
{
    constexpr std::size_t item = 100;
    constexpr std::size_t around = 3; // quotes and comma
    list made;
    for (size -= 1; size > 2 * item; size -= item) made.push_back(std::string(item - around, 'x'));
    made.push_back(std::string(size - around, 'y'));
    return made;
}

TEST(encode_targets, have_a_value_of_each_size)
{
    for (std::size_t const size : {100u, 399u, 512u, 4096u, 4097u}) EXPECT_EQ(encode(of_size(size)).size(), size);
}

template<class Buffer>
std::string text_of(Buffer const& buffer)
{
    return std::string(reinterpret_cast<char const*>(buffer.data()), buffer.size());
}

/// Allocates with the operator new that is counted, not with the aligned one.
class counted_resource : public std::pmr::memory_resource {
    void* do_allocate(std::size_t size, std::size_t) override { return operator new(size); }
    void do_deallocate(void* memory, std::size_t, std::size_t) override { operator delete(memory); }
    bool do_is_equal(memory_resource const& other) const noexcept override { return this == &other; }
};

template<class Buffer>
class growing_buffer : public testing::Test {
protected:
    ~growing_buffer() override { std::pmr::set_default_resource(former_); }

private:
    counted_resource resource_;
    std::pmr::memory_resource* const former_ = std::pmr::set_default_resource(&resource_);
};
using growing_buffers = testing::Types<std::string, std::pmr::string, std::u8string, std::vector<char>,
                                       std::vector<unsigned char>, std::vector<std::byte>, std::pmr::vector<std::byte>>;
TYPED_TEST_SUITE(growing_buffer, growing_buffers);

TYPED_TEST(growing_buffer, has_the_text_appended)
{
    for (std::size_t const size : {100u, 512u, 513u, 1000u, 20'000u}) {
        TypeParam buffer;
        buffer.push_back(typename TypeParam::value_type{'='});
        encode_to(buffer, of_size(size));
        encode_to(buffer, list{"a"}, {.indent = 1});
        ASSERT_EQ(text_of(buffer), '=' + encode(of_size(size)) + "[\n \"a\"\n]");
    }
}

TYPED_TEST(growing_buffer, allocates_nothing_where_the_text_just_fits_in)
{
    for (std::size_t const indent : {0u, 2u}) {
        for (std::size_t const size : {100u, 512u, 513u, 5000u}) {
            auto const value = of_size(size);
            TypeParam buffer;
            buffer.reserve(encode(value, {.indent = indent}).size());
            auto const* const memory = buffer.data();
            auto const before = test_heap::counted().allocated;
            encode_to(buffer, value, {.indent = indent});
            EXPECT_EQ(test_heap::counted().allocated, before) << size;
            EXPECT_EQ(buffer.data(), memory) << size;
            EXPECT_EQ(text_of(buffer), encode(value, {.indent = indent}));
        }
    }
}

TYPED_TEST(growing_buffer, grows_once)
{
    auto const value = of_size(20'000);
    TypeParam buffer;
    auto const before = test_heap::counted().allocated;
    encode_to(buffer, value);
    EXPECT_EQ(test_heap::counted().allocated, before + 1);
    EXPECT_EQ(text_of(buffer), encode(value));
}

/// The buffer does not grow for each appended value.
TYPED_TEST(growing_buffer, grows_ahead_for_many_values)
{
    TypeParam buffer;
    list const value{"a"};
    auto const before = test_heap::counted().allocated;
    for (int i = 0; i < 10'000; ++i) encode_to(buffer, value);
    EXPECT_EQ(buffer.size(), 50'000u);
    EXPECT_LE(test_heap::counted().allocated - before, 20u);
}

TEST(encode_targets, grow_in_their_own_memory)
{
    std::array<std::byte, 8192> memory{};
    std::pmr::monotonic_buffer_resource resource(memory.data(), memory.size(), std::pmr::null_memory_resource());
    std::pmr::string text(&resource);
    encode_to(text, of_size(1000));
    EXPECT_EQ(std::string_view(text), encode(of_size(1000)));
    EXPECT_THROW(encode_to(text, of_size(10'000)), std::bad_alloc);
}

TEST(encode_targets, pass_pieces_of_one_size_to_a_function)
{
    for (std::size_t const size : {100u, 512u, 4095u, 4096u, 4097u, 8192u, 30'000u}) {
        std::string text;
        std::vector<std::size_t> sizes;
        encode_to(
            [&](std::string_view piece) {
                text += piece;
                sizes.push_back(piece.size());
            },
            of_size(size));
        EXPECT_EQ(text, encode(of_size(size)));
        std::vector<std::size_t> expected(size / piece_size, piece_size);
        if (size % piece_size != 0) expected.push_back(size % piece_size);
        EXPECT_EQ(sizes, expected);
    }
}

TEST(encode_targets, divide_a_string_that_is_longer_than_a_piece)
{
    std::string const value(100'000, 'x');
    std::string text;
    std::size_t largest = 0;
    encode_to(
        [&](std::string_view piece) {
            text += piece;
            largest = std::max(largest, piece.size());
        },
        value);
    EXPECT_EQ(text, encode(value));
    EXPECT_EQ(largest, piece_size);
}

TEST(encode_targets, allocate_nothing_for_a_function)
{
    auto const value = of_size(100'000);
    std::size_t size = 0;
    auto const before = test_heap::counted().allocated;
    encode_to([&size](std::string_view piece) { size += piece.size(); }, value, {.indent = 2});
    EXPECT_EQ(test_heap::counted().allocated, before);
    EXPECT_EQ(size, encode(value, {.indent = 2}).size());
}

std::string global_text;
void append_to_global_text(std::string_view piece) { global_text += piece; }

/// A sink that is called as const, by a name, as an object that lives on.
struct appends {
    std::string& to;
    void operator()(std::string_view piece) const { to += piece; }
};

TEST(encode_targets, may_be_any_kind_of_function)
{
    encode_to(append_to_global_text, list{"a"});
    encode_to(&append_to_global_text, list{"b"});
    EXPECT_EQ(global_text, R"(["a"]["b"])");

    std::string text;
    appends const sink{text};
    encode_to(sink, list{"c"});
    encode_to(appends{text}, list{"d"});
    encode_to(
        [&text, count = 0](std::string_view piece) mutable { text.append(piece).append(std::to_string(++count)); },
        list{"e"});
    EXPECT_EQ(text, R"(["c"]["d"]["e"]1)");
}

TEST(encode_targets, let_the_exception_of_a_function_through)
{
    auto const value = of_size(30'000);
    for (std::size_t const last : {0u, 1u, 6u, 7u}) { // of 8 pieces
        std::string text;
        std::size_t calls = 0;
        auto const fail = [&](std::string_view piece) {
            text += piece;
            if (calls++ == last) throw std::runtime_error("the disk is full");
        };
        EXPECT_THROW(encode_to(fail, value), std::runtime_error);
        EXPECT_EQ(calls, last + 1);
        EXPECT_EQ(text, encode(value).substr(0, (last + 1) * piece_size)); // none twice
    }
}

TEST(encode_targets, may_be_streams)
{
    std::ostringstream stream;
    encode_to(stream, of_size(10'000));
    encode_to(stream, list{"a"}, {.indent = 1});
    encode_to(std::ostringstream() << "a temporary", list{});
    EXPECT_EQ(stream.str(), encode(of_size(10'000)) + "[\n \"a\"\n]");

    stream.setstate(std::ios::badbit);
    encode_to(stream, list{"b"});
    EXPECT_TRUE(stream.bad());
    EXPECT_FALSE(stream.str().ends_with("[\"b\"]"));
}

TEST(encode_targets, may_be_buffers_of_a_network_library)
{
    boost::beast::flat_buffer flat;
    encode_to(flat, of_size(10'000));
    encode_to(flat, list{"a"}, {.indent = 1});
    std::string const expected = encode(of_size(10'000)) + "[\n \"a\"\n]";
    EXPECT_EQ(std::string(static_cast<char const*>(flat.data().data()), flat.size()), expected);

    boost::asio::streambuf stream;
    encode_to(stream, of_size(10'000));
    EXPECT_EQ(std::string(static_cast<char const*>(stream.data().data()), stream.size()), encode(of_size(10'000)));

    boost::beast::flat_static_buffer<piece_size> fixed;
    EXPECT_THROW(encode_to(fixed, of_size(10'000)), std::length_error);
    EXPECT_EQ(fixed.size(), piece_size);
}

TEST(encode_targets, fill_memory_of_a_fixed_size)
{
    std::string memory(6000, '?');
    for (std::size_t const size : {100u, 512u, 513u, 5999u, 6000u}) {
        memory.assign(6000, '?');
        auto const written = encode_to(std::span(memory), of_size(size));
        ASSERT_TRUE(written);
        EXPECT_EQ(*written, size);
        EXPECT_EQ(memory, encode(of_size(size)) + std::string(6000 - size, '?'));
    }
    char text[10] = {};
    EXPECT_EQ(encode_to(text, list{"a"}).value(), 5u);
    EXPECT_STREQ(text, R"(["a"])");
    std::array<std::byte, 8> bytes{};
    EXPECT_EQ(encode_to(bytes, list{"a"}, {.indent = 1}).value(), 8u);
    EXPECT_EQ(text_of(bytes), "[\n \"a\"\n]");
}

TEST(encode_targets, report_the_size_that_a_text_needs)
{
    auto const value = of_size(6000);
    for (std::size_t const size : {0u, 1u, 511u, 512u, 513u, 5999u}) {
        std::string memory(size + 1, '?'); // the last character is not part of the span
        auto const written = encode_to(std::span(memory).first(size), value);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().kind(), error_kind::limit);
        EXPECT_EQ(written.error().report()[0].code, "buffer_size");
        EXPECT_EQ(written.error().message(), "a text of 6000 bytes in a buffer of " + std::to_string(size));
        EXPECT_EQ(memory, encode(value).substr(0, size) + '?');
    }
    EXPECT_FALSE(encode_to(std::span<char>(), 1));
}

TEST(encode_targets, receive_requests_without_members_of_replies)
{
    outlay::amazon::portfolio_update update{.portfolio_id = "p"};
    std::string text;
    encode_to([&text](std::string_view piece) { text += piece; }, update);
    EXPECT_EQ(text, encode(update));
}

TEST(encode_targets, receive_secrets_as_encode_writes_them)
{
    std::vector<char> buffer;
    encode_to(buffer, outlay::secret("hunter2"));
    EXPECT_EQ(text_of(buffer), "\"hunter2\"");
    char small[4];
    EXPECT_EQ(encode_to(small, outlay::secret("hunter2")).error().message(), "a text of 9 bytes in a buffer of 4");
}

template<class To>
concept target = requires(To to) { outlay::encode_to(static_cast<To>(to), 1); };
static_assert(target<std::string&> && target<std::vector<char>&> && target<std::span<char>> && target<char (&)[9]>);
static_assert(!target<std::string> && !target<std::string const&> && !target<std::string_view>);    // would be lost
static_assert(!target<std::span<char const>> && !target<std::array<char, 9> const&>);               // can't be written
static_assert(!target<std::vector<int>&> && !target<std::wstring&> && !target<std::vector<bool>&>); // no characters
static_assert(!target<bool (*)(std::string_view)>);                                                 // fails silently

} // namespace encode_targets_test
