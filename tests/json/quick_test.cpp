#include "any_value.hpp"
#include "every_kind.hpp"
#include "sample.hpp"
#include "sample_texts.hpp"
#include <array>
#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/hubspot.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// A text in one piece is read by the quick reader, and if it has an error by the careful one, which also reads texts in
// pieces. Both agree on every text: on the value, on the verdict, and on the notices with their places. The quick
// reader reads all valid texts: one that gave up too often would be correct and slow.

namespace quick_test {

namespace ads = outlay::amazon;
namespace dd = outlay::datadog;
namespace hs = outlay::hubspot;
using outlay::decode_options;
using outlay::inspection;

/// The result of the careful reader.
template<class T>
inspection<T> inspect_carefully(std::string_view text, decode_options const& options)
{
    outlay::decoder<T> decoder(options);
    decoder.write(text);
    return decoder.finish_inspection();
}

template<class T>
std::string show(inspection<T> const& seen)
{
    std::string text = seen.stopped ? "stopped: " + std::string(to_string(*seen.stopped)) + '\n' : "";
    for (std::string const& line : sample::lines(seen.report)) text += line + '\n';
    return text + outlay::encode(seen.value) + (seen.found_nothing ? "\nnothing\n" : "\n");
}

/// Compares the results of both readers. Returns whether the text is valid and was read quickly.
template<class T>
bool agree(std::string_view text, decode_options const& options = {})
{
    auto const careful = inspect_carefully<T>(text, options);
    auto const whole = outlay::inspect<T>(text, options);
    EXPECT_TRUE(whole.value == careful.value && whole.report == careful.report && whole.stopped == careful.stopped &&
                whole.found_nothing == careful.found_nothing)
        << text << "\n--- as a whole\n"
        << show(whole) << "--- carefully\n"
        << show(careful);
    T value{};
    outlay::report found;
    auto const quick = outlay::detail::read_quickly(&value, outlay::detail::table_of<T>::table, text, options, found);
    bool const is_read = quick != outlay::detail::quick_result::gave_up;
    EXPECT_TRUE(is_read || !careful.ok()) << "given up:\n" << text << '\n' << show(careful);
    return is_read;
}

constexpr std::array options_to_try{
    decode_options{},
    decode_options{.unknown_fields = outlay::unknown_fields::reject},
    decode_options{.unknown_fields = outlay::unknown_fields::reject_unless_kept,
                   .near_misses = outlay::near_misses::reject},
    decode_options{.inexact_numbers = outlay::inexact_numbers::reject, .max_depth = 5, .max_string = 12},
    decode_options{.max_violations = 2, .context = {.direction = outlay::direction::reply}},
    decode_options{.max_depth = 1, .max_bytes = 100},
};

/// Changes a few characters of a text, mostly into ones that have a meaning in JSON.
void mutate(std::string& text, any_value::maker& random)
{
    constexpr std::string_view characters = "{}[]\",:\\ \n\t-+.eE0123456789nulltruefalse/u\x01\x7f\xc3\xa9\xff";
    for (std::size_t changes = 1 + random.below(3); changes != 0 && !text.empty(); --changes) {
        std::size_t const at = random.below(text.size());
        char const c = characters[random.below(characters.size())];
        switch (random.below(4)) {
        case 0: text.insert(at, 1, c); break;
        case 1: text.erase(at, 1 + random.below(3)); break;
        case 2: text.insert(at, text.substr(random.below(text.size()), random.below(20))); break;
        default: text[at] = c;
        }
    }
}

/// The text with white space, as a person writes it.
std::string pretty(std::string_view compact)
{
    std::string text;
    bool is_in_string = false;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        char const c = compact[i];
        text += c;
        if (c == '\\' && is_in_string) text += compact[++i];
        if (c == '"') is_in_string = !is_in_string;
        if (is_in_string) continue;
        if (c == ':') text += ' ';
        if (c == ',' || c == '{' || c == '[') text += "\r\n \t                    ";
    }
    return text;
}

/// The number of texts that are read quickly.
template<class T>
std::size_t count_quick(std::size_t texts)
{
    constexpr std::size_t never = 1'000'000'000;
    std::size_t quick = 0;
    for (std::size_t seed = 0; seed < texts && !testing::Test::HasFailure(); ++seed) {
        any_value::maker random(seed, seed % 3 == 0 ? 10 : never);
        std::string text = outlay::encode(random.make<T>());
        auto const& options = options_to_try[seed % options_to_try.size()];
        quick += agree<T>(text, options);
        if (seed % 2 == 0) {
            boost::json::value json = boost::json::parse(text);
            any_value::disturb(json, random);
            text = serialize(json);
        }
        quick += agree<T>(text);
        quick += agree<T>(pretty(text), options);
        for (int i = 0; i < 4; ++i) {
            std::string mutant = text;
            mutate(mutant, random);
            quick += agree<T>(mutant, options);
        }
    }
    return quick;
}

