#include "fake_amazon.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// An exchange in the worst of hands: lanes in any order, answers of any kind, callbacks that fail, and an end at any
// point. Whatever happens, each item has one outcome, which is its own, and no credential is shown.

namespace exchange_property_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using answer = outlay::result<http::response>;
using std::chrono::milliseconds;

/// Chance, as RapidCheck can shrink it: where it ends, all goes well, which is 0.
class dice {
public:
    explicit dice(std::vector<std::uint32_t> rolls) : rolls_(std::move(rolls)) {}

    std::size_t operator()(std::size_t sides) { return at_ < rolls_.size() ? rolls_[at_++] % sides : 0; }
    /// Once in so many times.
    bool one_in(std::size_t n) { return (*this)(n) == n - 1; }
    template<class T, std::size_t N>
    T any_of(std::array<T, N> const& all)
    {
        return all[(*this)(N)];
    }

private:
    std::vector<std::uint32_t> rolls_;
    std::size_t at_ = 0;
};

dice any_dice()
{
    auto const count = *rc::gen::inRange<std::size_t>(0, 400);
    return dice(*rc::gen::container<std::vector<std::uint32_t>>(count, rc::gen::inRange<std::uint32_t>(0, 1'000'000)));
}

// --- credentials, as a server may send them back

std::string percent(std::string_view text)
{
    constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (is_plain) out += c;
        else out.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
    return out;
}

/// Inside of a JSON string: as short as can be, with `\/`, or with nothing but `\u` escapes.
std::string json_escaped(std::string_view text, std::size_t how)
{
    constexpr char hex[] = "0123456789abcdef";
    std::string out;
    for (char const c : text) {
        if (how == 2) out.append("\\u00").append({hex[static_cast<unsigned char>(c) >> 4], hex[c & 15]});
        else if (c == '"' || c == '\\' || (c == '/' && how == 1)) out.append({'\\', c});
        else out += c;
    }
    return out;
}

