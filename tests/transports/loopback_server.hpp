#pragma once

#include "../http/fake_amazon.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

// A server on this machine, HTTP or HTTPS, that answers as Amazon would, or misbehaves as the first segment of the path
// says: https://localhost:4711/half/sp/campaigns/budget/usage

namespace loopback {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

/// A key and a certificate for localhost, signed by itself, made anew for each run.
class certificate {
public:
    certificate()
    {
        std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
        std::unique_ptr<X509, decltype(&X509_free)> const cert(X509_new(), &X509_free);
        X509_set_version(cert.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), 4711);
        X509_gmtime_adj(X509_getm_notBefore(cert.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(cert.get()), 3600);
        X509_set_pubkey(cert.get(), key.get());
        X509_NAME* const name = X509_get_subject_name(cert.get());
        auto const common_name = reinterpret_cast<unsigned char const*>("localhost");
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0);
        X509_set_issuer_name(cert.get(), name);
        for (auto const& [id, value] :
             {std::pair(NID_subject_alt_name, "DNS:localhost"), std::pair(NID_basic_constraints, "critical,CA:TRUE")}) {
            X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value);
            X509_add_ext(cert.get(), extension, -1);
            X509_EXTENSION_free(extension);
        }
        X509_sign(cert.get(), key.get(), EVP_sha256());

