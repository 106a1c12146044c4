#include "any_value.hpp"
#include "every_kind.hpp"
#include "heap.hpp"
#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <new>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/json.hpp>
#include <outlay/value/render.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Each allocation of reading, writing and checking fails once: the call throws std::bad_alloc or has its usual result,
// and no memory is lost. For calls through a transport see http/exceptions_test.cpp.

namespace failing_allocation_test {

namespace ads = outlay::amazon;
using every_kind::everything;
using test_heap::expect_survives;

std::string const long_id = "an identifier that is too long for the small string";

/// A valid text, whose notices, lists and strings all allocate.
std::string right_reply()
{
    return R"({"success":[{"campaignId":")" + long_id +
           R"(","budget":1.5,"index":0,"a field that nobody knows":{"and its value":[1,2]}},)"
           R"({"campaignId":"\u00e9 )" +
           long_id + R"(","budget":0.1234567890123456789012345678901234567890,"index":1}],"error":[{"code":")" +
           long_id + R"(","campaignId":17,"index":2}]})";
}

/// A text with violations of several kinds.
std::string wrong_reply()
{
    return R"({"success":[{"campaignId":[],"budget":"many","index":-1},{"budget":1,"budget":2}],)"
           R"("error":{"code":")" +
           long_id + R"("},"Success":1})";
}

std::string broken_reply() { return right_reply().substr(0, 150) + " nul"; }

std::vector<std::string> texts_of_replies() { return {right_reply(), wrong_reply(), broken_reply(), "", "7"}; }

/// Texts for a type that has a member of each kind: valid ones, and other JSON.
std::vector<std::string> texts_of_everything()
{
    std::vector<std::string> texts;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        any_value::maker random(seed, 1000);
        texts.push_back(outlay::encode(random.make<everything>()));
        boost::json::value json = boost::json::parse(texts.back());
        any_value::disturb(json, random);
        texts.push_back(serialize(json));
    }
    return texts;
}

template<class T>
bool is_same(outlay::inspection<T> const& a, outlay::inspection<T> const& b)
{
    return a.value == b.value && a.report == b.report && a.stopped == b.stopped && a.found_nothing == b.found_nothing;
}

template<class T>
void expect_reading_survives(std::vector<std::string> const& texts)
{
    for (std::string const& text : texts) {
        SCOPED_TRACE(text);
        auto const usual = outlay::inspect<T>(text);
        expect_survives([&] { return outlay::inspect<T>(text); },
                        [&](auto const& seen) { EXPECT_TRUE(!seen || is_same(*seen, usual)); });
        auto const result = outlay::decode<T>(text);
        expect_survives([&] { return outlay::decode<T>(text); },
                        [&](auto const& read) { EXPECT_TRUE(!read || *read == result); });
    }
}

TEST(failing_allocation, of_reading_is_bad_alloc)
{
    expect_reading_survives<ads::campaign_usage_reply>(texts_of_replies());
    expect_reading_survives<everything>(texts_of_everything());
}

/// Writes a text in pieces of 7 characters, and goes on after an exception.
template<class T>
std::optional<outlay::result<T>> read_on(outlay::decoder<T>& decoder, std::string_view text)
{
    for (; !text.empty(); text.remove_prefix((std::min<std::size_t>)(7, text.size()))) {
        try {
            decoder.write(text.substr(0, 7));
        } catch (std::bad_alloc const&) {
        }
    }
    try {
        return decoder.finish();
    } catch (std::bad_alloc const&) {
        return {};
    }
}

template<class T>
void expect_decoder_survives(std::vector<std::string> const& texts)
{
    for (std::string const& text : texts) {
        SCOPED_TRACE(text);
        auto const usual = outlay::decode<T>(text);
        auto const usual_next = outlay::decode<T>(texts.front());
        expect_survives(
            [&] {
                outlay::decoder<T> decoder;
                auto got = read_on(decoder, text);
                test_heap::pause const none_fails;
                if (!got) {
                    EXPECT_EQ(decoder.finish().error().kind(), outlay::error_kind::syntax) << "an empty text";
                }
                // The next text is read on its own, whatever the outcome of the one before.
                return std::pair(std::move(got), read_on(decoder, texts.front()));
            },
            [&](auto const& read) {
                if (!read) return;
                auto const& [got, next] = *read;
                // A text with a lost part is never accepted.
                if (got && *got != usual) {
                    ASSERT_TRUE(got->has_error()) << outlay::encode(got->value());
                    EXPECT_EQ(got->error().kind(), outlay::error_kind::limit);
                    EXPECT_EQ(got->error().report()[0].code, "exception");
                }
                ASSERT_TRUE(next);
                EXPECT_EQ(*next, usual_next);
            });
    }
}