std::string in_pointer(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

/// The tokens of a run: none of them may be shown in any form.
class secrets {
public:
    std::string const& make()
    {
        all_.push_back("Atza|Se/cr~et+\"To%41ken=" + std::to_string(1000 + all_.size()));
        return all_.back();
    }

    std::string const& last() const { return all_.back(); }

    void check(std::string_view shown) const
    {
        for (std::string const& token : all_)
            for (std::string const& form :
                 {token, json_escaped(token, 0), json_escaped(token, 1), json_escaped(token, 2), percent(token),
                  percent(percent(token)), in_pointer(token), json_escaped(in_pointer(token), 0)})
                RC_ASSERT(shown.find(form) == std::string_view::npos);
        RC_ASSERT(shown.find("Atza|S") == std::string_view::npos); // nor the beginning of any
    }

    void check(outlay::report const& shown) const
    {
        auto const check_one = [this](outlay::violation const& v) {
            check(v.pointer);
            check(v.code);
            check(v.message);
        };
        for (auto const& v : shown) check_one(v);
        for (auto const& v : shown.notices()) check_one(v);
        check(shown.to_string());
    }

    void check(outlay::error const& shown) const
    {
        check(shown.report());
        check(shown.to_string());
        RC_ASSERT(!shown.to_string().empty());
        RC_ASSERT(shown.to_string().find('\x1b') == std::string::npos);
    }

private:
    std::vector<std::string> all_;
};

/// The credential of a request, as a server writes it into the JSON string of a reply.
std::string echo(http::request const& asked, dice& roll)
{
    std::string token(asked.header("Authorization").value_or(""));
    if (roll.one_in(2)) token.erase(0, token.find(' ') + 1);
    if (roll.one_in(4)) token = percent(token);
    if (roll.one_in(8)) token = percent(token);
    return json_escaped(token, roll(3));
}

/// Where the credential is escaped for no JSON.
std::string bare_echo(http::request const& asked, dice& roll)
{
    std::string const token(asked.header("Authorization").value_or(""));
    return roll.one_in(2) ? percent(token) : token;
}

// --- answers of any kind

/// A status of HTTP, or nonsense.
int any_status(dice& roll)
{
    constexpr std::array<int, 12> likely{200, 207, 429, 503, 401, 500, 408, 400, 404, 202, 302, 499};
    constexpr std::array<int, 6> nonsense{0, -1, 99, 600, 1000, std::numeric_limits<int>::max()};
    if (roll.one_in(10)) return roll.any_of(nonsense);
    return roll.one_in(3) ? 100 + static_cast<int>(roll(500)) : roll.any_of(likely);
}

http::response refusal(http::request const& asked, dice& roll)
{
    auto made = fake_amazon::json(any_status(roll), "");
    switch (roll(6)) {
    case 0: made.body = R"({"code":"BUSY","message":"you sent )" + echo(asked, roll) + R"("})"; break;
    case 1: made.body = "<html>" + bare_echo(asked, roll); break;
    case 2: made.body = std::string(190 + roll(12), 'x') + bare_echo(asked, roll); break;
    case 3: made.body = R"({"code":")" + echo(asked, roll) + R"(","details":5})"; break;
    case 4: made.headers[0].value = "text/" + bare_echo(asked, roll); break;
    default: break;
    }
    if (roll.one_in(4)) made.headers.push_back({"x-amz-request-id", bare_echo(asked, roll) + "\r\n"});
    constexpr std::array<char const*, 8> waits{
        "0", "1", "2.5", "-7", "soon", "1e99", "99999999999999999999", "Sun, 06 Nov 1994 08:49:37 GMT"};
    if (roll.one_in(2)) made.headers.push_back({"Retry-After", roll.any_of(waits)});
    if (roll.one_in(4)) {
        made.headers.push_back({"X-RateLimit-Remaining", std::to_string(roll(3))});
        made.headers.push_back({"X-RateLimit-Reset", roll.any_of(waits)});
    }
    return made;
}

/// Another text, in which no number differs: nobody could tell that.
std::string damaged(std::string body, dice& roll)
{
    constexpr std::array<char, 10> odd{'{', '}', '[', ']', ',', ':', '"', '\x01', '\\', '\xFF'};
    for (std::size_t n = roll(3) + 1; n-- > 0 && !body.empty();) {
        std::size_t const at = roll(body.size());
        if (body[at] < '0' || body[at] > '9') body[at] = roll.any_of(odd);
    }
    return body;
}

answer failure_of_transport(http::request const& asked, dice& roll)
{
    std::string const text = "no answer to " + bare_echo(asked, roll) + "\x1b[2J";
    switch (roll(4)) {
    case 0: return http::not_sent(text);
    case 1: return http::connection_lost(text);
    case 2: return outlay::error(outlay::error_kind::limit, "max_body", text);
    default: return outlay::error(outlay::error_kind::transport, "exception", text);
    }
}

/// What is a success by its status and no reply.
http::response no_reply(http::request const& asked, int status, dice& roll)
{
    switch (roll(7)) {
    case 0: return fake_amazon::json(status, "{}");
    case 1: return fake_amazon::json(status, R"({"code":"DENIED","message":")" + echo(asked, roll) + R"("})");
    case 2: return {status, {{"Content-Type", "text/html"}}, "<html>" + bare_echo(asked, roll)};
    case 3: return fake_amazon::json(status, R"({")" + echo(asked, roll) + R"(":1})");
    case 4: return fake_amazon::json(status, R"(")" + echo(asked, roll) + R"(")");
    case 5: return fake_amazon::json(status, "");
    default: return fake_amazon::json(status, "[" + bare_echo(asked, roll));
    }
}

// --- options of any kind

milliseconds any_time(dice& roll)
{
    return roll.any_of(std::array{milliseconds(100), milliseconds(0), milliseconds(1), milliseconds(-1),
                                  milliseconds(300'000), milliseconds::min(), milliseconds::max()});
}

double any_part(dice& roll)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return roll.any_of(
        std::array{0.5, 0.0, 1.0, -1.0, 7.0, std::numeric_limits<double>::quiet_NaN(), infinity, -infinity});
}

std::chrono::system_clock::time_point any_now(dice& roll)
{
    using time = std::chrono::system_clock::time_point;
    return roll.any_of(std::array{time(std::chrono::seconds(784'111'777)), time(), time::min(), time::max(),
                                  time(std::chrono::seconds(-5))});
}

http::retry_policy any_policy(dice& roll)
{
    http::retry_policy made{.attempts = static_cast<int>(roll(6)),
                            .base = any_time(roll),
                            .cap = any_time(roll),
                            .jitter = any_part(roll),
                            .total_wait = any_time(roll)};
    if (roll.one_in(4)) {
        made.repeat.emplace();
        for (int status = 100; status <= 599; ++status) *made.repeat |= http::status_set{status};
    }
    return made;
}

void throw_something(dice& roll, std::string const& text)
{
    if (roll.one_in(4)) throw 7;
    throw std::runtime_error(text);
}

/// All that one run has, and has seen.
struct world {
    dice roll = any_dice();
    secrets tokens{};
    bool is_stopped = false;                      ///< nothing may be sent any more
    std::size_t lane = 0;                         ///< whose turn it is
    std::map<std::size_t, milliseconds> waited{}; ///< for repeats, by lane
    std::vector<outlay::report> notices{};
    http::call_options options{};

    world()
    {
        options.retry = any_policy(roll);
        options.in_flight = 1 + roll(4);
        options.max_pages = 12;
        options.random = [this] { return trouble("random"), any_part(roll); };
        options.now = [this] { return trouble("now"), any_now(roll); };
        options.on_notices = [this](outlay::report const& found) {
            notices.push_back(found);
            trouble("on_notices");
        };
        options.on_progress = [this](http::progress const& p) {
            if (p.total) RC_ASSERT(p.done <= *p.total);
            RC_ASSERT(p.waiting >= milliseconds(0));
            waited[lane] += p.waiting;
            if (p.waiting > milliseconds(0)) RC_ASSERT(waited[lane] <= options.retry.total_wait);
            trouble("on_progress");
            is_stopped |= roll.one_in(30);
            return !is_stopped;
        };
    }
    world(world const&) = delete;

    void trouble(std::string const& where)
    {
        if (roll.one_in(60)) throw_something(roll, where + " fails\x1b[2J");
    }

    ads::endpoint endpoint()
    {
        auto at = fake_amazon::endpoint;
        at.access_token = outlay::secret(tokens.make());
        if (roll.one_in(2))
            at.tokens = [this]() -> outlay::result<http::access_token> {
                trouble("tokens");
                if (roll.one_in(10)) return outlay::error(outlay::error_kind::http, "oauth", "no token");
                if (roll.one_in(10)) return http::access_token{.value = outlay::secret("with\nline feed")};
                http::access_token made{.value = outlay::secret(roll.one_in(4) ? tokens.last() : tokens.make())};
                if (roll.one_in(3)) made.expires_at = any_now(roll);
                return made;
            };
        if (roll.one_in(3))
            at.sign = [this](http::request& r) -> outlay::result<void> {
                if (roll.one_in(30))
                    throw_something(roll, "can't sign " + std::string(r.header("Authorization").value_or("")));
                if (roll.one_in(30))
                    return outlay::error(outlay::error_kind::invalid, "sign", "no key for " + r.headers[0].value);
                http::set_header(r, "X-Signature", tokens.make());
                return {};
            };
        return at;
    }
};

using transport = std::function<answer(http::request const&)>;

/// One exchange, and what is under way in its lanes.
template<class Operation>
class hands {
public:
    hands(world& of, transport server, Operation const& what)
        : world_(of), server_(std::move(server)), work_(of.endpoint(), what, of.options), lanes_(work_.lanes())
    {
        RC_ASSERT(work_.lanes() >= 1u);
        RC_ASSERT(work_.lanes() <= of.options.in_flight);
    }

    /// Until all is done, or has been enough.
    typename Operation::result_type drive(std::function<void(http::exchange<Operation>&)> const& between = {})
    {
        constexpr int most_steps = 5000; // of some hundreds that it may take
        int steps = 0;
        while (!is_over_ && go_on()) {
            if (between) between(work_);
            RC_ASSERT(++steps < most_steps);
        }
        return std::move(work_).finish();
    }

private:
    struct lane {
        std::optional<answer> coming{};
        bool is_done = false;
    };

    /// One step in one lane. False: there is none.
    bool go_on()
    {
        std::size_t n = world_.roll(lanes_.size());
        for (std::size_t i = 0; i < lanes_.size() && lanes_[n].is_done; ++i) n = (n + 1) % lanes_.size();
        if (lanes_[n].is_done) return false;
        world_.lane = n;
        try {
            step(n);
            if (world_.roll.one_in(60)) stop([&] { work_.cancel(); });
            if (world_.roll.one_in(60)) throw std::runtime_error("from outside");
            if (world_.roll.one_in(80)) is_over_ = true;
        } catch (std::exception const& e) {
            after_exception([&] { work_.abandon(e); });
        } catch (int) {
            after_exception([&] { work_.cancel(); });
        }
        return true;
    }

    template<class F>
    void stop(F const& how)
    {
        how();
        world_.is_stopped = true;
    }

    template<class F>
    void after_exception(F const& abandon)
    {
        switch (world_.roll(3)) {
        case 0: return stop(abandon);
        case 1: is_over_ = true; return;
        default: return; // goes on as if nothing was
        }
    }

    void step(std::size_t n)
    {
        lane& mine = lanes_[n];
        if (mine.coming) {
            auto fed = std::move(*mine.coming);
            mine.coming.reset();
            return work_.feed(n, std::move(fed));
        }
        auto const next = work_.next(n);
        if (auto const* const s = std::get_if<http::send>(&next)) {
            RC_ASSERT(!world_.is_stopped);
            http::request const asked = s->request;
            RC_ASSERT(std::get<http::send>(work_.next(n)).request == asked);
            mine.coming = server_(asked);
        } else if (auto const* const w = std::get_if<http::wait>(&next)) {
            RC_ASSERT(w->time >= milliseconds(0));
            RC_ASSERT(w->time <= world_.options.retry.total_wait);
        } else {
            mine.is_done = true;
        }
    }

    world& world_;
    transport server_;
    http::exchange<Operation> work_;
    std::vector<lane> lanes_;
    bool is_over_ = false;
};

/// What holds for every batch.
template<class Batch>
void check_batch(Batch const& all, std::size_t items, world const& seen)
{
    RC_ASSERT(all.size() == items);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& one = all[i];
        RC_ASSERT(one.index == i);
        RC_ASSERT((one.success() != nullptr) + (one.refusal() != nullptr) + (one.failure() != nullptr) == 1);
        if (one.failure() != nullptr) seen.tokens.check(*one.failure());
    }
    seen.tokens.check(all.found());
    for (auto const& group : all.failure_groups()) seen.tokens.check(group.to_string());
    for (auto const& found : seen.notices) seen.tokens.check(found);
}

/// Checks how often a request is sent. Requests of a batch differ by their bodies.
class repeats {
public:
    explicit repeats(int attempts) : most_(std::max(attempts, 1) + 1) {} // one more with a new token

    void add(http::request const& asked) { RC_ASSERT(++sent_[asked.body] <= most_); }

private:
    int most_;
    std::map<std::string, int> sent_;
};

// --- reads

/// The rows of a reply in disorder. A row's budget goes with its id.
template<class Row>
void disorder(std::vector<Row>& rows, dice& roll, std::string const& token)
{
    for (std::size_t n = roll(4); n-- > 0 && !rows.empty();) {
        std::size_t const a = roll(rows.size());
        std::size_t const b = roll(rows.size());
        switch (roll(9)) {
        case 0: std::swap(rows[a], rows[b]); break;
        case 1: std::swap(rows[a].index, rows[b].index); break;
        case 2: rows[a].index = rows[b].index; break;
        case 3: rows[a].index = 4'000'000'000; break;
        case 4: rows[a].index.reset(); break;
        case 5: rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(a)); break;
        case 6: rows.push_back(rows[a]); break;
        case 7: rows[a].campaign_id = token; break;
        default:
            rows[a].campaign_id.reset();
            rows[a].index.reset();
            break;
        }
    }
}

answer usage_of_any_kind(http::request const& asked, dice& roll)
{
    auto good = fake_amazon::usage(asked);
    switch (roll(10)) {
    case 0:
    case 1:
    case 2: return good;
    case 3: return refusal(asked, roll);
    case 4: return failure_of_transport(asked, roll);
    case 5: return no_reply(asked, roll.one_in(2) ? 200 : 207, roll);
    case 6: good.body.resize(roll(good.body.size())); return good;
    case 7: good.body = damaged(std::move(good.body), roll); return good;
    case 8: {
        auto reply = outlay::decode<ads::campaign_usage_reply>(good.body).value();
        disorder(reply.success, roll, std::string(asked.header("Authorization").value_or("x")));
        disorder(reply.error, roll, "x");
        good.body = outlay::encode(reply);
        return good;
    }
    default: {
        // A row with a field of the wrong type, or one that nobody knows.
        std::string const text = echo(asked, roll);
        std::string const field = roll.one_in(2) ? R"({"budget":")" + text + "\"," : "{\"" + text + "\":1,";
        if (auto const at = good.body.find("{\"budget\""); at != std::string::npos) good.body.replace(at, 1, field);
        return good;
    }
    }
}

