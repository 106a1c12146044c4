#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/http/detail/redact.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Credentials are removed from shown texts, in every notation.

namespace redact_test {

namespace http = outlay::http;
using http::detail::redactor;

http::request with(std::vector<std::string> const& credentials)
{
    http::request made;
    for (std::string const& value : credentials) made.headers.push_back({"X-Key", value});
    return made;
}

std::string cleaned(std::string_view text, std::vector<std::string> const& credentials)
{
    auto const sent = with(credentials);
    return redactor(sent).cleaned(text);
}

std::string repeated(std::string_view piece, std::size_t size)
{
    std::string text;
    while (text.size() < size) text += piece;
    text.resize(size);
    return text;
}

// --- replaced parts

TEST(redact, finds_credentials_of_the_body_and_the_query)
{
    http::request sent{.body = "client_secret=a%7Cb%20c&refresh_token=4711-4711"};
    sent.secrets = {"a|b c ", "4711-4711"};
    EXPECT_EQ(redactor(sent).cleaned("bad client_secret=a%7Cb%20c&refresh_token=4711-4711: a|b+c, \"4711-...\""),
              "bad client_secret=***&refresh_token=***: ***, \"***...\"");
}

TEST(redact, finds_a_credential_however_it_is_written)
{
    for (std::string_view const text : {
             R"(Atza|a/b "c+d\e==)",                                         // as it is
             R"(Atza|a\/b \"c+d\\e==)",                                      // in a JSON string
             R"(\u0041tza\u007Ca\u002fb\u0020\u0022c\u002Bd\u005ce=\u003D)", // the same in either case
             R"(Atza|a\\\/b \\\"c+d\\\\e==)",                                // in a JSON string in one
             R"(Atza|a\\\\u002fb \\\\\\\"c+d\\\\\\\\e==)",                   // and once more
             R"(Atza%7Ca%2Fb%20%22c%2Bd%5Ce%3D%3D)",                         // in a URL
             R"(Atza|a/b+"c%2bd\e==)",                                       // in a form
             R"(%41%74%7a%61%7c%61%2f%62+%22%63%2b%64%5c%65%3d%3d)",         // all of its characters
             R"(Atza%257Ca%252Fb%2520%2522c%252Bd%255Ce%253D%253D)",         // in a URL in a URL
             R"(%25%34%31tza|a/b "c+d\e==)",                                 // the same of an escape's characters
             R"(Atza%7Ca%5C%2Fb%20%5C%22c%2Bd%5C%5Ce%3D%3D)",                // in a JSON string in a URL
             R"(%5Cu0041tza%5c%75007Ca%5Cu002fb "c+d\e==)",                  // the same with \u
             R"(\u00254\u0031tza|a/b "c+d\e==)",                             // in a URL in a JSON string
             R"(Atza|a~1b "c+d\e==)",                                        // in a JSON Pointer
         }) {
        std::vector<std::string> const credential{R"(Atza|a/b "c+d\e==)"};
        EXPECT_EQ(cleaned(text, credential), "***") << text;
        EXPECT_EQ(cleaned("<" + std::string(text) + ">", credential), "<***>") << text;
        EXPECT_EQ(cleaned("xyz" + std::string(text) + "w " + std::string(text), credential), "xyz***w ***") << text;
    }
}

TEST(redact, takes_the_value_of_each_header_that_is_not_public)
{
    http::request const sent{.headers = {{"authorization", "Bearer  key one two "},
                                         {"Proxy-Authorization", "Basic cHJveHk="},
                                         {"X-Api-Key", "  spaced key\t"},
                                         {"Accept", "application/json"},
                                         {"Content-Type", "application/vnd.x+json"},
                                         {"Prefer", "return=representation"},
                                         {.name = "X-Client", .value = "client-4711", .is_public = true},
                                         {"X-Empty", ""},
                                         {"Authorization", "alone-it-is"},
                                         {"Authorization", "   "}}};
    redactor const of(sent);
    EXPECT_EQ(of.cleaned("sent Bearer  key one two "), "sent *** ");
    EXPECT_EQ(of.cleaned("key one two"), "***");
    EXPECT_EQ(of.cleaned("key one tw"), "key one tw");
    EXPECT_EQ(of.cleaned("cHJveHk= Basic cHJveHk="), "*** ***");
    EXPECT_EQ(of.cleaned("[spaced key]"), "[***]");
    EXPECT_EQ(of.cleaned("alone-it-is"), "***");
    for (auto const text : {"application/json", "application/vnd.x+json", "return=representation", "client-4711",
                            "Bearer two", "Basic", ""})
        EXPECT_EQ(of.cleaned(text), text);
}

