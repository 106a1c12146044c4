#pragma once

#include <cstddef>
#include <outlay/http/transport.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

// Shared by the transports over Boost.Beast and cpp-httplib; libcurl takes URLs apart itself.

/// The parts of an `http://` or `https://` URL that a connection needs: for `https://[::1]:8443/a?b=c` the host `::1`,
/// the port 8443 and the target `/a?b=c`.
struct url_parts {
    bool is_tls = true;
    std::string host{};      ///< an IPv6 address without its brackets
    unsigned short port = 0; ///< 443 or 80 where the URL names none
    std::string target{};    ///< path and query: `/` at least

    /// Whether the host is an IP address. Server Name Indication must not name one (RFC 6066, section 3).
    bool is_address() const { return is_ipv6() || host.find_first_not_of("0123456789.") == std::string::npos; }

    /// The value of the header `Host`: an IPv6 address is in brackets, and the port is left out if it is the scheme's.
    std::string host_header() const
    {
        std::string const name = is_ipv6() ? '[' + host + ']' : host;
        return port == default_port() ? name : name + ':' + std::to_string(port);
    }

    /// Equal for URLs that may share a connection: `https://[::1]:8443`.
    std::string server() const { return (is_tls ? "https://[" : "http://[") + host + "]:" + std::to_string(port); }

    /// The error is http::not_sent() and names the faulty part. It does not quote the URL, which may contain a
    /// password.
    static outlay::result<url_parts> parse(std::string_view url)
    {
        url_parts to;
        to.is_tls = url.starts_with("https://");
        if (!to.is_tls && !url.starts_with("http://")) return wrong("the scheme is neither http nor https");
        url.remove_prefix(to.is_tls ? 8 : 7);
        url = url.substr(0, url.find('#'));
        std::string_view const authority = url.substr(0, url.find_first_of("/?"));
        to.target = url.substr(authority.size());
        if (!to.target.starts_with('/')) to.target.insert(0, 1, '/');
        if (authority.find('@') != std::string_view::npos) return wrong("a user or a password before the host");
        bool const has_brackets = authority.starts_with('[');
        std::size_t const end = has_brackets ? authority.find(']') : authority.find(':');
        if (has_brackets && end == std::string_view::npos) return wrong("no ] after the IPv6 address");
        to.host = has_brackets ? authority.substr(1, end - 1) : authority.substr(0, end);
        if (to.host.empty()) return wrong("no host");
        if (has_brackets && !is_ipv6_text(to.host)) return wrong("no IPv6 address between [ and ]");
        std::string_view port = authority.substr(has_brackets ? end + 1 : to.host.size());
        to.port = to.default_port();
        if (port.empty()) return to;
        if (port.front() != ':') return wrong("more after the ] of the IPv6 address than a port");
        port.remove_prefix(1);
        if (!port.empty() && !read_port(port, to.port)) return wrong("the port is no number from 1 to 65535");
        return to;
    }

private:
    bool is_ipv6() const { return host.find(':') != std::string::npos; }
    unsigned short default_port() const { return is_tls ? 443 : 80; }

    static outlay::error wrong(char const* what) { return outlay::http::not_sent(std::string("URL: ") + what); }

    static bool is_ipv6_text(std::string_view text)
    {
        return text.find(':') != std::string_view::npos &&
               text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
    }

    static bool read_port(std::string_view digits, unsigned short& to)
    {
        unsigned long value = 0;
        for (char const c : digits) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + static_cast<unsigned long>(c - '0');
            if (value > 65'535) return false;
        }
        to = static_cast<unsigned short>(value);
        return value != 0;
    }
};