RC_GTEST_PROP(exchange_property, of_a_read_invents_nothing_and_shows_no_credential, ())
{
    world seen;
    std::vector<ads::campaign_id> ids;
    for (std::size_t const id : *rc::gen::container<std::vector<std::size_t>>(*rc::gen::inRange<std::size_t>(0, 350),
                                                                              rc::gen::inRange<std::size_t>(100, 500)))
        ids.push_back(id == 100 ? ads::campaign_id(" with blanks") : ads::campaign_id::from_number(id));
    repeats sent(seen.options.retry.attempts);
    hands work(
        seen,
        [&](http::request const& asked) {
            sent.add(asked);
            return usage_of_any_kind(asked, seen.roll);
        },
        ads::campaign_budget_usage{{}, ids});
    auto const all = work.drive();
    check_batch(all, ids.size(), seen);
    for (auto const& one : all) {
        if (auto const* const row = one.success()) {
            RC_ASSERT((!row->campaign_id || *row->campaign_id == ids[one.index]));
            RC_ASSERT((!row->budget || row->budget->to_string() == ids[one.index].str()));
        }
        if (one.refusal() != nullptr && one.refusal()->campaign_id)
            RC_ASSERT(*one.refusal()->campaign_id == ids[one.index]);
    }
}

// --- writes

