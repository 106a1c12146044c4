#include "../require.hpp"
#include "checks.hpp"
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <outlay/http/url.hpp>
#include <string>
#include <string_view>

namespace fuzz {
namespace {

namespace http = outlay::http;

constexpr std::string_view unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

int digit_of(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

/// Percent-decoded. A text that is encoded has nothing but unreserved characters and %XX.
std::string decoded(std::string_view text)
{
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            require(unreserved.find(text[i]) != unreserved.npos, "a character that is not encoded", text);
            made += text[i];
            continue;
        }
        require(text.size() - i > 2, "half of a character", text);
        made += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
        i += 2;
    }
    return made;
}

/// `https://host:8443` of a URL: up to the first slash, question mark or hash after the scheme.
std::string_view server_of(std::string_view url)
{
    std::size_t const start = url.find("://") + 3;
    return url.substr(0, std::min(url.find_first_of("/?#", start), url.size()));
}

/// No reader can take it for another server, or another place there than is written.
void require_plain_url(std::string_view url)
{
    auto const is_odd = [](char c) { return c <= ' ' || c > '~' || c == '\\' || c == '#'; };
    require(std::ranges::none_of(url, is_odd), "a URL with an odd character", url);
    require(url.starts_with("https://") || url.starts_with("http://"), "a URL of another scheme", url);
    std::string_view const server = server_of(url);
    require(server.find('@') == server.npos, "a URL with user information", url);
    require(server.size() > std::string_view("https://").size() - 1, "a URL without a host", url);
    std::string path(url.substr(server.size()));
    path = path.substr(0, path.find('?')) + '/';
    for (std::string_view const dot : {"%2e", "%2E"})
        for (std::size_t at = path.find(dot); at != path.npos; at = path.find(dot)) path.replace(at, dot.size(), ".");
    for (std::string_view const dots : {"/../", "/./"})
        require(path.find(dots) == path.npos, "a URL with a segment of dots", url);
}

void check_base(std::string_view text, bool allow_plain_http)
{
    auto const checked = http::check_base_url(text, allow_plain_http);
    if (!checked) {
        std::string const message = checked.error().message();
        std::string_view const visible = std::string_view(message).substr(0, message.find("; expected"));
        std::size_t const at = text.find("://");
        // Shorter ones may be words of the message.
        if (at != text.npos && text.size() > at + 30)
            require(visible.find(text.substr(at + 3)) == visible.npos, "a refusal that shows the URL", message);
        return;
    }
    require_plain_url(*checked);
    require(!checked->ends_with('/') && checked->find('?') == checked->npos, "a base that no path follows", *checked);
    require(allow_plain_http || checked->starts_with("https://"), "plain http", *checked);
    require(text.substr(0, checked->size()) == *checked, "another base", text);
    require(http::check_base_url(*checked, allow_plain_http).has_value(), "not good twice", text);
    require(http::same_server(*checked, *checked), "not its own server", text);
}

} // namespace

void check_next_url(bytes& input)
{
    constexpr std::array<std::string_view, 4> bases{"https://api.example.com/v1", "http://127.0.0.1:8080",
                                                    "https://[2001:db8::1]/a/b/", "https://x"};
    std::string base(input.pick(bases));
    bool const is_known = input.coin();
    if (!is_known) base = input.line();
    std::string link(input.rest());
    if (link.starts_with('$')) link.replace(0, 1, server_of(base)); // so that it need not be guessed
    auto const next = http::next_url(base, link);
    if (!next) {
        std::string const code = next.error().report()[0].code;
        require(code == "other_server" || (!is_known && code == "base_url"), "another code", code);
        return;
    }
    require_plain_url(*next);
    require(server_of(*next) == server_of(base), "another server", *next);
    require(http::same_server(base, *next), "another server, by same_server", *next);
    require(next->ends_with(link.substr(link.starts_with('/') ? 0 : std::min(link.size(), server_of(link).size()))),
            "another link", *next + "\n" + link);
    require(http::next_url(base, *next) == *next, "another URL the second time", *next);
}

void check_url_parts(bytes& input)
{
    check_base(input.line(), input.coin());
    std::string const id(input.line());
    if (auto const segment = http::path_segment(id)) {
        require(decoded(*segment) == id, "another id", id);
        require(!segment->empty() && *segment != "." && *segment != "..", "a segment that is a place", id);
        require(id.find_first_of(" \t\r\n") == id.npos, "a blank in an id", id);
    }
    std::string const name(input.line());
    std::string const value(input.line());
    std::string const before(input.rest());
    std::string url = before;
    http::append_query(url, name, value);

    std::size_t const hash = std::min(before.find('#'), before.size());
    std::string_view const fragment = std::string_view(before).substr(hash);
    require(url.starts_with(before.substr(0, hash)) && url.ends_with(fragment), "another URL", url);
    std::string_view added = std::string_view(url).substr(hash, url.size() - before.size());
    bool const has_query = before.substr(0, hash).find('?') != std::string::npos;
    bool const has_separator = added.starts_with(has_query ? '&' : '?');
    require(has_separator || before[hash - 1] == '?' || before[hash - 1] == '&', "no separator", url);
    added.remove_prefix(has_separator);
    std::size_t const equals = added.find('=');
    require(equals != added.npos && decoded(added.substr(0, equals)) == name, "another name", url);
    require(decoded(added.substr(equals + 1)) == value, "another value", url);
}

} // namespace fuzz
