#include "world.hpp"

#include "../require.hpp"
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <outlay/http.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fuzz {
namespace {

namespace http = outlay::http;
using std::chrono::milliseconds;

constexpr std::string_view the_credential = "Zq|7Xw/9Kv~3Jh+5Yt%41Mb8=Rc";
constexpr std::size_t shown_beginning = 6; // the longest beginning of the credential that may be shown

constexpr char hex[] = "0123456789abcdef";

std::string percent(std::string_view text)
{
    std::string made;
    http::append_encoded(made, text);
    return made;
}

/// Each character as `\u0041`.
std::string json_escaped(std::string_view text)
{
    std::string made;
    for (char const c : text) made.append("\\u00").append({hex[static_cast<unsigned char>(c) >> 4], hex[c & 15]});
    return made;
}

/// As a part of a JSON Pointer.
std::string in_pointer(std::string_view text)
{
    std::string made;
    for (char const c : text) {
        if (c == '~') made += "~0";
        else if (c == '/') made += "~1";
        else made += c;
    }
    return made;
}

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

constexpr std::array<std::string_view, 10> waits{
    "1",     "0",         "2.5", "299", "-7", "soon", "99999999999999999999", "Sun, 06 Nov 1994 08:49:37 GMT",
    "1m30s", "1795564830"};

} // namespace

world::world(bytes& input) : input_(input) { make_options(); }

std::string_view world::credential() noexcept { return the_credential; }

bool world::spells_credential(std::string_view input)
{
    constexpr std::size_t size = 4;
    for (std::size_t i = 0; i + size <= the_credential.size(); ++i)
        if (input.find(the_credential.substr(i, size)) != input.npos) return true;
    return false;
}

void world::make_options()
{
    constexpr std::array times{milliseconds(100), milliseconds(0), milliseconds(1), milliseconds(300'000),
                               milliseconds(-1)};
    options_.retry.attempts = static_cast<int>(input_.below(6));
    options_.retry.base = input_.pick(times);
    options_.retry.cap = input_.pick(times);
    options_.retry.total_wait = input_.pick(std::array{milliseconds(300'000), milliseconds(1'000), milliseconds(0)});
    options_.retry.jitter = static_cast<double>(input_.below(4)) / 2 - 0.5;
    if (input_.coin())
        for (int status = 100; status <= 599; ++status) {
            if (!options_.retry.repeat) options_.retry.repeat.emplace();
            *options_.retry.repeat |= http::status_set{status};
        }
    options_.in_flight = input_.below(4) + 1;
    options_.max_pages = 8;
    options_.random = [this] {
        trouble("random");
        return static_cast<double>(input_.byte()) / 255;
    };
    options_.now = [this] {
        trouble("now");
        return std::chrono::system_clock::time_point(std::chrono::seconds(784'111'777)); // the date in `waits`
    };
    options_.sleep = [this](milliseconds time) {
        trouble("sleep");
        sleep(time);
    };
    options_.on_notices = [this](outlay::report const& found) {
        check(found);
        trouble("on_notices");
    };
    options_.on_progress = [this](http::progress const& p) {
        require(!p.total || p.done <= *p.total, "more calls are done than there are", "");
        waited_ += p.waiting;
        auto const lanes = static_cast<milliseconds::rep>(options_.in_flight);
        require(waited_ <= options_.retry.total_wait * lanes, "waits of more than total_wait", "");
        trouble("on_progress");
        is_stopped_ |= input_.byte() % 32 == 31;
        return !is_stopped_;
    };
    options_.executor = [](std::size_t count, std::function<void(std::size_t)> const& lane) {
        for (std::size_t i = 0; i < count; ++i) lane(i);
    };
}

void world::trouble(std::string_view where)
{
    if (input_.byte() % 64 == 63) throw std::runtime_error(std::string(where) + " fails\x1b[2J");
}

/// A line of the input, in which `$T` is the credential, `$P` the percent-encoded and `$U` the escaped one. Without the
/// zeros at its start, with which seeds make the first of each choice before the line.
std::string world::text()
{
    std::string_view const line = input_.line();
    std::string made(line.substr(std::min(line.find_first_not_of('\0'), line.size())));
    replace_all(made, "$P", percent(the_credential));
    replace_all(made, "$U", json_escaped(the_credential));
    replace_all(made, "$T", the_credential);
    return made;
}

http::response world::response(std::size_t kind)
{
    constexpr std::array statuses{200, 207, 201, 202, 204, 302, 400, 401, 403, 404, 408,
                                  409, 413, 423, 429, 500, 503, 529, 0,   -1,  600, std::numeric_limits<int>::max()};
    constexpr std::size_t repeats_body = 5;
    http::response made{.status = input_.pick(statuses)};
    auto const has = [flags = input_.byte()](int bit) { return (flags >> bit & 1) != 0; };
    auto const add = [&made](std::string_view name, std::string_view value) {
        made.headers.push_back({.name = std::string(name), .value = std::string(value)});
    };
    if (has(0)) add("Retry-After", input_.pick(waits));
    if (has(1)) {
        add("X-RateLimit-Remaining", std::to_string(input_.below(3)));
        add("X-RateLimit-Reset", input_.pick(waits));
    }
    if (has(2)) add("Content-Type", std::string("text/").append(the_credential));
    if (has(3)) add("Content-Length", "1000");
    if (has(4)) add("x-amz-request-id", the_credential);
    if (has(5)) add("Location", the_credential);
    if (kind != repeats_body) last_body_ = text();
    made.body = last_body_;
    return made;
}

outlay::result<http::response> world::answer(http::request const& asked)
{
    require(!is_stopped_, "sent after the end", asked.to_string());
    check_text(asked.to_string());
    require(!asked.url.empty(), "a request to nowhere", "");
    // A token that is refused is renewed once for a call, which is no attempt.
    auto const attempts = static_cast<std::size_t>(std::max(options_.retry.attempts, 1)) + 1;
    require(++sent_ <= bounds_.calls * attempts, "more requests than attempts", asked.to_string());
    require(asked.may_repeat == bounds_.may_repeat, "a request that may be repeated, or not", asked.to_string());
    std::tuple what(asked.method, asked.url, asked.body);
    bool const is_distinguishable = bounds_.calls == 1; // calls for items that are alike have the same body
    require(!is_distinguishable || !in_doubt_.contains(what), "a create in doubt is sent again", asked.to_string());

    std::size_t const kind = input_.below(9);
    if (kind < 6) {
        auto made = response(kind);
        bool const is_lost = made.status >= 500 && made.status <= 599;
        if (is_lost && !bounds_.may_repeat) in_doubt_.insert(std::move(what));
        return made;
    }
    std::string const why = "\x1b[2J" + text();
    if (kind == 6) return http::not_sent(why);
    if (!bounds_.may_repeat) in_doubt_.insert(std::move(what));
    if (kind == 7) return http::connection_lost(why);
    throw std::runtime_error(why);
}

void world::sleep(milliseconds time)
{
    require(time >= milliseconds(0), "a wait below zero", std::to_string(time.count()));
    require(time <= options_.retry.total_wait, "a wait of more than total_wait", std::to_string(time.count()));
}

outlay::result<http::access_token> world::renew()
{
    trouble("tokens");
    std::size_t const kind = input_.below(16);
    if (kind == 15) return outlay::error(outlay::error_kind::http, "oauth", "no token");
    if (kind == 14) return http::access_token{.value = "with\nline feed"};
    return http::access_token{.value = the_credential};
}

outlay::result<void> world::sign(http::request& r)
{
    trouble("sign");
    std::string const seen(r.headers.empty() ? "" : r.headers.front().value);
    if (input_.below(16) == 15) return outlay::error(outlay::error_kind::invalid, "sign", "no key for " + seen);
    http::set_header(r, "X-Signature", std::string(the_credential));
    return {};
}

// --- shown texts

void world::check_text(std::string_view shown) const
{
    static std::array const forms{
        std::string(the_credential),      percent(the_credential),
        percent(percent(the_credential)), json_escaped(the_credential),
        in_pointer(the_credential),       std::string(the_credential.substr(0, shown_beginning))};
    for (std::string const& form : forms) require(shown.find(form) == shown.npos, "the credential is shown", shown);
}

void world::check(outlay::report const& shown) const
{
    auto const check_one = [this](outlay::violation const& v) {
        for (std::string const& part : {v.pointer, v.code, v.message, v.to_string()}) check_text(part);
    };
    for (auto const& v : shown) check_one(v);
    for (auto const& v : shown.notices()) check_one(v);
}

void world::check(outlay::error const& shown) const
{
    check(shown.report());
    std::ostringstream printed;
    printed << shown;
    for (std::string const& text : {shown.message(), shown.to_string(), printed.str()}) {
        check_text(text);
        require(!text.empty(), "an error without words", "");
        require(text.find('\x1b') == text.npos, "an error with control characters", text);
    }
}

} // namespace fuzz
