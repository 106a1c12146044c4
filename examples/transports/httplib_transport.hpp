#pragma once

#include "url_parts.hpp"

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#define CPPHTTPLIB_OPENSSL_SUPPORT
#endif
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <httplib.h>
#include <memory>
#include <outlay/http.hpp>
#include <string>
#include <utility>

/// A sync transport over cpp-httplib. The connection to the server of the last call stays open; TLS certificates are
/// verified; redirects are not followed, as credentials would be sent along. gzip is requested if the library is built
/// with it and CPPHTTPLIB_ZLIB_SUPPORT is defined, as by `pkg-config --cflags cpp-httplib`.
///
/// For one thread at a time: per_thread makes a transport for several threads of it.
class httplib_transport {
public:
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds timeout{60'000}; ///< of each read and write
    std::size_t max_body = 64 << 20;           ///< bytes, unpacked
    std::string ca_file{};                     ///< trusted certificates; empty: those of the system

    outlay::result<outlay::http::response> operator()(outlay::http::request const& r)
    {
        auto const to = url_parts::parse(r.url);
        if (!to) return to.error();
        connect(*to);
        httplib::Request message;
        message.method = outlay::http::to_string(r.method);
        message.path = to->target;
        message.headers.emplace("Host", to->host_header()); // the library omits the brackets of an address
        message.headers.emplace("Accept-Encoding", accepted_encoding);
        for (auto const& h : r.headers) message.headers.emplace(h.name, h.value);
        if (r.method != outlay::http::method::get) message.body = r.body;
        outlay::http::response answer;
        bool is_too_large = false;
        message.content_receiver = [&](char const* data, std::size_t size, std::uint64_t, std::uint64_t) {
            is_too_large = is_too_large || size > max_body - answer.body.size();
            if (!is_too_large) answer.body.append(data, size);
            return !is_too_large;
        };

        httplib::Result const got = client_->send(message);
        if (!got) {
            if (is_too_large) return outlay::error(outlay::error_kind::limit, "max_body", "the body is too large");
            std::string why = httplib::to_string(got.error());
            return was_sent(got.error()) ? outlay::http::connection_lost(std::move(why))
                                         : outlay::http::not_sent(std::move(why));
        }
        answer.status = got->status;
        for (auto const& [name, value] : got->headers) answer.headers.push_back({name, value});
        return answer;
    }

private:
#ifdef CPPHTTPLIB_ZLIB_SUPPORT
    static constexpr char const* accepted_encoding = "gzip";
#else
    static constexpr char const* accepted_encoding = "identity";
#endif

    void connect(url_parts const& to)
    {
        if (client_ && to.server() == server_) return;
        client_.reset(); // no client if the next lines throw
        server_ = to.server();
        client_ = to.is_tls ? tls_client(to) : std::make_unique<httplib::ClientImpl>(to.host, to.port);
        client_->set_keep_alive(true);
        client_->set_tcp_nodelay(true); // without it, head and body are sent 40 ms apart
        client_->set_url_encode(false); // encoded already
        client_->set_connection_timeout(connect_timeout);
        client_->set_read_timeout(timeout);
        client_->set_write_timeout(timeout);
        client_->enable_server_certificate_verification(true);
        if (!ca_file.empty()) client_->set_ca_cert_path(ca_file);
    }

    /// Not an httplib::Client of a URL, which rejects IPv6 addresses with letters. OpenSSL compares host and
    /// certificate, too: cpp-httplib 0.11 may compare an IPv4 address with uninitialized memory.
    static std::unique_ptr<httplib::ClientImpl> tls_client(url_parts const& to)
    {
        auto client = std::make_unique<httplib::SSLClient>(to.host, to.port);
        if (!client->is_valid()) return client;
        X509_VERIFY_PARAM* const check = SSL_CTX_get0_param(client->ssl_context());
        if (X509_VERIFY_PARAM_set1_ip_asc(check, to.host.c_str()) != 1)
            X509_VERIFY_PARAM_set1_host(check, to.host.data(), to.host.size());
        if (to.is_address()) SSL_CTX_set_info_callback(client->ssl_context(), &leave_name_out);
        return client;
    }

    /// The library sends the host as server name (SNI), even if it is an address, without an option against that.
    static void leave_name_out(SSL const* ssl, int where, int)
    {
        if ((where & SSL_CB_HANDSHAKE_START) != 0) SSL_set_tlsext_host_name(const_cast<SSL*>(ssl), nullptr);
    }

    static bool was_sent(httplib::Error error)
    {
        using enum httplib::Error;
        return error != Connection && error != ConnectionTimeout && error != SSLConnection &&
               error != SSLLoadingCerts && error != SSLServerVerification;
    }

    std::unique_ptr<httplib::ClientImpl> client_{};
    std::string server_{}; ///< the server of the client
};
