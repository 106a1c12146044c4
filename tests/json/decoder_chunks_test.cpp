#include "sample_texts.hpp"
#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/json/decode.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <vector>

// decoder returns exactly the result of inspect() on the whole text, however the text is cut: the same value, the same
// report with the same positions, and the same reason to stop.

namespace decoder_chunks_test {

using outlay::decode_options;
using outlay::inspection;
using sample::inspect_pieces;
using sample::plan;

template<class T>
std::string show(inspection<T> const& seen)
{
    std::string text = seen.stopped ? "stopped: " + std::string(to_string(*seen.stopped)) + '\n' : "";
    for (std::string const& line : sample::lines(seen.report)) text += line + '\n';
    return text;
}

template<class T>
bool same(inspection<T> const& a, inspection<T> const& b)
{
    return a.value == b.value && a.report == b.report && a.stopped == b.stopped && a.found_nothing == b.found_nothing;
}

/// Compares the whole with pieces of each size, which cuts the text in every place.
template<class T>
void expect_same_in_pieces(std::string_view text, decode_options const& options = {})
{
    auto const whole = outlay::inspect<T>(text, options);
    for (std::size_t size = 1; size <= text.size(); ++size) {
        auto const pieces = inspect_pieces<T>(text, size, options);
        EXPECT_TRUE(same(whole, pieces)) << text << "\n--- in pieces of " << size << '\n'
                                         << show(pieces) << "--- as a whole\n"
                                         << show(whole);
    }
}

TEST(decoder_chunks, knows_the_place_of_a_number_that_ends_the_text)
{
    for (std::string_view const text : {"42", "[1", "{\"a\":[-1.5e3"}) {
        outlay::decoder<std::vector<std::string>> decoder;
        for (char const& c : text) decoder.write({&c, 1});
        EXPECT_EQ(decoder.finish().error(), outlay::decode<std::vector<std::string>>(text).error()) << text;
    }
}

TEST(decoder_chunks, reads_a_text_in_pieces)
{
    ASSERT_TRUE(outlay::inspect<plan>(sample::plan_text).ok());
    expect_same_in_pieces<plan>(sample::plan_text);
}

TEST(decoder_chunks, stops_at_the_same_place_when_the_text_is_cut_off)
{
    for (std::size_t size = 0; size < sample::plan_text.size(); ++size)
        expect_same_in_pieces<plan>(sample::plan_text.substr(0, size));
}

TEST(decoder_chunks, reports_syntax_errors_in_the_same_words)
{
    for (std::string_view const text : {
             "[1,,2]",
             "[1 2]",
             "[1\n\n  2]",
             "[truex]",
             "[tru ]",
             "[trux]",
             "[nul",
             "[NaN]",
             "[undefined_and_a_word_much_longer_than_what_a_message_shows_of_it,1]",
             "[1.]",
             "[1.x]",
             "[12x]",
             "[01]",
             "[-]",
             "[+1]",
             "[1e]",
             "[1] 2",
             "[1]]",
             "\xEF\xBB\xBF[1]",
             "[\"\\x\"]",
             "[\"\\u12g4, and more text, since the parser has another way for short ones\"]",
             "[\"\\ud800x, and more text, since the parser has another way for short ones\"]",
             "[\"\\ud800\\u0041, and more text, since the parser has another way\"]",
             "[\"\\udc00, and more text, since the parser has another way for short ones\"]",
             "[\"caf\xE9\", \"\"]",
             "[\"\xE2\x82\", \"\"]",
             "[\"\xF0\x9F\x98\", \"\"]",
             "[\"\xED\xA0\x80\"]",
             "[\"tab\there\"]",
             "{\"a\" 1}",
             "{\"a\":1 \"b\":2}",
             "{\"a\":1,}",
             "{a:1}",
             "{\"a\":}",
             "{\"id\":\"x\"] ",
         }) {
        expect_same_in_pieces<std::vector<int>>(text);
        expect_same_in_pieces<std::vector<std::string>>(text);
        expect_same_in_pieces<plan>(text);
    }
}

TEST(decoder_chunks, finds_the_token_after_a_literal_at_the_end_of_a_piece)
{
    expect_same_in_pieces<std::vector<std::vector<int>>>("[null,[1,true],{},false,[[]]]");
}

TEST(decoder_chunks, finds_an_object_again_that_spans_pieces)
{
    expect_same_in_pieces<plan>("{\n \"cap\": 1,\n \"children\": [{\"name\": true}],\n \"floor\": 2, \"id\": \"a\"\n}");
    expect_same_in_pieces<plan>("{\n \"id\":\"a\", \"cap\"\n:\n1,\n \"floor\"\n: 2}");
}

TEST(decoder_chunks, meets_limits_at_the_same_place)
{
    for (std::size_t limit = 0; limit < 12; ++limit) {
        expect_same_in_pieces<plan>(sample::plan_text, {.max_string = limit});
        expect_same_in_pieces<std::vector<double>>("[1.25, 123456789, 1e10, 1234567890123]", {.max_string = limit});
        expect_same_in_pieces<std::vector<std::string>>("[\"\xC3\xA9\\u00e9\\ud83d\\ude00\\n\\x\"]",
                                                        {.max_string = limit});
        expect_same_in_pieces<plan>(sample::plan_text, {.max_depth = limit % 4});
        expect_same_in_pieces<plan>("{\"id\":1,\"id\":2,\"x\":[nul]}", {.max_bytes = limit * 2});
        expect_same_in_pieces<plan>("{\"id\":[],\"name\":7,\"tags\":[1,2,3]}", {.max_violations = limit % 4});
    }
}

TEST(decoder_chunks, stops_after_a_syntax_error)
{
    outlay::decoder<std::vector<int>> decoder;
    EXPECT_TRUE(decoder.write("[1,"));
    EXPECT_FALSE(decoder.write("]"));
    EXPECT_FALSE(decoder.write("1]"));
    EXPECT_EQ(decoder.finish().error().message(), "1:4: expected a value, found \"]\"");
}

TEST(decoder_chunks, reads_a_word_that_is_not_json_to_its_end)
{
    outlay::decoder<std::vector<int>> decoder;
    EXPECT_TRUE(decoder.write("[1, Na"));
    EXPECT_FALSE(decoder.write("N, 2"));
    EXPECT_EQ(decoder.finish().error().message(), "1:5: expected a value, found \"NaN\"");
}

TEST(decoder_chunks, accepts_empty_pieces_and_no_pieces)
{
    outlay::decoder<int> decoder;
    EXPECT_TRUE(decoder.write(""));
    EXPECT_TRUE(decoder.write("12"));
    EXPECT_TRUE(decoder.write({}));
    EXPECT_TRUE(decoder.write("3"));
    EXPECT_EQ(decoder.finish().value(), 123);

    EXPECT_EQ(outlay::decoder<int>().finish().error(), outlay::decode<int>("").error());
}

// --- for generated texts

/// With characters replaced, left out, or put in.
std::string damaged(std::string text)
{
    int const changes = *rc::gen::inRange(0, 3);
    for (int i = 0; i < changes; ++i) {
        auto const at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        auto const removed = *rc::gen::inRange<std::size_t>(0, 3);
        auto const added = *rc::gen::element<std::string>("", "", "{", "]", ",", ":", "\"", "\\", "\n", "x", "1", "tru",
                                                          "null", "\x01", "\xE9", "\xF0\x9F", "\\ud800", "\\u12");
        text.replace(at, removed, added);
    }
    return text;
}

RC_GTEST_PROP(decoder_chunks, do_not_matter, ())
{
    std::string const text = damaged(sample::any_plan());
    auto const whole = outlay::inspect<plan>(text);
    RC_TAG(whole.stopped ? "broken" : whole.ok() ? "right" : "wrong");

    auto const cuts = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 20));
    outlay::decoder<plan> decoder;
    std::string_view rest = text;
    for (std::size_t const cut : cuts) {
        decoder.write(std::string(rest.substr(0, cut)));
        rest.remove_prefix(std::min(cut, rest.size()));
    }
    decoder.write(std::string(rest));
    auto const pieces = decoder.finish_inspection();
    if (!same(whole, pieces)) RC_FAIL("in pieces\n" + show(pieces) + "as a whole\n" + show(whole));

    auto const bytes = inspect_pieces<plan>(text, 1);
    if (!same(whole, bytes)) RC_FAIL("in bytes\n" + show(bytes) + "as a whole\n" + show(whole));
}

} // namespace decoder_chunks_test
