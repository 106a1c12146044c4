#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <date/date.h>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <optional>
#include <outlay/http.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// AWS's signature, version 4, for the `sign` of aws::endpoint, made with OpenSSL 3 (link libcrypto). Copy it into your
// program.
//
// Source: AWS, "Create a signed AWS API request" (Identity and Access Management user guide), and the signatures that
// AWS publishes for tests.

namespace sigv4 {

namespace http = outlay::http;
using time_point = std::chrono::system_clock::time_point;

/// The credentials of the signer.
struct credentials {
    std::string access_key_id{};                   ///< `AKIA...`; goes with each request, and is no secret
    outlay::secret secret_access_key{};            ///< makes the signature, and is never sent
    std::optional<outlay::secret> session_token{}; ///< of temporary credentials
};

/// The scope of a signature.
struct scope {
    std::string region{"us-east-1"}; ///< AWS Budgets has one endpoint, which is signed for this region
    std::string service{"budgets"};  ///< the name of the service in signatures
    /// The path of the canonical request is encoded twice, as for all services except S3.
    bool encodes_path_twice = true;
};

namespace detail {

using digest = std::array<unsigned char, 32>; ///< of SHA-256

/// Bytes as hexadecimal digits in lower case.
inline std::string hex(digest const& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned base = 16;
    std::string text;
    for (unsigned char const byte : bytes) {
        text += digits[byte / base];
        text += digits[byte % base];
    }
    return text;
}

/// The error of a library without SHA-256, such as a misconfigured one in FIPS mode.
inline outlay::error no_crypto() { return {outlay::error_kind::invalid, "signature", "OpenSSL calculates no SHA-256"}; }

inline outlay::result<digest> sha256(std::string_view text)
{
    digest made{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), made.data(), &size, EVP_sha256(), nullptr) != 1 || size != made.size())
        return no_crypto();
    return made;
}

inline outlay::result<digest> hmac(std::string_view key, std::string_view text)
{
    digest made{};
    unsigned size = 0;
    auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), made.data(), &size) ==
            nullptr ||
        size != made.size())
        return no_crypto();
    return made;
}

/// Chained HMACs, each with the one before as its key. The keys in between are wiped.
inline outlay::result<digest> chain(std::string key, std::initializer_list<std::string_view> texts)
{
    digest last{};
    for (std::string_view const text : texts) {
        auto const made = hmac(key, text);
        OPENSSL_cleanse(key.data(), key.size());
        if (!made) return made;
        last = *made;
        key.assign(reinterpret_cast<char const*>(last.data()), last.size());
    }
    OPENSSL_cleanse(key.data(), key.size());
    return last;
}

constexpr bool is_unreserved(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

constexpr bool is_hex(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Percent-encodes all but unreserved characters and those of `kept`. If `has_escapes`, existing escapes are kept, with
/// digits in upper case.
inline std::string encoded(std::string_view text, std::string_view kept, bool has_escapes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr unsigned base = 16;
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const is_escape =
            has_escapes && c == '%' && text.size() - i > 2 && is_hex(text[i + 1]) && is_hex(text[i + 2]);
        if (is_escape) {
            made += '%';
            for (char const digit : text.substr(i + 1, 2))
                made += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
            i += 2;
        } else if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
            made += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            made += '%';
            made += digits[byte / base];
            made += digits[byte % base];
        }
    }
    return made;
}

/// The signed parts of an absolute URL.
struct url_parts {
    std::string_view host;  ///< with a port, unless it is that of the scheme
    std::string_view path;  ///< at least `/`
    std::string_view query; ///< without the question mark
};

inline std::optional<url_parts> split(std::string_view url)
{
    constexpr std::string_view mark = "://";
    std::size_t const scheme = url.find(mark);
    if (scheme == std::string_view::npos) return std::nullopt;
    std::string_view const rest = url.substr(scheme + mark.size());
    std::size_t const end_of_host = std::min(rest.find_first_of("/?#"), rest.size());
    std::string_view const tail = rest.substr(end_of_host, rest.find('#') - end_of_host);
    std::size_t const question = std::min(tail.find('?'), tail.size());
    std::string_view host = rest.substr(0, end_of_host);
    std::string_view const usual_port = url.starts_with("https") ? ":443" : ":80"; // which transports do not send
    if (host.ends_with(usual_port)) host.remove_suffix(usual_port.size());
    url_parts parts{.host = host, .path = tail.substr(0, question), .query = {}};
    if (question < tail.size()) parts.query = tail.substr(question + 1);
    if (parts.path.empty()) parts.path = "/";
    if (parts.host.empty()) return std::nullopt;
    return parts;
}

/// The parameters of a query in the order of their encoded names and values.
inline std::string canonical_query(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        std::string_view const one = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(one.size() + 1, query.size()));
        if (one.empty()) continue;
        std::size_t const equals = std::min(one.find('='), one.size());
        std::string_view const value = equals < one.size() ? one.substr(equals + 1) : std::string_view();
        parameters.emplace_back(encoded(one.substr(0, equals), "", true), encoded(value, "", true));
    }
    std::ranges::sort(parameters);
    std::string text;
    for (auto const& [name, value] : parameters) text.append(text.empty() ? "" : "&").append(name + '=' + value);
    return text;
}