TEST(redact, takes_short_credentials_as_whole_words_only)
{
    std::vector<std::string> const ab{"ab"};
    EXPECT_EQ(cleaned("ab \"ab\"", ab), "ab \"ab\"");
    std::vector<std::string> const abc{"abc"};
    EXPECT_EQ(cleaned("abc", abc), "***");
    EXPECT_EQ(cleaned("abc \"abc\",-abc_%20abc%20\\u0020\\u0061bc!", abc), "*** \"***\",-***_%20***%20\\u0020***!");
    EXPECT_EQ(cleaned("xabc abcd 1abc abc2 %64abc abc\\u0064", abc), "xabc abcd 1abc abc2 %64abc abc\\u0064");
    EXPECT_EQ(cleaned("{abc}", abc), "{***}");
    EXPECT_EQ(cleaned(R"(\xabc abcn abc\x)", abc), R"(\xabc abcn abc\x)") << "letters that name no control character";
    EXPECT_EQ(cleaned("abc%5cn", abc), "***%5cn");
    // A line break in a JSON string, in one and in two.
    EXPECT_EQ(cleaned(R"(\nabc\n \\tabc\\t %5Cnabc%5Cn)", abc), R"(\n***\n \\t***\\t %5Cn***%5Cn)");
    // Texts like the end of an escape, or its beginning.
    EXPECT_EQ(cleaned("100%abc", abc), "100%***");
    EXPECT_EQ(cleaned("x12345 12345 (12345)", {"12345"}), "x12345 *** (***)");
    EXPECT_EQ(cleaned("x123456y", {"123456"}), "x***y");
    EXPECT_EQ(cleaned("abcsecret", {"abc", "secret"}), "******"); // a whole word once the other is replaced
}

TEST(redact, merges_overlaps_and_creates_no_credential)
{
    EXPECT_EQ(cleaned("xabababay", {"ababab", "bababa"}), "x***y");
    EXPECT_EQ(cleaned(repeated("a", 100), {"aaaaaa"}), "***");
    EXPECT_EQ(cleaned(repeated("secret", 18), {"secret"}), "*********");
    EXPECT_EQ(cleaned("abcdefghi", {"defghi", "abcdef"}), "***");
    EXPECT_EQ(cleaned("abcdefghi", {"abcdefghi", "cdefgh"}), "***");
    EXPECT_EQ(cleaned("secsecretret", {"secret"}), "sec***ret");
    EXPECT_EQ(cleaned("aasecretaa aa", {"secret", "aa"}), "aa***aa aa");
    EXPECT_EQ(cleaned("absecretab", {"secret", "ab***ab"}), "***");
    EXPECT_EQ(cleaned("x *** y ***", {"***"}), "x *** y ***");
    EXPECT_EQ(cleaned("x ****** y", {"******"}), "x *** y");
    // Nested as often as there are passes, and more: then the whole text is hidden.
    EXPECT_EQ(cleaned("<" + repeated("ab", 8) + "***" + repeated("ab", 8) + ">", {"ab***ab"}), "<***>");
    EXPECT_EQ(cleaned(repeated("ab", 60) + "***" + repeated("ab", 60), {"ab***ab"}), "***");
}

TEST(redact, finds_a_credential_beside_an_incomplete_escape)
{
    for (std::string_view const before :
         {"%", "100%4", "u", "menu", "u00", "%25", "%u", "%%", "u%2", "~", R"(\)", R"(\u)"})
        for (std::string const credential : {"cafe41face", "0041secret", "1secret"})
            EXPECT_EQ(cleaned(std::string(before) + credential + " ", {credential}),
                      (before == R"(\)" ? "" : std::string(before)) + "*** ")
                << before << ' ' << credential;
    EXPECT_EQ(cleaned("100%cafe\\u0062abe", {"cafebabe"}), "100%***");
    EXPECT_EQ(cleaned("%%34secret", {"4secret"}), "%***");
    // The following text becomes the end of its last character.
    EXPECT_EQ(cleaned("secret%4"
                      "1.",
                      {"secret%4"}),
              "***.");
    EXPECT_EQ(cleaned("secretu"
                      "0041.",
                      {"secretu"}),
              "***.");
    EXPECT_EQ(cleaned("secretu\\u"
                      "0041.",
                      {"secretu"}),
              "***\\u0041.");
    EXPECT_EQ(cleaned("secretX secret secret%42", {"secret%4"}), "secretX secret ***");
    EXPECT_EQ(cleaned("%20secret\\", {"secret%4"}), "%20***\\"); // the text ends within an escape
}