/// The requests that a server may have carried out.
class carried_out {
public:
    answer operator()(http::request const& asked, dice& roll)
    {
        RC_ASSERT(in_doubt_.count(asked.body) == 0u);
        auto given = any(asked, roll);
        bool is_certain = false; // that nothing was done
        if (given.has_error()) {
            is_certain = given.error().report()[0].code == "not_sent";
        } else {
            bool const is_refused = given->status >= 400 && given->status <= 499;
            is_certain = is_refused && given->status != 408 && given->status != 499;
        }
        if (!is_certain) in_doubt_.insert(asked.body);
        return given;
    }

private:
    static answer any(http::request const& asked, dice& roll)
    {
        auto good = fake_amazon::create(asked);
        switch (roll(8)) {
        case 0:
        case 1: return good;
        case 2:
        case 3: return refusal(asked, roll);
        case 4: return failure_of_transport(asked, roll);
        case 5: return no_reply(asked, 207, roll);
        case 6: good.body.resize(roll(good.body.size())); return good;
        default: good.body = damaged(std::move(good.body), roll); return good;
        }
    }

    std::set<std::string> in_doubt_;
};

RC_GTEST_PROP(exchange_property, of_a_create_sends_none_twice_that_may_be_done, ())
{
    world seen;
    auto portfolios = fake_amazon::portfolios(*rc::gen::inRange<std::size_t>(0, 350));
    for (auto& p : portfolios) p.name.erase(0, 1); // nothing but digits, which damaged() spares
    carried_out server;
    hands work(
        seen, [&](http::request const& asked) { return server(asked, seen.roll); }, ads::create_portfolios{portfolios});
    auto const all = work.drive();
    check_batch(all, portfolios.size(), seen);
    for (auto const& one : all)
        if (auto const* const row = one.success(); row != nullptr && row->portfolio_id)
            RC_ASSERT(row->portfolio_id->str() == portfolios[one.index].name);
}