template<class T>
class quick_of : public testing::Test {};
using types =
    testing::Types<every_kind::everything, every_kind::traced, ads::campaign_usage_request,
                   ads::create_portfolios_request, ads::update_portfolios_request, ads::list_portfolios_request,
                   hs::budget_item_input, hs::list_campaigns_request, hs::read_campaigns_request,
                   ads::campaign_usage_reply, ads::portfolio_usage_reply, ads::portfolio_write_reply,
                   ads::portfolio_list_reply, ads::api_error, hs::budget_totals, hs::campaign_list_reply,
                   hs::read_campaigns_reply, hs::campaign_revenue, hs::api_error, dd::upsert_budget_request,
                   dd::budget_document, dd::budget_list_document, dd::budget_validation_document, dd::api_errors>;
TYPED_TEST_SUITE(quick_of, types);

TYPED_TEST(quick_of, agrees_with_the_careful_reader) { EXPECT_GT(count_quick<TypeParam>(600), 50u); }

RC_GTEST_PROP(quick_reader, agrees_on_texts_that_people_write, ())
{
    std::string text = sample::any_plan();
    any_value::maker random(*rc::gen::arbitrary<std::uint64_t>(), 1);
    auto const& options = random.pick(options_to_try);
    agree<sample::plan>(text, options);
    mutate(text, random);
    agree<sample::plan>(text, options);
    RC_ASSERT(!testing::Test::HasFailure());
}

TEST(quick_reader, reads_every_string_at_every_distance_from_the_end_of_the_text)
{
    for (std::string_view const piece :
         {"", "a", "\\u00e9", "\\ud83d\\ude00", "\xC3\xA9", "\\n", "\x7F", "\\\"", "\\ud83d", "\\ud83d\\ue000",
          "\\ud83d\\nabcd", "\\u12", "\xC3", "\x1F", "\\x", "\"", "\xED\xA0\x80"})
        for (std::size_t before = 0; before < 40; ++before)
            for (std::size_t after = 0; after < 40; ++after) {
                std::string const text = '"' + std::string(before, 'b') + std::string(piece) + std::string(after, 'c');
                agree<std::string>(text + '"');
                agree<std::string>(text);
                agree<std::vector<std::string>>('[' + text + "\"]");
            }
}

/// One of many classes with the same members.
template<int Number>
struct numbered {
    int first{};
    int second{};
    int third{};
    int fourth{};

    friend bool operator==(numbered const&, numbered const&) = default;
    BOOST_DESCRIBE_CLASS(numbered, (), (first, second, third, fourth), (), ())
};

template<class Numbers>
struct tuple_of;
template<int... Number>
struct tuple_of<std::integer_sequence<int, Number...>> {
    using type = std::tuple<numbered<Number>...>;
};

TEST(quick_reader, reads_any_number_of_classes_in_an_order_of_their_own)
{
    constexpr int many = 40; // more classes than it learns the orders of
    using row = tuple_of<std::make_integer_sequence<int, many>>::type;
    std::string line = "[";
    // Backwards: no name is the one after the last, nor the one after that.
    for (int i = 0; i < many; ++i)
        line += (i == 0 ? "" : ",") + std::string(R"({"fourth":4,"third":3,"second":2,"first":1})");
    line += ']';
    EXPECT_TRUE(agree<std::vector<row>>('[' + line + ',' + line + ']'));
    auto const read = outlay::decode<std::vector<row>>('[' + line + ']').value();
    EXPECT_EQ(std::get<many - 1>(read[0]), (numbered<many - 1>{.first = 1, .second = 2, .third = 3, .fourth = 4}));
}

/// A class within itself.
struct branch {
    int first{};
    int second{};
    int third{};
    int fourth{};
    std::vector<branch> inner{};

    friend bool operator==(branch const&, branch const&) = default;
    BOOST_DESCRIBE_CLASS(branch, (), (first, second, third, fourth, inner), (), ())
};

TEST(quick_reader, learns_the_order_of_a_class_within_itself)
{
    std::string const inner = R"({"fourth":4,"third":3,"second":2,"first":1,"inner":[]})";
    std::string const outer = R"({"inner":[)" + inner + R"(],"fourth":4,"third":3,"second":2,"first":1})";
    EXPECT_TRUE(agree<branch>(outer));
    EXPECT_EQ(outlay::decode<branch>(outer).value().inner[0].fourth, 4);
}

TEST(quick_reader, reads_numbers_of_every_length)
{
    for (std::string_view const sign : {"", "-", "+"})
        for (std::size_t whole = 0; whole < 32; ++whole)
            for (std::size_t places = 0; places < 32; ++places)
                for (std::string_view const exponent : {"", "e3", "E-7", "e"})
                    for (char const digit : {'0', '1', '9'}) {
                        std::string text(sign);
                        text += std::string(whole, digit);
                        if (places != 0) text += '.' + std::string(places - 1, digit == '0' ? '5' : digit);
                        text += exponent;
                        agree<outlay::decimal>(text);
                        agree<std::vector<std::int64_t>>('[' + text + ']');
                        agree<std::vector<std::uint8_t>>('[' + text + ", 1 ]");
                        agree<std::vector<double>>('[' + text + ']');
                    }
}

} // namespace quick_test
