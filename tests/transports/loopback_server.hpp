#pragma once

#include "../http/fake_amazon.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/crc.hpp>
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
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

// A server on this machine, HTTP or HTTPS, that responds like Amazon, or misbehaves by the first segment of the path:
// https://localhost:4711/half/sp/campaigns/budget/usage

namespace loopback {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

/// A key and a certificate, signed by itself, made anew for each run: for localhost and ::1, but not for 127.0.0.1.
class certificate {
public:
    explicit certificate(char const* names = "DNS:localhost, IP:::1")
    {
        std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
        std::unique_ptr<X509, decltype(&X509_free)> const cert(X509_new(), &X509_free);
        X509_set_version(cert.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), 4711);
        X509_gmtime_adj(X509_getm_notBefore(cert.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(cert.get()), 3600);
        X509_set_pubkey(cert.get(), key.get());
        X509_NAME* const name = X509_get_subject_name(cert.get());
        // No host name: a client may compare the common name where there is no other.
        auto const common_name = reinterpret_cast<unsigned char const*>("a test of outlay");
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0);
        X509_set_issuer_name(cert.get(), name);
        for (auto const& [id, value] :
             {std::pair(NID_subject_alt_name, names), std::pair(NID_basic_constraints, "critical,CA:TRUE")}) {
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

/// A member of a gzip file (RFC 1952): a head without options, the deflated text, its checksum and its length.
inline std::string gzip(std::string_view text)
{
    namespace zlib = beast::zlib;
    zlib::deflate_stream stream;
    std::string packed("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10);
    std::size_t const head = packed.size();
    packed.resize(head + stream.upper_bound(text.size()));
    zlib::z_params state;
    state.next_in = text.data();
    state.avail_in = text.size();
    state.next_out = packed.data() + head;
    state.avail_out = packed.size() - head;
    beast::error_code error;
    stream.write(state, zlib::Flush::finish, error);
    if (error != zlib::error::end_of_stream) throw std::runtime_error("could not pack");
    packed.resize(packed.size() - state.avail_out);
    boost::crc_32_type checksum;
    checksum.process_bytes(text.data(), text.size());
    for (std::size_t const number : {std::size_t(checksum.checksum()), text.size()})
        for (int shift = 0; shift != 32; shift += 8) packed += static_cast<char>(number >> shift & 0xFF);
    return packed;
}

/// The time of "slow".
constexpr std::chrono::milliseconds slow_time{100};

/// The unpacked bytes of "bomb".
constexpr std::size_t bomb_size = 16 << 20;

/// The bytes of "garbage".
constexpr std::size_t garbage_size = 10 << 20;

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
        listen(acceptor_, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
        if (has_ipv6()) listen(acceptor_v6_, tcp::endpoint(asio::ip::address_v6::loopback(), 0));
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    ~server()
    {
        is_over_ = true;
        for (tcp::acceptor* const one : {&acceptor_, &acceptor_v6_}) {
            if (!one->is_open()) continue;
            beast::error_code ignored;
            tcp::socket last(context_); // wakes up accept()
            last.connect(one->local_endpoint(), ignored);
        }
        for (auto& one : threads_) one.join();
        {
            std::lock_guard const lock(mutex_);
            beast::error_code ignored;
            for (tcp::socket* const one : sockets_) one->shutdown(tcp::socket::shutdown_both, ignored);
        }
        for (auto& one : connections_) one.join();
    }

    /// Whether this machine has a loopback address of IPv6.
    static bool has_ipv6()
    {
        static bool const has = [] {
            asio::io_context context;
            beast::error_code error;
            tcp::acceptor one(context);
            one.open(tcp::v6(), error);
            if (!error) one.bind(tcp::endpoint(asio::ip::address_v6::loopback(), 0), error);
            return !error;
        }();
        return has;
    }

    /// `https://localhost:4711/half`
    std::string url(std::string const& behaviour) const { return url("localhost", acceptor_, behaviour); }

    /// `https://[::1]:4712/half`
    std::string url_v6(std::string const& behaviour) const { return url("[::1]", acceptor_v6_, behaviour); }

    std::size_t requests() const { return requests_; }
    std::size_t connections() const { return accepted_; }

    /// Whether no connection is open on its side.
    bool is_idle() const
    {
        std::lock_guard const lock(mutex_);
        return sockets_.empty();
    }

    using request = beast::http::request<beast::http::string_body>;

    /// The last request, as received.
    request last_request() const
    {
        std::lock_guard const lock(mutex_);
        return last_request_;
    }
    std::string last_authorization() const { return std::string(last_request()[beast::http::field::authorization]); }

    /// The names that clients gave in TLS handshakes (SNI); "" where there was none.
    std::set<std::string> server_names() const
    {
        std::lock_guard const lock(mutex_);
        return server_names_;
    }

private:
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

    std::string url(std::string const& host, tcp::acceptor const& at, std::string const& behaviour) const
    {
        return (tls_ ? "https://" : "http://") + host + ':' + std::to_string(at.local_endpoint().port()) + '/' +
               behaviour;
    }

    void listen(tcp::acceptor& on, tcp::endpoint const& at)
    {
        on.open(at.protocol());
        on.bind(at);
        on.listen();
        threads_.emplace_back([this, &on] { accept(on); });
    }

    void accept(tcp::acceptor& on)
    {
        for (;;) {
            tcp::socket socket(context_);
            on.accept(socket);
            if (is_over_) return;
            ++accepted_;
            std::lock_guard const lock(mutex_);
            connections_.emplace_back([this, s = std::move(socket)]() mutable {
                try {
                    serve(std::move(s));
                } catch (std::exception const&) { // the client may hang up
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
        {
            char const* const name = SSL_get_servername(stream.native_handle(), TLSEXT_NAMETYPE_host_name);
            std::lock_guard const lock(mutex_);
            server_names_.insert(name == nullptr ? "" : name);
        }
        converse(stream);
    }

    template<class Stream>
    void converse(Stream& stream)
    {
        beast::flat_buffer buffer;
        for (std::size_t served = 0; !is_over_; ++served) {
            request asked;
            beast::http::read(stream, buffer, asked);
            ++requests_;
            {
                std::lock_guard const lock(mutex_);
                last_request_ = asked;
            }
            std::string const behaviour = behaviour_of(asked);
            if (served != 0 && behaviour == "hangs_up_on_second") return;
            if (served != 0 && behaviour == "cuts_second") {
                asio::write(stream, asio::buffer("HTTP", 4));
                return;
            }
            if (!reply(stream, asked)) return;
        }
    }

    static std::string behaviour_of(request const& asked)
    {
        std::string const target(asked.target());
        return target.substr(1, target.find('/', 1) - 1);
    }

    /// False: the connection is to be closed.
    template<class Stream>
    bool reply(Stream& stream, request const& asked)
    {
        std::string const behaviour = behaviour_of(asked);
        bool const is_first = [&] {
            std::lock_guard const lock(mutex_);
            return ++seen_[behaviour] == 1;
        }();
        auto const good = asked.target().ends_with("usage") ? fake_amazon::usage : fake_amazon::create;
        auto const send = [&](std::string const& text) { asio::write(stream, asio::buffer(text)); };
        auto const send_and_keep = [&](std::string const& text) {
            send(text);
            return true;
        };
        auto const send_and_close = [&](std::string const& text) {
            send(text);
            return false;
        };
        auto const good_text = [&] {
            if (asked.body().empty()) return head(207, 2) + "{}"; // the test is about the request
            auto const answer = good({.body = asked.body()});
            return head(answer.status, answer.body.size()) + answer.body;
        };
        if (behaviour == "throttled" && is_first) return send_and_keep(head(429, 2, "Retry-After: 3\r\n") + "{}");
        if (behaviour == "unavailable" && is_first) return send_and_keep(head(503, 0));
        if (behaviour == "half") {
            std::string const text = good_text();
            return send_and_close(text.substr(0, text.size() - 50));
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
        if (behaviour == "plain") return send_and_keep(head(207, 2) + "{}");
        if (behaviour == "slow") std::this_thread::sleep_for(slow_time);
        if (behaviour == "hangs_up_after") return send_and_close(good_text());
        if (behaviour == "says_more")
            return send_and_keep(good_text() + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        if (behaviour == "continued") return send_and_keep("HTTP/1.1 100 Continue\r\n\r\n" + good_text());
        if (behaviour == "redirect")
            return send_and_keep(head(307, 0, "Location: /well/sp/campaigns/budget/usage\r\n"));
        if (behaviour == "gzip" || behaviour == "bomb" || behaviour == "bad_gzip" || behaviour == "unasked_packing") {
            auto const accepted = asked[beast::http::field::accept_encoding];
            if (accepted.find("gzip") == accepted.npos)
                return send_and_close(head(500, 0)); // some tests expect no gzip
            std::string body = behaviour == "bomb" ? bomb() : gzip(good({.body = asked.body()}).body);
            if (behaviour == "bad_gzip") body[body.size() / 2] = static_cast<char>(body[body.size() / 2] ^ 0x55);
            std::string const encoding = behaviour == "unasked_packing" ? "compress" : "gzip";
            return send_and_keep(head(207, body.size(), "Content-Encoding: " + encoding + "\r\n") + body);
        }
        if (behaviour == "html")
            return send_and_keep(
                "HTTP/1.1 207 Multi-Status\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>");
        if (behaviour == "garbage") return send_and_keep(head(207, garbage_size) + std::string(garbage_size, '\x01'));
        if (behaviour == "chunked") {
            std::string const body = good({.body = asked.body()}).body;
            send("HTTP/1.1 207 Multi-Status\r\ncontent-type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (std::size_t at = 0; at < body.size(); at += 16)
                send((at + 16 <= body.size()
                          ? "10\r\n" + body.substr(at, 16)
                          : std::string(1, "0123456789abcdef"[body.size() - at]) + "\r\n" + body.substr(at)) +
                     "\r\n");
            return send_and_keep("0\r\n\r\n");
        }
        return send_and_keep(good_text());
    }

    static std::string head(int status, std::size_t length, std::string const& more = {})
    {
        return "HTTP/1.1 " + std::to_string(status) + " Status\r\nContent-Type: application/json\r\n" + more +
               "Content-Length: " + std::to_string(length) + "\r\n\r\n";
    }

    /// Packed blanks.
    static std::string const& bomb()
    {
        static std::string const packed = gzip(std::string(bomb_size, ' '));
        return packed;
    }

    asio::io_context context_;
    std::optional<asio::ssl::context> tls_;
    tcp::acceptor acceptor_{context_};
    tcp::acceptor acceptor_v6_{context_};
    std::atomic<bool> is_over_{false};
    std::atomic<std::size_t> requests_{0};
    std::atomic<std::size_t> accepted_{0};
    std::map<std::string, int> seen_;
    request last_request_;
    std::set<std::string> server_names_;
    std::set<tcp::socket*> sockets_;
    std::list<std::thread> connections_;
    mutable std::mutex mutex_;         ///< of these five
    std::vector<std::thread> threads_; ///< of the acceptors
};

} // namespace loopback