TEST(failing_allocation, of_a_decoder_loses_its_text_and_no_other)
{
    expect_decoder_survives<ads::campaign_usage_reply>(texts_of_replies());
    expect_decoder_survives<everything>(texts_of_everything());
}

TEST(failing_allocation, of_decode_into_leaves_the_object)
{
    auto const before =
        outlay::decode<ads::campaign_usage_reply>(R"({"success":[{"campaignId":"1","budget":1,"index":0}],"error":[]})")
            .value();
    for (std::string const& text : texts_of_replies()) {
        SCOPED_TRACE(text);
        auto const usual = outlay::decode<ads::campaign_usage_reply>(text);
        auto const check = [&](auto const& read) {
            ASSERT_TRUE(read);
            auto const& [is_read, object] = *read;
            EXPECT_EQ(object, is_read && usual ? usual.value() : before);
        };
        expect_survives(
            [&] {
                ads::campaign_usage_reply object = [&] {
                    test_heap::pause const none_fails;
                    return before;
                }();
                bool is_read = false;
                try {
                    is_read = outlay::decode_into(object, text).has_value();
                } catch (std::bad_alloc const&) {
                }
                return std::pair(is_read, std::move(object));
            },
            check);
        expect_survives(
            [&] {
                outlay::decoder<ads::campaign_usage_reply> decoder;
                ads::campaign_usage_reply object = [&] {
                    test_heap::pause const none_fails;
                    return before;
                }();
                bool is_read = false;
                for (int turn = 0; turn < 3 && !is_read; ++turn) { // the decoder can be used again
                    try {
                        is_read = decoder.decode_into(object, text).has_value();
                    } catch (std::bad_alloc const&) {
                    }
                }
                return std::pair(is_read, std::move(object));
            },
            check);
    }
}

/// The text in lines, and in pieces of lines.
template<class Read>
void expect_lines_survive(Read const& read, std::vector<std::pair<std::size_t, bool>> const& usual)
{
    expect_survives(
        [&] {
            std::vector<std::pair<std::size_t, bool>> lines;
            {
                test_heap::pause const none_fails;
                lines.reserve(100); // more than there are lines
            }
            read([&](auto const& line) {
                lines.emplace_back(line.number, line.ok());
                for (auto const& v : line.report) EXPECT_EQ(v.line, line.number);
            });
            return lines;
        },
        [&](auto const& lines) {
            if (!lines) return;
            // The values read so far come first, and an exception ends the range.
            ASSERT_LE(lines->size(), usual.size());
            EXPECT_TRUE(std::equal(lines->begin(), lines->end(), usual.begin()));
        });
}

/// Increments the iterator by hand, and goes on after an exception.
template<class Lines, class Take>
void go_through(Lines& lines, Take const& take)
{
    auto at = typename Lines::iterator(lines);
    bool has_begun = false;
    for (int turn = 0; turn < 10; ++turn) {
        try {
            if (has_begun) ++at;
            else at = lines.begin();
            has_begun = true;
            if (at == lines.end()) return;
            take(*at);
        } catch (std::bad_alloc const&) {
            has_begun = true;
        }
    }
}

TEST(failing_allocation, of_lines_ends_them)
{
    auto const row = [](std::string const& id) {
        return R"({"campaignId":")" + id + R"(","budget":12.5,"index":0})" + "\n";
    };
    std::string const text = row(long_id) + "\n" + R"({"campaignId":[],"budget":"much"})" + "\n" + row("{") + row("2") +
                             R"({"campaignId":")" + long_id;
    std::vector<std::pair<std::size_t, bool>> const usual{{1, true}, {3, false}, {4, true}, {5, true}, {6, false}};
    expect_lines_survive(
        [&](auto const& take) {
            auto lines = outlay::ndjson<ads::campaign_usage>(std::string_view(text));
            go_through(lines, take);
        },
        usual);
    for (std::size_t const size : {1u, 7u, 40u}) {
        expect_lines_survive(
            [&](auto const& take) {
                std::string_view rest = text;
                auto lines = outlay::ndjson<ads::campaign_usage>([&] {
                    auto const piece = rest.substr(0, size);
                    rest.remove_prefix(piece.size());
                    return piece;
                });
                go_through(lines, take);
            },
            usual);
    }
    expect_lines_survive(
        [&](auto const& take) {
            std::istringstream stream = [&] {
                test_heap::pause const none_fails;
                return std::istringstream(text);
            }();
            auto lines = outlay::ndjson<ads::campaign_usage>(stream);
            go_through(lines, take);
        },
        usual);
}