/// A value without white space around it, and with single blanks in it.
inline std::string trimmed(std::string_view value)
{
    std::string made;
    for (char const c : value) {
        bool const is_blank = c == ' ' || c == '\t';
        if (!is_blank) made += c;
        else if (!made.empty() && made.back() != ' ') made += ' ';
    }
    if (made.ends_with(' ')) made.pop_back();
    return made;
}

/// The headers to sign, by name: host, and those of the request, except headers that proxies may change. Several of one
/// name are one, with commas between their values.
inline std::vector<std::pair<std::string, std::string>> signed_headers(http::request const& of, std::string_view host)
{
    std::vector<std::pair<std::string, std::string>> all{{"host", std::string(host)}};
    for (http::header const& line : of.headers) {
        std::string name = line.name;
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        constexpr std::string_view unsigned_ones[] = {"authorization",  "connection", "content-length",    "expect",
                                                      "host",           "te",         "transfer-encoding", "user-agent",
                                                      "x-amzn-trace-id"};
        if (std::ranges::find(unsigned_ones, name) != std::end(unsigned_ones)) continue;
        auto const same = std::ranges::find(all, name, &std::pair<std::string, std::string>::first);
        if (same == all.end()) all.emplace_back(std::move(name), trimmed(line.value));
        else same->second.append(",").append(trimmed(line.value));
    }
    std::ranges::sort(all, {}, &std::pair<std::string, std::string>::first);
    return all;
}

/// Sets a header. A public one may be shown in logs.
inline void set(http::request& of, std::string_view name, std::string value, bool is_public = false)
{
    http::set_header(of, name, std::move(value));
    for (http::header& line : of.headers)
        if (line.name == name) line.is_public = is_public;
}

/// `20150830T123600Z`
inline std::string basic_time(time_point now)
{
    return date::format("%Y%m%dT%H%M%SZ", date::floor<std::chrono::seconds>(now));
}

} // namespace detail

/// Signs a request at a time: adds X-Amz-Date, X-Amz-Security-Token where there is one, and Authorization. AWS rejects
/// a request that is sent more than 5 minutes after that time. Codes: `no_credentials`, `url`, `signature`. No error
/// shows a secret.
inline outlay::result<void> sign(http::request& of, credentials const& by, scope const& where, time_point now)
{
    if (by.access_key_id.empty() || by.secret_access_key.empty())
        return outlay::error(outlay::error_kind::invalid, "no_credentials",
                             "AWS: the access key or its secret is empty");
    auto const url = detail::split(of.url);
    if (!url) return outlay::error(outlay::error_kind::invalid, "url", "a request to be signed needs an absolute URL");

    std::string const time = detail::basic_time(now);
    detail::set(of, "X-Amz-Date", time, true);
    if (by.session_token) detail::set(of, "X-Amz-Security-Token", by.session_token->reveal());

    std::string names;
    std::string lines;
    for (auto const& [name, value] : detail::signed_headers(of, url->host)) {
        names.append(names.empty() ? "" : ";").append(name);
        lines.append(name).append(":").append(value).append("\n");
    }
    std::string path = detail::encoded(url->path, "/", true);
    if (where.encodes_path_twice) path = detail::encoded(path, "/", false);
    auto const body = detail::sha256(of.body);
    if (!body) return body.error();
    std::string canonical(http::to_string(of.method));
    for (std::string const& part : {path, detail::canonical_query(url->query), lines, names, detail::hex(*body)})
        canonical.append("\n").append(part);
    auto const request_hash = detail::sha256(canonical);
    if (!request_hash) return request_hash.error();

    constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";
    constexpr std::size_t length_of_day = 8;
    std::string const day = time.substr(0, length_of_day);
    std::string const valid_for = day + '/' + where.region + '/' + where.service + "/aws4_request";
    std::string const to_sign =
        std::string(algorithm) + '\n' + time + '\n' + valid_for + '\n' + detail::hex(*request_hash);
    std::string key = "AWS4";
    key += by.secret_access_key.reveal();
    auto const signature = detail::chain(std::move(key), {day, where.region, where.service, "aws4_request", to_sign});
    if (!signature) return signature.error();
    detail::set(of, "Authorization",
                std::string(algorithm) + " Credential=" + by.access_key_id + '/' + valid_for +
                    ", SignedHeaders=" + names + ", Signature=" + detail::hex(*signature));
    return {};
}

/// A signer for `aws::endpoint::sign`: signs each attempt with the current time.
///
///     aws::endpoint const endpoint{.account_id = "123456789012",
///                                  .sign = sigv4::signer({.access_key_id = id, .secret_access_key = secret})};
///
/// Temporary credentials expire: for these, pass a function that returns the current ones, or an error.
inline http::signer signer(std::function<outlay::result<credentials>()> current, scope where = {},
                           std::function<time_point()> clock = &std::chrono::system_clock::now)
{
    return [current = std::move(current), where = std::move(where),
            clock = std::move(clock)](http::request& of) -> outlay::result<void> {
        auto const by = current();
        if (!by) return by.error();
        return sign(of, *by, where, clock());
    };
}

/// A signer with credentials that do not expire.
inline http::signer signer(credentials by, scope where = {},
                           std::function<time_point()> clock = &std::chrono::system_clock::now)
{
    return signer([by = std::move(by)]() -> outlay::result<credentials> { return by; }, std::move(where),
                  std::move(clock));
}

} // namespace sigv4