TEST(redact, compares_characters_outside_of_ascii)
{
    EXPECT_EQ(cleaned(R"(<pass-\u00e9\u20AC\ud83d\ude00>)", {"pass-\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"}), "<***>");
    EXPECT_EQ(cleaned("<pass-%C3%a9>", {"pass-\xc3\xa9"}), "<***>");
    EXPECT_EQ(cleaned("<pass-\xc3\xa9>", {"pass-\xc3\xa9"}), "<***>");
    EXPECT_EQ(cleaned("<pass-\xe2\x82\xac>", {"pass-\xe2\x82\xac"}), "<***>");
    EXPECT_EQ(cleaned("\xc3\xa9pass-word", {"pass-word"}), "\xc3\xa9***");
    EXPECT_EQ(cleaned(R"(<pass\tword>)", {"pass\tword"}), "<***>"); // a tab
}

TEST(redact, makes_a_text_printable)
{
    EXPECT_EQ(cleaned("a\nb\x1b[31m \xc3\xa9 \xff secret\r", {"secret"}),
              "a\\u000ab\\u001b[31m \xc3\xa9 \\xff ***\\u000d");
    EXPECT_EQ(cleaned("a\x7f", {"secret"}), "a\\u007f");
}

TEST(redact, keeps_a_text_that_has_no_credential_where_it_is)
{
    auto const sent = with({"secret-token"});
    redactor const of(sent);
    std::string text = R"(a message that is long enough to be on the heap, "quotes\" something..." and 100% of u)";
    auto const same = text;
    auto const* const data = text.data();
    of.clean(text);
    EXPECT_EQ(text, same);
    EXPECT_EQ(text.data(), data);
}

// --- texts that are cut

TEST(redact, finds_the_beginning_of_a_credential_before_a_cut)
{
    std::vector<std::string> const credential{"Atza|secret"};
    EXPECT_EQ(cleaned("found \"xxAtza|...\", and more", credential), "found \"xx***...\", and more");
    EXPECT_EQ(cleaned("xx Atza...", credential), "xx ***...");
    EXPECT_EQ(cleaned("Atz...", credential), "Atz...");
    EXPECT_EQ(cleaned("Atza|x...", credential), "Atza|x...");
    EXPECT_EQ(cleaned("Atza| ...", credential), "Atza| ...");
    EXPECT_EQ(cleaned("Atza\\u007...", credential), "***...");
    EXPECT_EQ(cleaned("A\\u0074za\\u...", credential), "***...");
    EXPECT_EQ(cleaned("Atza%7...", credential), "***...");
    EXPECT_EQ(cleaned("Atza%257...", credential), "***...");
    EXPECT_EQ(cleaned("Atza\\...", credential), "***\\...");
    EXPECT_EQ(cleaned("%4cafe...%20", {"cafebabe"}), "%4***...%20");
    EXPECT_EQ(cleaned("x.... ab.d..... ab.....", {"ab.d.secret"}), "x.... ***.... ab.....");
    EXPECT_EQ(cleaned("12345... 1234... x1234...", {"12345"}), "***... ***... x1234...");
    // The first characters of this credential end within an escape.
    EXPECT_EQ(cleaned("ab... ab%4... abA...", {"ab%41secret"}), "ab... ***... ***...");
    // The scheme is no secret.
    http::request const sent{.headers = {{"Authorization", "Bearer secret"}}};
    EXPECT_EQ(redactor(sent).cleaned("Bearer... Bearer sec... Bearer secr..."), "Bearer... Bearer sec... ***...");
}

