#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/http/url.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace url_test {

namespace http = outlay::http;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string code_of(outlay::error const& why) { return why.report()[0].code; }

/// A result as text: its value, or `code: message`.
template<class Result>
std::string shown(Result const& result)
{
    if (result) return std::string(*result);
    EXPECT_EQ(result.error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(result.error().report().size(), 1u);
    return code_of(result.error()) + ": " + result.error().message();
}

// --- base URLs

std::string base(std::string_view url) { return shown(http::check_base_url(url, false)); }

TEST(base_url, is_taken)
{
    for (auto const url : {"https://example.com",
                           "https://example.com.",
                           "https://EXAMPLE.com",
                           "https://localhost:8443",
                           "https://a",
                           "https://my_service.internal:1",
                           "https://xn--bcher-kva.example:65535/a",
                           "https://127.0.0.1",
                           "https://255.255.255.255:80",
                           "https://1a.2b",
                           "https://a.0x7g",
                           "https://[::]",
                           "https://[::1]:8443/x",
                           "https://[2001:DB8:0:0:0:0:0:1]",
                           "https://[1:2:3:4:5:6:7::]",
                           "https://[::ffff:192.0.2.1]",
                           "https://example.com/a/b-._~!$&'()*+,;=:c",
                           "https://example.com/a%2Fb%c3%A9/%40",
                           "https://example.com/...",
                           "https://example.com/.a/a./..b",
                           "https://example.com/%2e%2e%2e"})
        EXPECT_EQ(base(url), url);
    EXPECT_EQ(shown(http::check_base_url("http://127.0.0.1:8080/x", true)), "http://127.0.0.1:8080/x");
    EXPECT_EQ(shown(http::check_base_url("https://example.com", true)), "https://example.com");
}

TEST(base_url, may_end_with_a_slash_which_is_left_out)
{
    EXPECT_EQ(base("https://example.com/"), "https://example.com");
    EXPECT_EQ(base("https://example.com:8443/ads/"), "https://example.com:8443/ads");
    EXPECT_EQ(base("https://[::1]/"), "https://[::1]");
    // The view is into the argument.
    std::string const url = "https://example.com/";
    EXPECT_EQ(http::check_base_url(url, false)->data(), url.data());
}

TEST(base_url, reports_the_faulty_part)
{
    struct refused {
        std::string url;
        std::string why;
    };
    std::string const label(64, 'a');
    std::string name = "https://";
    for (int i = 0; i < 127; ++i) name += "a.";
    for (auto const& [url, why] : std::vector<refused>{
             {"", "does not start with https:// at character 1"},
             {"example.com", "does not start with https:// at character 1"},
             {"ftp://example.com", "does not start with https:// at character 1"},
             {"https:/example.com", "does not start with https:// at character 1"},
             {"https", "does not start with https:// at character 1"},
             {"//example.com", "does not start with https:// at character 1"},
             {"HTTPS://example.com",
              "has a scheme in upper case, which some transports do not support, at character 1"},
             {"Http://example.com", "has a scheme in upper case, which some transports do not support, at character 1"},
             {"https://", "has no host at character 9"},
             {"https:///x", "has no host at character 9"},
             {"https://:443", "has no host at character 9"},
             {"https://?x", "has no host at character 9"},

             {"https://exa mple.com", "has a blank at character 12"},
             {" https://example.com", "has a blank at character 1"},
             {"https://example.com ", "has a blank at character 20"},
             {"https://example.com/\t", "has a blank at character 21"},
             {"https://example.com\r", "has a control character at character 20"},
             {"https://example.com\r\nHost: x", "has a control character at character 20"},
             {std::string("https://example.com\0", 20), "has a control character at character 20"},
             {"https://example.com/\x7f", "has a control character at character 21"},
             {"https://b\u00fccher.example", "has a character outside of ASCII, which is not percent-encoded, at "
                                             "character 10"},
             {"https://example.com\xff", "has a character outside of ASCII, which is not percent-encoded, at "
                                         "character 20"},
             {"https://example.com\\x", "has a backslash at character 20"},

             {"https://]", "has a bracket in its host, which is not an IPv6 address, at character 9"},
             {"https://a[::1]", "has a bracket in its host, which is not an IPv6 address, at character 10"},
             {"https://[", "has a bracket that is not closed at character 9"},
             {"https://[::1", "has a bracket that is not closed at character 9"},
             {"https://[::1/]", "has a bracket that is not closed at character 9"},
             {"https://[]", "has brackets around a text that is not an IPv6 address at character 10"},
             {"https://[::1]]", "has more than a port after its IPv6 address at character 14"},
             {"https://[::1]8443", "has more than a port after its IPv6 address at character 14"},
             {"https://[[::1]]", "has brackets around a text that is not an IPv6 address at character 10"},
             {"https://[127.0.0.1]", "has brackets around a text that is not an IPv6 address at character 10"},
             {"https://[v1.x]", "has brackets around a text that is not an IPv6 address at character 10"},
             {"https://[fe80::1%25eth0]", "has a zone in its IPv6 address at character 17"},
             {"https://[fe80::1%eth0]", "has a zone in its IPv6 address at character 17"},
             {"https://::1", "has no host at character 9"},

             {"https://exam%70le.com", "has a percent sign in its host at character 13"},
             {"https://a!b", "has a character that is not allowed in a host at character 10"},
             {"https://a,b", "has a character that is not allowed in a host at character 10"},
             {"https://a..b", "has an empty label in its host at character 11"},
             {"https://.a", "has an empty label in its host at character 9"},
             {"https://.", "has an empty label in its host at character 9"},
             {"https://a..", "has an empty label in its host at character 11"},
             {"https://-a.b", "has a label that starts or ends with a hyphen in its host at character 9"},
             {"https://a.b-", "has a label that starts or ends with a hyphen in its host at character 11"},
             {"https://x." + label, "has a label of more than 63 characters in its host at character 11"},
             {name + "a", "has a host of more than 253 characters at character 9"},
             {"https://256.0.0.1", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://1.2.3", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://1.2.3.4.5", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://127.0.0.01", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://2130706433", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://0x7F000001", "has a host that is an incomplete IPv4 address at character 9"},
             {"https://127.0.0.1.", "has a host that is an incomplete IPv4 address at character 9"},

             {"https://a:", "has an empty port at character 10"},
             {"https://a:/x", "has an empty port at character 10"},
             {"https://[::1]:", "has an empty port at character 14"},
             {"https://a:0", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:65536", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:99999999999999999999", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:0443", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:8o", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:-1", "has a port that is not a number from 1 to 65535 at character 10"},
             {"https://a:1:2", "has a port that is not a number from 1 to 65535 at character 10"},

             {"https://a/%zz", "has a percent sign without two hexadecimal digits at character 11"},
             {"https://a/%", "has a percent sign without two hexadecimal digits at character 11"},
             {"https://a/b%4", "has a percent sign without two hexadecimal digits at character 12"},
             {"https://a/%4z", "has a percent sign without two hexadecimal digits at character 11"},
             {"https://a/%4/", "has a percent sign without two hexadecimal digits at character 11"},
             {"https://a/b[1]", "has a character that must be percent-encoded at character 12"},
             {"https://a/<", "has a character that must be percent-encoded at character 11"},
             {"https://a/\"", "has a character that must be percent-encoded at character 11"},
             {"https://a//", "has an empty segment at character 11"},
             {"https://a//b", "has an empty segment at character 11"},
             {"https://a/b//", "has an empty segment at character 13"},
             {"https://a/.", "has a segment of dots at character 11"},
             {"https://a/../b", "has a segment of dots at character 11"},
             {"https://a/b/..", "has a segment of dots at character 13"},
             {"https://a/%2e", "has a segment of dots at character 11"},
             {"https://a/%2E./b", "has a segment of dots at character 11"},
             {"https://a/.%2e/", "has a segment of dots at character 11"},
             {"https://a?x", "has a query at character 10"},
             {"https://a/?", "has a query at character 11"},
             {"https://a#x", "has a fragment at character 10"},
             {"https://a/b#", "has a fragment at character 12"},
             {"https://a/" + std::string(http::longest_base_url, 'x'), "is longer than 4000 characters"}})
        EXPECT_EQ(base(url),
                  "base_url: the base URL " + why + "; expected a URL such as https://example.com:8443/path");
    std::string const longest = "https://a/" + std::string(http::longest_base_url - 10, 'x');
    EXPECT_EQ(base(longest), longest);
}

TEST(base_url, has_a_valid_ipv6_address)
{
    for (auto const address : {":",
                               ":::",
                               "1::2::3",
                               "::1::",
                               "::1::2",
                               "1:",
                               ":1",
                               "1:2:3:4:5:6:7",
                               "1:2:3:4:5:6:7:8:9",
                               "1:2:3:4:5:6:7:8::",
                               "::1:2:3:4:5:6:7:8",
                               "1:2:3:4::5:6:7:8",
                               "12345::",
                               "::g",
                               "::-1",
                               "::1.2.3",
                               "::256.0.0.1",
                               "::01.2.3.4",
                               "1.2.3.4::",
                               "1:2:3:4:5:6:7:1.2.3.4",
                               "1:2:3:4:5:1.2.3.4",
                               "1.2.3.4:1::",
                               "::1 "})
        EXPECT_FALSE(http::check_base_url("https://[" + std::string(address) + "]", false)) << address;
}

TEST(base_url, is_https_unless_plain_http_is_allowed)
{
    EXPECT_EQ(base("http://example.com"), "not_https: the base URL is not https: credentials are not sent unencrypted");
    EXPECT_THAT(shown(http::check_base_url("http://exa mple.com", true)), StartsWith("base_url: "));
}

TEST(base_url, is_never_shown_with_a_password)
{
    for (std::string const url : {"https://user:hunter2@example.com",
                                  "https://hunter2@example.com",
                                  "https://user:hunter2@",
                                  "http://user:hunter2@example.com",
                                  "HTTPS://user:hunter2@example.com",
                                  "user:hunter2@example.com",
                                  "https:user:hunter2@example.com",
                                  "https:/user:hunter2@example.com",
                                  "ftp://user:hunter2@example.com",
                                  "https://user:hunter2@exa mple.com",
                                  "https://user:hunter2@example.com:99999",
                                  "https://user:hunter2@[::1",
                                  "https://user:hunter2@example.com/%zz",
                                  "https://user:hunter2@example.com/../x?y#z",
                                  "https://user:hunter2/@example.com",
                                  "https://user:hunter2?@example.com",
                                  "https://user:hunter2#@example.com",
                                  "https://user:hunter2\\@example.com",
                                  "https://user: hunter2@example.com",
                                  "https://user:hunter2\n@example.com",
                                  "https://user:hunter2@@example.com",
                                  "https://example.com/user:hunter2@",
                                  "https://user:hunter2%40example.com",
                                  "https://user%3Ahunter2%40example.com",
                                  "https://user:hunter2%2540example.com",
                                  "https://user:hunter2",
                                  "https://user:hunter2\uFF20example.com",
                                  "https://example.com?key=hunter2",
                                  "https://example.com#hunter2",
                                  "https://example.com/?key=hunter2",
                                  "https://[user:hunter2]",
                                  "hunter2",
                                  "https://hunter2]"}) {
        for (bool const allow_plain_http : {false, true}) {
            auto const checked = http::check_base_url(url, allow_plain_http);
            ASSERT_FALSE(checked) << url;
            EXPECT_EQ(code_of(checked.error()), "base_url") << url;
            EXPECT_THAT(checked.error().message(), Not(HasSubstr("hunter2"))) << url;
            EXPECT_THAT(checked.error().message(), Not(HasSubstr("user:"))) << url;
        }
    }
    EXPECT_THAT(base("https://user:hunter2@exa mple.com"),
                StartsWith("base_url: the base URL has user information, or an @ elsewhere; expected"));
}

/// Agrees with the address reader of the system.
RC_GTEST_PROP(base_url, takes_the_addresses_that_inet_pton_takes, ())
{
    static std::vector<std::string> const pieces{"::",    ":",       "0", "1", "ab",   "FFFF",
                                                 "12345", "1.2.3.4", ".", "g", "1:2:3"};
    auto const chosen = *rc::gen::container<std::vector<std::string>>(*rc::gen::inRange<std::size_t>(1, 10),
                                                                      rc::gen::elementOf(pieces));
    std::string text;
    for (auto const& piece : chosen) text += piece;
    std::array<unsigned char, 16> bytes{};
    RC_ASSERT(http::detail::is_ipv6(text) == (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1));
    RC_ASSERT(http::detail::is_ipv4(text) == (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1));
}

/// The groups of an address, some of which are left out: many of these addresses are valid.
RC_GTEST_PROP(base_url, takes_addresses_of_any_length_as_inet_pton_does, ())
{
    static std::vector<std::string> const groups{"0", "1", "ab", "FFFF", "00a0"};
    std::string text;
    bool const has_gap = *rc::gen::arbitrary<bool>();
    int const before = *rc::gen::inRange(0, 10);
    for (int i = 0; i < before; ++i) text += (i > 0 ? ":" : "") + *rc::gen::elementOf(groups);
    if (has_gap) text += "::";
    int const after = has_gap ? *rc::gen::inRange(0, 10) : 0;
    for (int i = 0; i < after; ++i) text += (i > 0 ? ":" : "") + *rc::gen::elementOf(groups);
    if (*rc::gen::arbitrary<bool>())
        text += (text.ends_with(':') || text.empty() ? "" : ":") + std::string("192.0.2.1");
    std::array<unsigned char, 16> bytes{};
    RC_ASSERT(http::detail::is_ipv6(text) == (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1));
}

/// Any bytes: no undefined behaviour, and a URL without its last slash or an error; no odd character is accepted.
RC_GTEST_PROP(base_url, is_checked_whatever_its_bytes, (std::string const& bytes))
{
    static std::vector<std::string> const starts{"https://", "https://a", "https://[", "https://a:", "https://a/", ""};
    std::string const url = *rc::gen::elementOf(starts) + bytes;
    auto const checked = http::check_base_url(url, true);
    if (!checked) return;
    RC_ASSERT(*checked == url || std::string(*checked) + "/" == url);
    RC_ASSERT(!checked->ends_with('/'));
    auto const is_odd = [](char c) { return c <= ' ' || c > '~' || c == '@' || c == '?' || c == '#' || c == '\\'; };
    RC_ASSERT(std::none_of(checked->begin(), checked->end(), is_odd));
    RC_ASSERT(http::same_server(*checked, *checked));
}

// --- ids in paths

TEST(path_segment, refuses_blanks_and_control_characters_anywhere)
{
    struct refused {
        std::string_view id;
        std::string_view why;
    };
    using namespace std::string_view_literals;
    for (auto const& [id, why] :
         std::vector<refused>{{"123\r", R"("123\u000d": character 4 is a carriage return)"},
                              {"123\n", R"("123\u000a": character 4 is a line feed)"},
                              {"123\r\n", R"("123\u000d\u000a": character 4 is a carriage return)"},
                              {"\t123", R"("\u0009123": character 1 is a tab)"},
                              {" 123", R"(" 123": character 1 is a space)"},
                              {"12 3", R"("12 3": character 3 is a space)"},
                              {"123 ", R"("123 ": character 4 is a space)"},
                              {" ", R"(" ": character 1 is a space)"},
                              {"1\0"sv, R"("1\u0000": character 2 is the character U+0000)"},
                              {"1\x1b[0m", R"("1\u001b[0m": character 2 is the character U+001B)"},
                              {"1\x7f", R"("1\u007f": character 2 is the character U+007F)"},
                              {"1\u00a0", "\"1\u00a0\": character 2 is a no-break space"},
                              {"1\u0085", R"("1\xc2\x85": character 2 is the character U+0085)"},
                              {"\u00e9\u200b", "\"\u00e9\\xe2\\x80\\x8b\": character 2 is a zero-width space"},
                              {"\ufeff1", R"("\xef\xbb\xbf1": character 1 is a byte order mark)"},
                              {"1\u20602", R"("1\xe2\x81\xa02": character 2 is the character U+2060)"},
                              {"1\u2003", "\"1\u2003\": character 2 is the character U+2003"},
                              {"1\u3000", "\"1\u3000\": character 2 is the character U+3000"},
                              {"\xff\xfe\t", R"("\xff\xfe\u0009": character 3 is a tab)"}})
        EXPECT_EQ(shown(http::path_segment(id)),
                  "id_in_path: expected an id without blanks and control characters, found " + std::string(why));
}

TEST(path_segment, accepts_all_other_texts)
{
    EXPECT_EQ(shown(http::path_segment("a/b?c#d%e")), "a%2Fb%3Fc%23d%25e");
    EXPECT_EQ(shown(http::path_segment("\u00e9\u20ac\U0001F600")), "%C3%A9%E2%82%AC%F0%9F%98%80");
    EXPECT_EQ(shown(http::path_segment("\xff")), "%FF");
    EXPECT_EQ(shown(http::path_segment("\u4e00")), "%E4%B8%80");
    EXPECT_EQ(shown(http::path_segment("...")), "...");
    for (auto const id : {"", ".", ".."}) EXPECT_THAT(shown(http::path_segment(id)), StartsWith("id_in_path: "));
}

// --- queries

std::string with_query(std::string url, std::string_view name, std::string_view value)
{
    http::append_query(url, name, value);
    return url;
}

TEST(append_query, separates_and_encodes)
{
    EXPECT_EQ(with_query("https://a/b", "after", "x"), "https://a/b?after=x");
    EXPECT_EQ(with_query("https://a/b?c=d", "after", "x"), "https://a/b?c=d&after=x");
    EXPECT_EQ(with_query("https://a/b?", "after", "x"), "https://a/b?after=x");
    EXPECT_EQ(with_query("https://a/b?c=d&", "after", "x"), "https://a/b?c=d&after=x");
    EXPECT_EQ(with_query("/b", "a b", "c&d=e+f/g?h#i%j"), "/b?a%20b=c%26d%3De%2Bf%2Fg%3Fh%23i%25j");
    EXPECT_EQ(with_query("/b", "page[after]", ""), "/b?page%5Bafter%5D=");
    EXPECT_EQ(with_query("/b", "n", "\u00e9\r\n"), "/b?n=%C3%A9%0D%0A");
    EXPECT_EQ(with_query("/b#top", "n", "1"), "/b?n=1#top");
    EXPECT_EQ(with_query("/b?m=0#to?p&", "n", "1"), "/b?m=0&n=1#to?p&");
    EXPECT_EQ(with_query("", "n", "1"), "?n=1");
}

TEST(append_query, accepts_a_part_of_a_url)
{
    std::string url = "/" + std::string(100, 'x');
    std::string const before = url;
    http::append_query(url, "from", url);
    EXPECT_EQ(url, before + "?from=%2F" + before.substr(1));
}

// --- servers and links

static_assert(http::same_server("https://example.com/ads", "https://example.com/x?y=z"));
static_assert(http::same_server("https://example.com", "https://EXAMPLE.com"));
static_assert(http::same_server("https://example.com", "HTTPS://example.com:443"));
static_assert(http::same_server("https://example.com:443", "https://example.com?x"));
static_assert(http::same_server("http://example.com", "http://example.com:80"));
static_assert(http::same_server("https://[::1]:8443", "https://[::1]:8443/x"));
static_assert(!http::same_server("https://example.com", "http://example.com"));
static_assert(!http::same_server("https://example.com", "http://example.com:443"));
static_assert(!http::same_server("https://example.com", "https://example.com:8443"));
static_assert(!http::same_server("https://example.com", "https://example.com:80"));
static_assert(!http::same_server("https://example.com", "https://example.com.evil.example"));
static_assert(!http::same_server("https://example.com", "https://sub.example.com"));
static_assert(!http::same_server("https://example.com", "https://example.co"));
static_assert(!http::same_server("https://example.com", "https://example.com."));
static_assert(!http::same_server("https://example.com", "https://user@example.com"));
static_assert(!http::same_server("https://example.com", "https://example.com@evil.example"));
static_assert(!http::same_server("https://example.com", "https://example.com/x#y"));
static_assert(!http::same_server("https://example.com", "https://example.com\\@evil.example"));
static_assert(!http::same_server("https://example.com", "https://evil.example\\.example.com"));
static_assert(!http::same_server("https://example.com", "https://example.com/ x"));
static_assert(!http::same_server("https://example.com", "/x"));
static_assert(!http::same_server("https://example.com", ""));
static_assert(!http::same_server("", ""));
static_assert(!http::same_server("example.com", "example.com"));

TEST(same_server, is_decided_by_scheme_host_and_port)
{
    std::string const base = "https://example.com/ads";
    for (std::string const url : {"https://example.com", "HTTPS://Example.com:443?x", "https://example.com/x?y=z"})
        EXPECT_TRUE(http::same_server(base, url)) << url;
    for (std::string const url :
         {"http://example.com", "https://example.com:8443", "https://example.com.evil.example", "/x", "",
          "https://user@example.com", "https://example.com/ x", "https://example.com/x#y"}) {
        EXPECT_FALSE(http::same_server(base, url)) << url;
        EXPECT_FALSE(http::same_server(url, base)) << url;
    }
}

std::string next(std::string_view link, std::string_view base = "https://api.example.com:8443/ads/")
{
    return shown(http::next_url(base, link));
}

TEST(next_url, is_on_the_same_server)
{
    EXPECT_EQ(next("https://api.example.com:8443/x?after=a%2Fb&l=[1]"),
              "https://api.example.com:8443/x?after=a%2Fb&l=[1]");
    EXPECT_EQ(next("https://API.Example.com:8443/x"), "https://api.example.com:8443/x");
    EXPECT_EQ(next("HTTPS://api.example.com:8443/x"), "https://api.example.com:8443/x");
    EXPECT_EQ(next("https://api.example.com:8443"), "https://api.example.com:8443/");
    EXPECT_EQ(next("https://api.example.com:8443?x"), "https://api.example.com:8443/?x");
    EXPECT_EQ(next("https://api.example.com:8443//x//y/"), "https://api.example.com:8443//x//y/");
    EXPECT_EQ(next("https://api.example.com:8443/x?mail=a@b"), "https://api.example.com:8443/x?mail=a@b");
    EXPECT_EQ(next("/x?y=z"), "https://api.example.com:8443/x?y=z");
    EXPECT_EQ(next("/"), "https://api.example.com:8443/");
    EXPECT_EQ(next("/x?u=https://evil.example/"), "https://api.example.com:8443/x?u=https://evil.example/");
    EXPECT_EQ(next("https://example.com:443/x", "https://example.com"), "https://example.com/x");
    EXPECT_EQ(next("https://example.com/x", "https://example.com:443"), "https://example.com:443/x");
    EXPECT_EQ(next("http://127.0.0.1:80/x", "http://127.0.0.1"), "http://127.0.0.1/x");
    EXPECT_EQ(next("https://[::1]/x", "https://[::1]:443"), "https://[::1]:443/x");
}

TEST(next_url, is_never_on_another)
{
    struct refused {
        std::string link;
        std::string why;
    };
    for (auto const& [link, why] : std::vector<refused>{
             {"https://evil.example/x", "refers to another server, https://evil.example"},
             {"https://api.example.com/x", "refers to another server, https://api.example.com"},
             {"https://api.example.com:443/x", "refers to another server, https://api.example.com:443"},
             {"http://api.example.com:8443/x", "refers to another server, http://api.example.com:8443"},
             {"https://api.example.com.evil.example:8443/", "refers to another server, "
                                                            "https://api.example.com.evil.example:8443"},
             {"", "does not start with https:// at character 1"},
             {"x?y=z", "does not start with https:// at character 1"},
             {"?y=z", "does not start with https:// at character 1"},
             {"//evil.example/x", "does not start with https:// at character 1"},
             {"//api.example.com:8443/x", "does not start with https:// at character 1"},
             {"///evil.example/x", "does not start with https:// at character 1"},
             {"ftp://api.example.com:8443/x", "does not start with https:// at character 1"},
             {"javascript:alert(1)", "does not start with https:// at character 1"},
             {"https:/x", "does not start with https:// at character 1"},
             {"/\\evil.example/x", "has a backslash at character 2"},
             {"https://api.example.com:8443\\@evil.example/", "has a backslash at character 29"},
             {"https://user:hunter2@api.example.com:8443/x", "has user information"},
             {"https://api.example.com:8443@evil.example/x", "has user information"},
             {"https://api.example.com:8443/x#y", "has a fragment at character 31"},
             {"https://api.example.com:8443#@evil.example/", "has a fragment at character 29"},
             {"/x#y", "has a fragment at character 3"},
             {"/x?y#z", "has a fragment at character 5"},
             {"/x\r\nHost: evil.example", "has a control character at character 3"},
             {"https://api.example.com:8443/x\n", "has a control character at character 31"},
             {"/x y", "has a blank at character 3"},
             {"/\u00e9", "has a character outside of ASCII, which is not percent-encoded, at character 2"},
             {"/x?y=%zz", "has a percent sign without two hexadecimal digits at character 6"},
             {"/x?y=<", "has a character that must be percent-encoded at character 6"},
             {"/a/../b", "has a segment of dots at character 4"},
             {"/%2e%2e//evil.example", "has a segment of dots at character 2"},
             {"https://api.example.com:8443:1/", "has a port that is not a number from 1 to 65535 at character 24"}})
        EXPECT_EQ(next(link), "other_server: the link to the next page " + why +
                                  ": credentials are only sent to the server of the base URL");
    EXPECT_THAT(next("/x", "https://user:hunter2@example.com"), StartsWith("base_url: "));
}

/// For any link, the returned URL starts with the base's server, and goes on with a path.
RC_GTEST_PROP(next_url, starts_with_the_server, ())
{
    static std::vector<std::string> const pieces{"https://", "example.com", ":8443", ":443", "/",         "//",
                                                 "\\",       "@",           "?",     "#",    "evil.test", ".",
                                                 "..",       "%",           "%2e",   "x",    "\r",        ":"};
    auto const chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string link = *rc::gen::element<std::string>("https://example.com:8443", "https://example.com", "/", "");
    for (auto const& piece : chosen) link += piece;
    auto const next = http::next_url("https://example.com:8443/base", link);
    if (!next) {
        RC_ASSERT(code_of(next.error()) == "other_server");
        return;
    }
    RC_ASSERT(next->starts_with("https://example.com:8443/"));
    RC_ASSERT(next->find_first_of("\\#\r") == std::string::npos);
    RC_ASSERT(http::same_server("https://example.com:8443/base", *next));
    RC_ASSERT(link.starts_with('/') || http::same_server("https://example.com:8443/base", link));
}

} // namespace url_test