everything any_everything(std::uint64_t seed) { return any_value::maker(seed, 1000).make<everything>(); }

TEST(failing_allocation, of_writing_is_bad_alloc)
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        everything const value = any_everything(seed);
        std::string const usual = outlay::encode(value);
        std::string const indented = outlay::encode(value, {.indent = 2});
        expect_survives([&] { return outlay::encode(value); },
                        [&](auto const& text) { EXPECT_TRUE(!text || *text == usual); });
        expect_survives([&] { return outlay::encode(value, {.indent = 2}); },
                        [&](auto const& text) { EXPECT_TRUE(!text || *text == indented); });
        // The previous content of the string is kept, and a part of the text may follow.
        expect_survives(
            [&] {
                std::string to = [] {
                    test_heap::pause const none_fails;
                    return long_id;
                }();
                bool is_whole = false;
                try {
                    outlay::encode_to(to, value);
                    is_whole = true;
                } catch (std::bad_alloc const&) {
                }
                return std::pair(is_whole, std::move(to));
            },
            [&](auto const& got) {
                ASSERT_TRUE(got);
                EXPECT_TRUE(got->second.starts_with(long_id));
                std::string const added = got->second.substr(long_id.size());
                EXPECT_TRUE(got->first ? added == usual : usual.starts_with(added)) << added;
            });
        // The written pieces are the beginning of the text; here the sink allocates.
        expect_survives(
            [&] {
                std::vector<std::string> pieces;
                bool is_whole = false;
                try {
                    outlay::encode_to([&](std::string_view piece) { pieces.emplace_back(piece); }, value);
                    is_whole = true;
                } catch (std::bad_alloc const&) {
                }
                return std::pair(is_whole, std::move(pieces));
            },
            [&](auto const& got) {
                ASSERT_TRUE(got);
                std::string whole;
                for (std::string const& piece : got->second) whole += piece;
                EXPECT_TRUE(got->first ? whole == usual : usual.starts_with(whole)) << whole;
            });
    }
}

TEST(failing_allocation, of_checking_is_bad_alloc)
{
    ads::create_portfolios_request const wrong{
        .portfolios = {{.name = ""}, {.name = "right"}, {.name = std::string(300, 'n')}, {.name = ""}}};
    auto const usual = outlay::validate(wrong);
    ASSERT_GE(usual.size(), 2u);
    expect_survives([&] { return outlay::validate(wrong); },
                    [&](auto const& found) { EXPECT_TRUE(!found || *found == usual); });
    for (std::string const& text : texts_of_replies()) {
        auto const seen = outlay::inspect<ads::campaign_usage_reply>(text);
        if (seen.ok()) continue;
        std::string const picture = outlay::render(seen.report, text);
        std::string const lines = seen.report.to_string();
        expect_survives([&] { return outlay::render(seen.report, text); },
                        [&](auto const& got) { EXPECT_TRUE(!got || *got == picture); });
        expect_survives([&] { return seen.report.to_string(); },
                        [&](auto const& got) { EXPECT_TRUE(!got || *got == lines); });
    }
}

template<class T>
void expect_schema_survives()
{
    for (auto const dialect : {outlay::schema_dialect::draft_2020_12, outlay::schema_dialect::draft_07}) {
        auto const usual = outlay::json_schema<T>({.dialect = dialect});
        expect_survives([&] { return outlay::json_schema<T>({.dialect = dialect}); },
                        [&](auto const& schema) { EXPECT_TRUE(!schema || *schema == usual); });
    }
}

TEST(failing_allocation, of_schemas_is_bad_alloc)
{
    expect_schema_survives<ads::campaign_usage_reply>();
    expect_schema_survives<everything>();
}

TEST(failing_allocation, of_conversion_is_bad_alloc)
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        everything const value = any_everything(seed);
        auto const usual = boost::json::value_from(value);
        expect_survives([&] { return boost::json::value_from(value); },
                        [&](auto const& json) { EXPECT_TRUE(!json || *json == usual); });
        boost::json::value disturbed = usual;
        any_value::maker random(seed, 1000);
        any_value::disturb(disturbed, random);
        for (boost::json::value const& json : {usual, disturbed}) {
            auto const seen = outlay::inspect<everything>(json);
            expect_survives([&] { return outlay::inspect<everything>(json); },
                            [&](auto const& got) { EXPECT_TRUE(!got || is_same(*got, seen)); });
            auto const converted = boost::json::try_value_to<everything>(json);
            expect_survives([&] { return boost::json::try_value_to<everything>(json); },
                            [&](auto const& got) { EXPECT_TRUE(!got || *got == converted); });
        }
    }
}

} // namespace failing_allocation_test