TEST(redact, shows_no_part_of_a_credential_wherever_a_message_ends)
{
    std::string const credential = "0123456789abcdefghijklmnopqrstuvwxyz%/\"\\+";
    for (std::size_t before = 0; before < 60; ++before) {
        for (auto const& written : {credential, outlay::detail::in_quotes(credential)}) {
            auto const text = cleaned(outlay::detail::in_quotes(repeated("-", before) + written), {credential});
            for (std::size_t i = 0; i + 4 <= credential.size(); ++i)
                EXPECT_EQ(text.find(credential.substr(i, 4)), std::string::npos) << text;
        }
    }
}

TEST(redact, shows_no_part_of_a_credential_wherever_an_excerpt_ends)
{
    std::string const credential = "0123456789abcdefghijklmnopqrstuvwxyz%/\"\\+";
    auto const sent = with({credential, "QRSTU"});
    redactor const of(sent);
    for (std::size_t before = 150; before < 210; ++before) {
        auto const padding = repeated("-", before);
        for (auto const& body : {padding + credential, padding + credential + repeated("z", 5000),
                                 repeated(credential, 4096 - 20) + padding + credential + repeated("z", 5000),
                                 padding + "QRSTUV" + padding}) {
            auto const text = http::detail::excerpt_of(body, of);
            for (std::size_t i = 0; i + 4 <= credential.size(); ++i)
                EXPECT_EQ(text.find(credential.substr(i, 4)), std::string::npos) << text;
            EXPECT_FALSE(text.ends_with("QRST...") || text.ends_with("QRSTU...")) << text;
        }
    }
    EXPECT_EQ(http::detail::excerpt_of("", of), "(no body)");
    EXPECT_EQ(http::detail::excerpt_of("\x1F\x8B\x08 QRSTU", of), "gzip data, 9 bytes");
    EXPECT_EQ(http::detail::excerpt_of("a\nb " + credential, of), "a\\u000ab ***");
    EXPECT_EQ(http::detail::excerpt_of(repeated("-", 201), of), repeated("-", 200) + "...");
    EXPECT_EQ(http::detail::excerpt_of(repeated("-", 9000), of), repeated("-", 200) + "...");
    EXPECT_EQ(http::detail::excerpt_of(repeated("-", 180) + credential + credential + "--", of),
              repeated("-", 180) + "******--");
}

// --- reports and errors

TEST(redact, takes_all_texts_of_an_error)
{
    auto const sent = with({"se/cret"});
    redactor const of(sent);
    outlay::report raw;
    raw.add({.pointer = "/a\n/se~1cret", .code = "http_se/cret", .message = "se\\/cret\n", .line = 3, .column = 4});
    raw.add({.pointer = "/b", .code = "type", .message = "fine", .line = 5, .column = 1});
    raw.add_notice({.pointer = "/se~1cret", .code = "se%2fcret", .message = "\"xse/c...\""});
    raw.omit_one();
    raw.omit_one();
    raw.omit_notice();

    outlay::report expected;
    expected.add({.pointer = "/a\n/***", .code = "http_***", .message = "***\\u000a", .line = 3, .column = 4});
    expected.add({.pointer = "/b", .code = "type", .message = "fine", .line = 5, .column = 1});
    expected.add_notice({.pointer = "/***", .code = "***", .message = "\"x***...\""});
    expected.omit_one();
    expected.omit_one();
    expected.omit_notice();
    EXPECT_EQ(of.cleaned(raw), expected);
    EXPECT_EQ(of.cleaned(outlay::error(outlay::error_kind::limit, raw)),
              outlay::error(outlay::error_kind::limit, expected));
}

// --- any credential, any text

