// Serves fake_amazon.hpp over HTTP, on this machine only, until it is stopped.
//
//     fake_amazon [PORT] [--broken]
//
// PORT 0, or none, is any that is free: the first line that is printed has the URL. With --broken, the response to the
// request for the usage of one hundred campaigns is 500 every time.

#include "fake_amazon.hpp"
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <charconv>
#include <cstdint>
#include <exception>
#include <functional>
#include <iostream>
#include <mutex>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

/// As outlay's transports get it. The server only reads: which method it is makes no difference to it.
outlay::http::request to_outlay(beast::http::request<beast::http::string_body> const& message)
{
    outlay::http::request asked{
        .method = outlay::http::method::post, .url = std::string(message.target()), .body = message.body()};
    for (auto const& field : message)
        asked.headers.push_back({.name = std::string(field.name_string()), .value = std::string(field.value())});
    return asked;
}

/// Answers the requests of one connection, until it is closed or a fault closes it.
void serve(tcp::socket socket, nightly::fake_amazon& amazon, std::mutex& one_at_a_time)
{
    beast::flat_buffer buffer;
    for (;;) {
        beast::error_code error;
        beast::http::request<beast::http::string_body> message;
        beast::http::read(socket, buffer, message, error);
        if (error) return;
        auto answer = [&] {
            std::lock_guard const lock(one_at_a_time);
            return amazon(to_outlay(message));
        }();
        if (!answer) return;
        beast::http::response<beast::http::string_body> reply{};
        reply.version(message.version());
        reply.result(static_cast<unsigned>(answer->status));
        reply.keep_alive(message.keep_alive());
        for (auto const& header : answer->headers) reply.set(header.name, header.value);
        reply.body() = std::move(answer->body);
        reply.prepare_payload();
        beast::http::write(socket, reply, error);
        if (error || !reply.keep_alive()) return;
    }
}

void run(int argc, char** argv)
{
    nightly::fake_amazon amazon;
    std::uint16_t port = 0;
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        auto const [end, failure] = std::from_chars(word.data(), word.data() + word.size(), port);
        if (word == "--broken") amazon.is_broken = true;
        else if (failure != std::errc() || end != word.data() + word.size())
            throw std::runtime_error("usage: fake_amazon [PORT] [--broken]");
    }

    std::mutex one_at_a_time;
    asio::io_context context;
    tcp::acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), port));
    std::cout << "http://127.0.0.1:" << acceptor.local_endpoint().port() << std::endl;
    for (;;) {
        tcp::socket socket = acceptor.accept();
        socket.set_option(tcp::no_delay(true));
        std::thread(serve, std::move(socket), std::ref(amazon), std::ref(one_at_a_time)).detach();
    }
}

} // namespace

int main(int argc, char** argv)
try {
    run(argc, argv);
} catch (std::exception const& failure) {
    std::cerr << "fake_amazon: " << failure.what() << '\n';
    return 2;
}