/// What a create was answered decides whether it may be sent again.
TEST(exchange_property, of_a_create_is_in_doubt_after_all_but_a_refusal)
{
    auto options = fake_amazon::impatient();
    options.retry.repeat.emplace();
    for (int status = 100; status <= 599; ++status) *options.retry.repeat |= http::status_set{status};
    for (int status = 100; status <= 599; ++status) {
        if (status == 200 || status == 207) continue;
        std::size_t calls = 0;
        auto server = [&](http::request const&) { return ++calls, fake_amazon::json(status, "{}"); };
        auto const all =
            http::call(server, fake_amazon::endpoint, ads::create_portfolios{fake_amazon::portfolios(1)}, options);
        bool const is_refusal = status >= 400 && status < 500 && status != 408 && status != 499;
        ASSERT_EQ(calls, is_refusal ? 4u : 1u) << status;
        bool const is_in_doubt = all[0].failure()->message().find("may have been created") != std::string::npos;
        ASSERT_NE(is_in_doubt, is_refusal) << status;
    }
    for (answer const& said : {answer(fake_amazon::json(207, R"({"portfolios":{"success":[{"ind)")),
                               answer(fake_amazon::json(207, "{}")), answer(fake_amazon::json(200, "")),
                               answer(fake_amazon::json(207, R"({"portfolios":{"success":[{"index":7}]}})")),
                               answer(http::response{200, {{"Content-Type", "text/html"}}, "<html>"})}) {
        std::size_t calls = 0;
        auto server = [&](http::request const&) { return ++calls, said; };
        auto const all =
            http::call(server, fake_amazon::endpoint, ads::create_portfolios{fake_amazon::portfolios(1)}, options);
        EXPECT_EQ(calls, 1u);
        EXPECT_NE(all[0].failure()->message().find("may have been created"), std::string::npos);
    }
}

answer update_of_any_kind(http::request const& asked, dice& roll)
{
    auto const request = outlay::decode<ads::update_portfolios_request>(asked.body).value();
    ads::portfolio_write_reply reply;
    std::uint32_t index = 0;
    for (auto const& p : request.portfolios)
        reply.portfolios.success.push_back({.index = index++, .portfolio_id = p.portfolio_id});
    auto& rows = reply.portfolios.success;
    switch (roll(8)) {
    case 3: return refusal(asked, roll);
    case 4: return failure_of_transport(asked, roll);
    case 5: return no_reply(asked, 200, roll);
    case 6: std::swap(rows[roll(rows.size())].portfolio_id, rows[roll(rows.size())].portfolio_id); break;
    case 7: rows[roll(rows.size())].index.reset(); break;
    default: break;
    }
    return fake_amazon::json(207, outlay::encode(reply));
}

RC_GTEST_PROP(exchange_property, of_an_update_gives_each_item_its_own_row, ())
{
    world seen;
    std::vector<ads::portfolio_update> updates;
    for (std::size_t i = *rc::gen::inRange<std::size_t>(0, 350); i-- > 0;)
        updates.push_back({.name = "n" + std::to_string(i), .portfolio_id = std::to_string(i % 150)});
    repeats sent(seen.options.retry.attempts);
    hands work(
        seen,
        [&](http::request const& asked) {
            sent.add(asked);
            return update_of_any_kind(asked, seen.roll);
        },
        ads::update_portfolios{updates});
    auto const all = work.drive();
    check_batch(all, updates.size(), seen);
    for (auto const& one : all)
        if (one.success() != nullptr && one.success()->portfolio_id)
            RC_ASSERT(*one.success()->portfolio_id == updates[one.index].portfolio_id);
}

// --- lists

/// Pages with good and bad rows, the last of which may lead back.
class shelf {
public:
    explicit shelf(dice& roll)
    {
        std::size_t const pages = 1 + roll(5);
        for (std::size_t p = 0; p < pages; ++p) {
            page& made = pages_.emplace_back();
            for (std::size_t n = roll(5); n-- > 0;) {
                constexpr std::array<char const*, 4> bad{R"({"name":null,"portfolioId":"9"})", "5", R"({"name":[]})",
                                                         "null"};
                std::string const name = "row" + std::to_string(count_++);
                made.rows.push_back(roll.one_in(5) ? roll.any_of(bad)
                                                   : outlay::encode(ads::portfolio{.name = name, .portfolio_id = "1"}));
                if (made.rows.back().find(name) != std::string::npos) good_.push_back(name);
                else has_bad_ = true;
            }
            if (p + 1 < pages) made.next = "t" + std::to_string(p + 1);
        }
        if (roll.one_in(6)) {
            pages_.back().next = "t" + std::to_string(roll(pages));
            has_bad_ = true; // it has no end
        }
    }

    answer operator()(http::request const& asked, dice& roll)
    {
        auto const token = outlay::decode<ads::list_portfolios_request>(asked.body).value().next_token;
        std::size_t number = 0;
        if (token && token->starts_with("t")) number = static_cast<std::size_t>(std::stoi(token->substr(1)));
        page const& at = pages_.at(number);
        std::string body = R"({"portfolios":[)";
        for (std::string const& row : at.rows) body.append(body.back() == '[' ? "" : ",").append(row);
        body += ']';
        if (!at.next.empty()) body += R"(,"nextToken":")" + at.next + "\"";
        if (roll.one_in(8)) body += R"(,"unknown )" + echo(asked, roll) + "\":1";
        body += '}';
        switch (roll(8)) {
        case 4: return refusal(asked, roll);
        case 5: return failure_of_transport(asked, roll);
        case 6: return no_reply(asked, 200, roll);
        case 7: body.resize(roll(body.size())); break;
        default: break;
        }
        return fake_amazon::json(200, body);
    }

    bool has_bad() const { return has_bad_; }
    std::vector<std::string> const& good() const { return good_; }

    /// Checks what was fetched.
    void check(std::vector<std::string> const& names, bool is_complete) const
    {
        auto at = good_.begin();
        for (std::string const& name : names) {
            at = std::find(at, good_.end(), name);
            RC_ASSERT((at != good_.end() || goes_round()));
            if (at == good_.end()) at = good_.begin();
        }
        if (is_complete) {
            RC_ASSERT(!has_bad_);
            RC_ASSERT(names == good_);
        }
    }