std::string escaped_as_unit(char c)
{
    constexpr std::string_view digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
    auto const& hex = digits[*rc::gen::inRange(0, 2)];
    auto const byte = static_cast<unsigned char>(c);
    return {'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
}

std::string escaped_in_url(char c)
{
    auto text = escaped_as_unit(c).substr(3);
    text.insert(text.begin(), '%');
    return text;
}

/// The text escaped once more: each character at random, except those that must be.
std::string in_json(std::string_view text)
{
    std::string made;
    for (char const c : text) {
        bool const must_be = c == '"' || c == '\\';
        int const way = *rc::gen::inRange(0, 4);
        if (way == 0) made += '\\' + escaped_as_unit(c);
        else if (must_be || (c == '/' && way == 1)) made += {'\\', c};
        else made += c;
    }
    return made;
}

std::string in_url(std::string_view text)
{
    bool const all = *rc::gen::arbitrary<bool>();
    std::string made;
    for (char const c : text) {
        bool const must_be = all || c == '%' || c == '+';
        int const way = *rc::gen::inRange(0, 3);
        if (c == ' ' && way == 1) made += '+';
        else if (must_be || way == 0) made += escaped_in_url(c);
        else made += c;
    }
    return made;
}

/// In up to three layers; or each character in a way of its own.
std::string written(std::string const& credential)
{
    std::string text = credential;
    if (*rc::gen::inRange(0, 3) == 0) {
        text.clear();
        for (char const c : credential) {
            std::string const ways[] = {
                {c},
                '\\' + escaped_as_unit(c),
                escaped_in_url(c),
                "%25" + escaped_in_url(c).substr(1),
                "%5C" + escaped_as_unit(c),
                R"(\\)" + escaped_as_unit(c),
            };
            bool const is_special = c == '%' || c == '\\' || c == 'u' || c == '~';
            text += ways[*rc::gen::inRange<std::size_t>(is_special ? 1 : 0, std::size(ways))];
        }
        return text;
    }
    for (int layers = *rc::gen::inRange(0, 4); layers > 0; --layers)
        text = *rc::gen::arbitrary<bool>() ? in_json(text) : in_url(text);
    return text;
}

int hex(std::string_view digits)
{
    int value = 0;
    for (char const c : digits) {
        auto const digit = std::string_view("0123456789abcdef").find(http::detail::lower(c));
        if (digit == std::string_view::npos) return -1;
        value = value * 16 + static_cast<int>(digit);
    }
    return value;
}

/// The text decoded as a JSON string, or as a part of a URL.
std::string read_as(std::string_view text, char escape, std::size_t digits)
{
    std::string made;
    while (!text.empty()) {
        std::size_t const start = escape == '\\' ? 2 : 1;
        bool const is_long = text[0] == escape && (escape == '%' || text.substr(1, 1) == "u");
        if (is_long && text.size() >= start + digits && hex(text.substr(start, digits)) >= 0) {
            made += static_cast<char>(hex(text.substr(start, digits)));
            text.remove_prefix(start + digits);
            continue;
        }
        if (escape == '\\' && text[0] == '\\' && text.size() > 1 &&
            std::string_view("\"\\/").find(text[1]) != std::string_view::npos)
            text.remove_prefix(1);
        made += text[0];
        text.remove_prefix(1);
    }
    return made;
}

/// Whether a text has the credential, read in up to three layers in any order.
bool shows(std::string const& text, std::string const& credential, int layers = 3)
{
    auto const same = [](char a, char b) { return (a == '+' ? ' ' : a) == (b == '+' ? ' ' : b); };
    if (std::search(text.begin(), text.end(), credential.begin(), credential.end(), same) != text.end()) return true;
    if (layers == 0) return false;
    for (auto const& next : {read_as(text, '\\', 4), read_as(text, '%', 2)})
        if (next != text && shows(next, credential, layers - 1)) return true;
    return false;
}

std::string any_of(std::string const& alphabet, std::size_t least, std::size_t most)
{
    auto const size = *rc::gen::inRange(least, most + 1);
    return *rc::gen::container<std::string>(size, rc::gen::elementOf(alphabet));
}

std::string any_credential(std::string const& alphabet)
{
    auto made = any_of(alphabet, 6, 24);
    for (char* const end : {&made.front(), &made.back()})
        if (*end == ' ' || *end == '\\') *end = 'k';                    // no secret ends in these
    if (made.front() == '%' || made.front() == 'u') made.front() = 'k'; // or begins in an escape
    RC_PRE(http::detail::secret_pattern(made).size() >= http::detail::secret_pattern::least_inside_words);
    return made;
}

RC_GTEST_PROP(redact, replaces_any_credential_however_it_is_written, ())
{
    std::string alphabet;
    for (char c = ' '; c <= '~'; ++c) alphabet += c;
    auto const credential = any_credential(alphabet + "%%%\\\\\\//\"\"+u00");
    RC_PRE(credential.find('*') == std::string::npos);
    auto const text = written(credential);
    RC_LOG() << credential << " as " << text << '\n';
    RC_ASSERT(cleaned("Its {" + text + "} is", {credential}) == "Its {***} is");
}

RC_GTEST_PROP(redact, leaves_no_credential_whatever_is_around_it, ())
{
    std::string const hostile = "%%%\\\\u0123456abcdef~+ \"/";
    std::vector<std::string> const alphabets{hostile, "abcdef0123456789", "u%04a", "aab"};
    auto const credential = any_credential(*rc::gen::elementOf(alphabets));
    std::string text = any_of(hostile, 0, 12);
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) text += written(credential) + any_of(hostile, 0, 12);
    auto const clean = cleaned(text, {credential, "12345"});
    RC_LOG() << credential << " in " << text << ": " << clean << '\n';
    RC_ASSERT(!shows(clean, credential));
    RC_ASSERT(cleaned(clean, {credential, "12345"}) == clean);
}

