#include "sample_texts.hpp"
#include <boost/json/parse.hpp>
#include <cstddef>
#include <gtest/gtest.h>
#include <map>
#include <outlay/json/decode.hpp>
#include <outlay/model/place.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Lines and columns are compared with those of a plain scanner: character by character.

namespace positions_test {

using position = std::pair<std::size_t, std::size_t>;
using places = std::map<std::string, std::set<position>>; // several if a name occurs twice

/// Finds the place of each value and each name in a valid JSON text.
class scanner {
public:
    explicit scanner(std::string_view text) : text_(text) { scan_value(""); }

    places values;
    places names;

private:
    char peek() const { return text_[at_]; }

    char take()
    {
        char const c = text_[at_++];
        if (c == '\n') ++here_.first, here_.second = 1;
        else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++here_.second;
        return c;
    }

    void skip_space()
    {
        while (at_ != text_.size() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos) take();
    }

    std::string scan_string()
    {
        std::size_t const start = at_;
        take();
        while (peek() != '"')
            if (take() == '\\') take();
        take();
        return boost::json::parse(text_.substr(start, at_ - start)).as_string().c_str();
    }

    void scan_value(std::string const& pointer)
    {
        skip_space();
        values[pointer].insert(here_);
        if (peek() == '{') {
            scan_list('}', [&](std::size_t) {
                position const name_at = here_;
                std::string member = pointer;
                outlay::detail::append_token(member, scan_string());
                names[member].insert(name_at);
                skip_space();
                take(); // the colon
                scan_value(member);
            });
        } else if (peek() == '[') {
            scan_list(']', [&](std::size_t index) { scan_value(pointer + '/' + std::to_string(index)); });
        } else if (peek() == '"') {
            scan_string();
        } else {
            while (at_ != text_.size() && std::string_view(" \t\r\n,]}").find(peek()) == std::string_view::npos) take();
        }
    }

    template<class ScanItem>
    void scan_list(char close, ScanItem scan_item)
    {
        take();
        for (std::size_t index = 0;; ++index) {
            skip_space();
            if (peek() == ',') take(), skip_space();
            if (peek() == close) break;
            scan_item(index);
            skip_space();
        }
        take();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    position here_{1, 1};
};

/// Whether a finding is at the scanner's place: of the name, of the object that lacks it, or of the value.
bool is_in_place(outlay::violation const& v, scanner const& expected)
{
    std::string pointer = v.pointer;
    if (v.code == "missing") pointer.erase(pointer.rfind('/'));
    bool const is_about_name = v.code == "unknown_field" || v.code == "alias" || v.code == "duplicate";
    places const& all = is_about_name ? expected.names : expected.values;
    auto const found = all.find(pointer);
    return found != all.end() && found->second.contains({v.line, v.column});
}

RC_GTEST_PROP(positions, are_those_of_a_plain_scanner, ())
{
    std::string const text = sample::any_plan();
    scanner const expected(text);
    auto const seen = outlay::inspect<sample::plan>(text);
    RC_ASSERT(!seen.stopped);
    for (outlay::violation const& v : seen.report)
        if (!is_in_place(v, expected)) RC_FAIL(v.to_string() + " in\n" + text);
    for (outlay::violation const& v : seen.report.notices())
        if (!is_in_place(v, expected)) RC_FAIL(v.to_string() + " in\n" + text);
}

/// The report on many items that are no integers, with lines and columns, which does not depend on pieces.
void expect_each_in_place(std::string const& item, std::size_t count)
{
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i) ((text += i == 0 ? " " : ",\n ") += item) += ' ';
    text += ']';
    auto const whole = outlay::inspect<std::vector<int>>(text).report;
    ASSERT_EQ(whole.size(), count) << text;
    for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(whole[i].line, i + 1) << text;
        EXPECT_EQ(whole[i].column, i == 0 ? 3u : 2u) << text;
    }
    for (std::size_t size = 1; size <= text.size(); ++size)
        EXPECT_EQ(sample::inspect_pieces<std::vector<int>>(text, size).report, whole)
            << text << " in pieces of " << size;
}

TEST(positions, of_many_items_in_a_row_are_found)
{
    constexpr std::size_t many = 40; // more than the tokens that are searched from the last known place
    for (std::string const item : {"null", "true", "[]", "{}", R"("\u0041")", R"("a\"[\\")", "1.5", R"("")"})
        expect_each_in_place(item, many);
}

TEST(positions, count_characters_and_lines)
{
    EXPECT_EQ(outlay::decode<std::vector<int>>("[\n1,\r\n\"\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80\", \ttrue]")
                  .error()
                  .message(),
              "3:1 /1: expected an integer, found \"\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80\"\n"
              "3:9 /2: expected an integer, found true");
}

} // namespace positions_test