private:
    struct page {
        std::vector<std::string> rows{};
        std::string next{};
    };

    /// The first page comes again under the name that the last one has for it, once.
    bool goes_round() const { return !pages_.back().next.empty(); }

    std::vector<page> pages_;
    std::vector<std::string> good_;
    std::size_t count_ = 0;
    bool has_bad_ = false;
};

RC_GTEST_PROP(exchange_property, of_a_list_keeps_good_rows_and_knows_when_any_are_missing, ())
{
    world seen;
    shelf server(seen.roll);
    hands work(seen, [&](http::request const& asked) { return server(asked, seen.roll); }, ads::list_portfolios{});
    std::vector<std::string> names;
    bool is_taken = false;
    auto const take = [&](auto const& page) {
        for (auto const& p : page.portfolios) names.push_back(p.name);
        seen.tokens.check(page.found);
    };
    auto const all = work.drive([&](auto& exchange) {
        if (!seen.roll.one_in(10)) return;
        if (auto const page = exchange.take_page()) {
            take(*page);
            is_taken = true;
        }
    });
    if (all.has_error()) seen.tokens.check(all.error());
    else take(*all);
    if (all.has_value() && all->incomplete) seen.tokens.check(*all->incomplete);
    for (auto const& found : seen.notices) seen.tokens.check(found);
    server.check(names, all.has_value() && all->is_complete() && !is_taken);
}