RC_GTEST_PROP(redact, changes_no_text_without_a_credential, ())
{
    // No escape of the text gives an exclamation mark.
    auto const text = any_of("%\\u0013abcdef~+ \"/\n\x1f.\xc3", 0, 60);
    std::string expected;
    outlay::detail::append_printable(expected, text);
    auto const credential = any_of("%\\u0013abcdef", 0, 3) + "5!" + any_of("%\\u0013abcdef", 5, 8);
    RC_ASSERT(cleaned(text, {credential}) == expected);
}

RC_GTEST_PROP(redact, shows_no_beginning_in_a_message, ())
{
    auto const credential = any_credential("abcdefghijklmnopqrstuvwxyz0123456789/\"+");
    auto const value = any_of("GHIJK-", 0, 45) + written(credential) + any_of("GHIJK-", 0, 45);
    auto const text = cleaned(outlay::detail::in_quotes(value), {credential});
    RC_LOG() << credential << " in " << outlay::detail::in_quotes(value) << ": " << text << '\n';
    RC_ASSERT(!shows(text, credential.substr(0, 4)));
}

// --- time

/// Steps for each character of text and credential.
double effort(std::string const& text, std::string const& credential)
{
    http::detail::secret_pattern const pattern(credential);
    http::detail::secret_search search(text);
    if (search.may_find(pattern)) search.find(pattern);
    return static_cast<double>(search.steps()) / static_cast<double>(text.size() + credential.size());
}

TEST(redact, takes_linear_time)
{
    constexpr std::size_t size = 1 << 18;
    constexpr std::size_t long_size = 1 << 13;
    constexpr double most = 20; // a naive search takes thousands
    auto const as = repeated("a", long_size);
    for (auto const& [piece, credential] : std::vector<std::pair<std::string, std::string>>{
             {"a", as + "b"},
             {"a", "b" + as},
             {"a", "aaaaaa"},
             {"Atza|secret", "Atza|secret"},
             {"\\u0061", as + "b"},
             {"\\u0061", "u0061b" + as},
             {"%61", as + "b"},
             {"%61", "61" + as},
             {"%61", "61" + as + "b"},
             {"%25", as},
             {"%25", repeated("%", long_size)},
             {"%25", repeated("%25", long_size) + "b"},
             {"%2561", "%61" + as},
             {"%5Cu0061", as + "b"},
             {".", repeated(".", long_size) + "b"},
             {"ab...", repeated("ab...", long_size)},
             {"ab...", "x" + repeated("ab...", long_size)},
             {"%61%61%61%61...", as},
             {"a%0", repeated("a%0", long_size)},
             {"~", repeated("~", long_size)},
             {"\\", repeated("\\", long_size) + "abcdef"},
         })
        EXPECT_LT(effort(repeated(piece, size), credential), most) << piece << ", " << credential.substr(0, 20);
    for (auto const start : {"%", "u00", "u", "%u"})
        EXPECT_LT(effort(repeated(start, size / 2) + repeated("3", size / 2), "333333" + as), most) << start;

    // The worst texts for failure links: Fibonacci words.
    std::string word = "ab";
    for (std::string before = "a"; word.size() < size;) before = std::exchange(word, word + before);
    auto const credential = word.substr(0, long_size) + "c";
    EXPECT_LT(effort(word, credential), most);
    std::string in_a_url;
    for (char const c : word) in_a_url += c == 'a' ? "%61" : "%62";
    EXPECT_LT(effort(in_a_url, credential), most);
}

} // namespace redact_test
