#pragma once

#include "../bytes.hpp"
#include <chrono>
#include <cstddef>
#include <outlay/http.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

// All that an exchange meets, made of the input: answers, failures, exceptions, options. And what must hold of it.

namespace fuzz {

/// What an operation may send at most.
struct call_bounds {
    std::size_t calls = 1;  ///< without repeats
    bool may_repeat = true; ///< as the operation says
};

class world {
public:
    explicit world(bytes& input);
    world(world const&) = delete;
    world& operator=(world const&) = delete;

    bytes& input() noexcept { return input_; }
    outlay::http::call_options const& options() const noexcept { return options_; }

    /// The credential of endpoints, with characters that JSON, URLs and pointers escape.
    static std::string_view credential() noexcept;

    /// Whether the input has a part of the credential, which errors may show.
    static bool spells_credential(std::string_view input);

    /// Begins an exchange.
    void begin(call_bounds const& bounds) { bounds_ = bounds; }

    /// The outcome of a request: a response, an error or an exception.
    outlay::result<outlay::http::response> answer(outlay::http::request const& asked);

    /// Checks a wait of an exchange. No time passes.
    void sleep(std::chrono::milliseconds time);

    /// Checks that nothing shows the credential.
    void check(outlay::report const& shown) const;
    void check(outlay::error const& shown) const;

    /// A source of tokens, and a signer, which sometimes fail.
    outlay::result<outlay::http::access_token> renew();
    outlay::result<void> sign(outlay::http::request& r);

    /// The stop by on_progress or cancel(), after which nothing may be sent.
    void stop() noexcept { is_stopped_ = true; }

    /// Sometimes throws.
    void trouble(std::string_view where);

private:
    void make_options();
    void check_text(std::string_view shown) const;
    outlay::http::response response(std::size_t kind);
    std::string text();

    bytes& input_;
    outlay::http::call_options options_{};
    call_bounds bounds_{};
    std::size_t sent_ = 0;
    bool is_stopped_ = false;
    std::chrono::milliseconds waited_{}; ///< for repeats, in all lanes
    std::string last_body_{};
    std::set<std::tuple<outlay::http::method, std::string, std::string>> in_doubt_{}; ///< not to be sent again
};

} // namespace fuzz