RC_GTEST_PROP(exchange_property, of_a_list_has_all_good_rows_if_nothing_else_is_wrong, ())
{
    auto roll = any_dice();
    shelf server(roll);
    dice well({});
    auto const all = http::call([&](http::request const& asked) { return server(asked, well); }, fake_amazon::endpoint,
                                ads::list_portfolios{});
    std::vector<std::string> names;
    for (auto const& p : all->portfolios) names.push_back(p.name);
    names.resize(std::min(names.size(), server.good().size())); // pages may come again
    RC_ASSERT(names == server.good());
    RC_ASSERT(all->is_complete() == !server.has_bad());
}

/// The list of a server that names a new page every time ends.
RC_GTEST_PROP(exchange_property, of_an_endless_list_ends, ())
{
    auto options = fake_amazon::impatient();
    options.max_pages = *rc::gen::inRange<std::size_t>(0, 20);
    std::size_t calls = 0;
    auto server = [&calls](http::request const&) {
        return fake_amazon::json(200, R"({"portfolios":[],"nextToken":"t)" + std::to_string(calls++) + "\"}");
    };
    auto const all = http::call(server, fake_amazon::endpoint, ads::list_portfolios{}, options);
    RC_ASSERT(calls == std::max<std::size_t>(options.max_pages, 1));
    RC_ASSERT(!all->is_complete());
    RC_ASSERT(all->incomplete->report()[0].code == "max_pages");
}

} // namespace exchange_property_test
