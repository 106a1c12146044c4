#pragma once

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <httplib.h>
#include <memory>
#include <outlay/http.hpp>
#include <string>
#include <utility>

/// A sync transport over cpp-httplib. It keeps the connection to the server that it was last used for; TLS certificates
/// are verified. Not for several threads at once.
class httplib_transport {
public:
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds timeout{60'000}; ///< of each read and write
    std::size_t max_body = 64 << 20;           ///< bytes
    std::string ca_file{};                     ///< trusted certificates; empty: those of the system

    outlay::result<outlay::http::response> operator()(outlay::http::request const& r)
    {
        auto const path = r.url.find('/', r.url.find("//") + 2);
        connect(r.url.substr(0, path));
        httplib::Request message;
        message.method = outlay::http::to_string(r.method);
        message.path = path == std::string::npos ? "/" : r.url.substr(path);
        for (auto const& h : r.headers) message.headers.emplace(h.name, h.value);
        message.body = r.body;
        outlay::http::response answer;
        bool is_too_large = false;
        message.content_receiver = [&](char const* data, std::size_t size, std::uint64_t, std::uint64_t) {
            is_too_large = size > max_body - answer.body.size();
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
    void connect(std::string const& server)
    {
        if (client_ && server == server_) return;
        server_ = server;
        client_ = std::make_unique<httplib::Client>(server);
        client_->set_keep_alive(true);
        client_->set_connection_timeout(connect_timeout);
        client_->set_read_timeout(timeout);
        client_->set_write_timeout(timeout);
        client_->enable_server_certificate_verification(true);
        if (!ca_file.empty()) client_->set_ca_cert_path(ca_file.c_str());
    }

    static bool was_sent(httplib::Error error)
    {
        using enum httplib::Error;
        return error != Connection && error != ConnectionTimeout && error != SSLConnection &&
               error != SSLLoadingCerts && error != SSLServerVerification;
    }

    std::unique_ptr<httplib::Client> client_{};
    std::string server_{}; ///< `https://host:port`
};