        std::string folder = (std::filesystem::temp_directory_path() / "outlay-XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for the certificate");
        folder_ = folder;
        write(file(), [&](FILE* to) { return PEM_write_X509(to, cert.get()); });
        write(key_file(),
              [&](FILE* to) { return PEM_write_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    }
    certificate(certificate const&) = delete;
    certificate& operator=(certificate const&) = delete;
    ~certificate() { std::filesystem::remove_all(folder_); }

    std::string file() const { return folder_ + "/certificate.pem"; }
    std::string key_file() const { return folder_ + "/key.pem"; }

private:
    template<class Write>
    static void write(std::string const& path, Write const& to)
    {
        std::unique_ptr<FILE, decltype(&std::fclose)> const out(std::fopen(path.c_str(), "w"), &std::fclose);
        if (!out || to(out.get()) != 1) throw std::runtime_error("could not write " + path);
    }

    std::string folder_;
};

class server {
public:
    /// HTTPS with a certificate, HTTP without.
    explicit server(certificate const* of)
    {
        if (of != nullptr) {
            tls_.emplace(asio::ssl::context::tls_server);
            tls_->use_certificate_chain_file(of->file());
            tls_->use_private_key_file(of->key_file(), asio::ssl::context::pem);
        }
        acceptor_.listen();
        thread_ = std::thread([this] { accept(); });
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    ~server()
    {
        is_over_ = true;
        beast::error_code ignored;
        tcp::socket last(context_); // wakes up accept()
        last.connect(acceptor_.local_endpoint(), ignored);
        thread_.join();
        {
            std::lock_guard const lock(mutex_);
            for (tcp::socket* const one : sockets_) one->shutdown(tcp::socket::shutdown_both, ignored);
        }
        for (auto& one : connections_) one.join();
    }

    /// `https://localhost:4711/half`
    std::string url(std::string const& behaviour) const
    {
        return std::string(tls_ ? "https" : "http") +
               "://localhost:" + std::to_string(acceptor_.local_endpoint().port()) + '/' + behaviour;
    }

    std::size_t requests() const { return requests_; }
    std::size_t connections() const { return accepted_; }
    std::string last_authorization() const
    {
        std::lock_guard const lock(mutex_);
        return last_authorization_;
    }

private:
    using request = beast::http::request<beast::http::string_body>;

    /// Kept connections are shut down when the server ends.
    class open_socket {
    public:
        open_socket(server& of, tcp::socket& socket) : of_(of), socket_(socket)
        {
            std::lock_guard const lock(of_.mutex_);
            of_.sockets_.insert(&socket_);
        }
        open_socket(open_socket const&) = delete;
        open_socket& operator=(open_socket const&) = delete;
        ~open_socket()
        {
            std::lock_guard const lock(of_.mutex_);
            of_.sockets_.erase(&socket_);
        }

    private:
        server& of_;
        tcp::socket& socket_;
    };

    void accept()
    {
        for (;;) {
            tcp::socket socket(context_);
            acceptor_.accept(socket);
            if (is_over_) return;
            ++accepted_;
            connections_.emplace_back([this, s = std::move(socket)]() mutable {
                try {
                    serve(std::move(s));
                } catch (std::exception const&) { // the client has gone: that is its right
                }
            });
        }
    }

    void serve(tcp::socket socket)
    {
        open_socket const entry(*this, socket);
        if (!tls_) return converse(socket);
        asio::ssl::stream<tcp::socket&> stream(socket, *tls_);
        stream.handshake(asio::ssl::stream_base::server);
        converse(stream);
    }

    template<class Stream>
    void converse(Stream& stream)
    {
        beast::flat_buffer buffer;
        while (!is_over_) {
            request asked;
            beast::http::read(stream, buffer, asked);
            ++requests_;
            {
                std::lock_guard const lock(mutex_);
                last_authorization_ = asked[beast::http::field::authorization];
            }
            if (!reply(stream, asked)) return;
        }
    }

    /// False: the connection is to be closed.
    template<class Stream>
    bool reply(Stream& stream, request const& asked)
    {
        std::string const target(asked.target());
        auto const end = target.find('/', 1);
        std::string const behaviour = target.substr(1, end - 1);
        bool const is_first = [&] {
            std::lock_guard const lock(mutex_);
            return ++seen_[behaviour] == 1;
        }();
        auto const good = target.ends_with("usage") ? fake_amazon::usage : fake_amazon::create;
        auto const send = [&](std::string const& text) { asio::write(stream, asio::buffer(text)); };
        auto const good_text = [&] {
            auto const answer = good({.body = asked.body()});
            return head(answer.status, answer.body.size()) + answer.body;
        };
        if (behaviour == "throttled" && is_first) return send(head(429, 2, "Retry-After: 3\r\n") + "{}"), true;
        if (behaviour == "unavailable" && is_first) return send(head(503, 0)), true;
        if (behaviour == "half") {
            std::string const text = good_text();
            return send(text.substr(0, text.size() - 50)), false;
        }
        if (behaviour == "bytes") {
            for (char const c : good_text()) send(std::string(1, c));
            return true;
        }
        if (behaviour == "closed" || (behaviour == "closed_later" && !is_first)) return false;
        if (behaviour == "stalled") {
            send(head(207, 1000));
            while (!is_over_) std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return false;
        }
        if (behaviour == "html")
            return send("HTTP/1.1 207 Multi-Status\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"),
                   true;
        if (behaviour == "garbage") return send(head(207, 10 << 20) + std::string(10 << 20, '\x01')), true;
        if (behaviour == "chunked") {
            std::string const body = good({.body = asked.body()}).body;
            send("HTTP/1.1 207 Multi-Status\r\ncontent-type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (std::size_t at = 0; at < body.size(); at += 16)
                send((at + 16 <= body.size()
                          ? "10\r\n" + body.substr(at, 16)
                          : std::string(1, "0123456789abcdef"[body.size() - at]) + "\r\n" + body.substr(at)) +
                     "\r\n");
            return send("0\r\n\r\n"), true;
        }
        return send(good_text()), true;
    }

    static std::string head(int status, std::size_t length, std::string const& more = {})
    {
        return "HTTP/1.1 " + std::to_string(status) + " Status\r\nContent-Type: application/json\r\n" + more +
               "Content-Length: " + std::to_string(length) + "\r\n\r\n";
    }

    asio::io_context context_;
    std::optional<asio::ssl::context> tls_;
    tcp::acceptor acceptor_{context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
    std::atomic<bool> is_over_{false};
    std::atomic<std::size_t> requests_{0};
    std::atomic<std::size_t> accepted_{0};
    std::map<std::string, int> seen_;
    std::string last_authorization_;
    std::set<tcp::socket*> sockets_;
    mutable std::mutex mutex_; ///< of these three
    std::list<std::thread> connections_;
    std::thread thread_;
};

} // namespace loopback
