#pragma once

#include "../../json/any_value.hpp"
#include "../require.hpp"
#include "world.hpp"
#include <array>
#include <concepts>
#include <cstddef>
#include <exception>
#include <optional>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// One operation of any kind: parameters, items and an endpoint made of the input, a drive to its end, and its result.

namespace fuzz {

namespace http = outlay::http;

// --- operations

template<class T>
inline constexpr bool is_parameter =
    std::is_enum_v<T> || outlay::detail::is_identifier<T> || (outlay::described<T> && std::is_class_v<T>);
template<class T>
inline constexpr bool is_parameter<std::vector<T>> = is_parameter<T>;

/// Initialises a parameter of an operation, if it is of a kind that any_value makes.
struct any_parameter {
    any_value::maker* random;

    template<class T>
        requires is_parameter<T>
    operator T() const
    {
        // An enumeration without a wire form is not described.
        if constexpr (std::is_enum_v<T> && !outlay::detail::scalar<T>) return static_cast<T>(random->below(2));
        else return random->make<T>();
    }
};

template<class Operation, class... Parameters>
concept takes = requires(Parameters... p) { Operation{p...}; };

/// Initialises as many parameters as can be made, from the first on; the others keep their defaults.
template<class Operation>
Operation make_operation(any_value::maker& random)
{
    any_parameter const p{&random};
    if constexpr (takes<Operation, any_parameter, any_parameter, any_parameter>) return Operation{p, p, p};
    else if constexpr (takes<Operation, any_parameter, any_parameter>) return Operation{p, p};
    else if constexpr (takes<Operation, any_parameter>) return Operation{p};
    else return Operation{};
}

// --- endpoints

/// An endpoint whose members that hold credentials, by any of the usual names, hold world::credential().
template<class Endpoint>
Endpoint make_endpoint(world& of)
{
    Endpoint made{};
    std::string_view const credential = world::credential();
    bool has_any = false;
    auto const set = [&](auto&& to) {
        to = outlay::secret(credential);
        has_any = true;
    };
    if constexpr (requires { made.access_token = outlay::secret(); }) set(made.access_token);
    if constexpr (requires { made.developer_token = outlay::secret(); }) set(made.developer_token);
    if constexpr (requires { made.api_key = outlay::secret(); }) set(made.api_key);
    if constexpr (requires { made.app_key = outlay::secret(); }) set(made.app_key);
    if constexpr (requires { made.account = std::string(); }) made.account = "account";
    if constexpr (requires { made.client_id = std::string(); }) made.client_id = "client";
    if constexpr (requires { made.tokens = http::token_source(); }) {
        bool const is_needed = !has_any;
        if (is_needed || of.input().coin()) made.tokens = http::token_source([&of] { return of.renew(); });
        has_any = true;
    }
    if constexpr (requires { made.sign = http::signer(); })
        if (!has_any || of.input().coin()) {
            made.sign = [&of](http::request& r) { return of.sign(r); };
            has_any = true;
        }
    require(has_any, "an endpoint without a credential: name its member here", "");
    return made;
}

// --- driving

/// Drives the lanes of an exchange in any order, with exceptions, and an end at any point.
template<class Operation>
class driver {
public:
    driver(world& of, http::exchange<Operation>& work) : world_(of), work_(work), lanes_(work.lanes()) {}

    void run()
    {
        constexpr int most_steps = 20'000; // an exchange takes some hundreds
        for (int steps = 0; !is_over_ && go_on(); ++steps)
            require(steps < most_steps, "an exchange without an end", "");
    }

private:
    struct lane {
        std::optional<outlay::result<http::response>> coming{};
        bool is_done = false;
    };

    /// One step in one lane. False: there is none.
    bool go_on()
    {
        std::size_t n = world_.input().below(lanes_.size());
        for (std::size_t i = 0; i < lanes_.size() && lanes_[n].is_done; ++i) n = (n + 1) % lanes_.size();
        if (lanes_[n].is_done) return false;
        try {
            step(n);
            if (world_.input().byte() % 64 == 63) {
                work_.cancel();
                world_.stop();
            }
        } catch (std::exception const& e) {
            after(e);
        }
        return true;
    }

    /// Cancels the exchange, ends at once, or goes on.
    void after(std::exception const& e)
    {
        std::size_t const how = world_.input().below(3);
        is_over_ = how == 1;
        if (how != 2) return;
        work_.abandon(e);
        world_.stop();
    }

    void step(std::size_t n)
    {
        if (auto answer = std::exchange(lanes_[n].coming, std::nullopt)) return work_.feed(n, std::move(*answer));
        auto const next = work_.next(n);
        if (auto const* const s = std::get_if<http::send>(&next)) {
            http::request const asked = s->request;
            require(std::get<http::send>(work_.next(n)).request == asked, "another request the second time", "");
            lanes_[n].coming = ask(asked);
        } else if (auto const* const w = std::get_if<http::wait>(&next)) {
            world_.sleep(w->time);
        } else {
            lanes_[n].is_done = true;
        }
    }

    /// An exception of a transport is an error, as in http::call.
    outlay::result<http::response> ask(http::request const& asked)
    {
        try {
            return world_.answer(asked);
        } catch (std::exception const& e) {
            return outlay::error(outlay::error_kind::transport, "exception", e.what());
        }
    }

    world& world_;
    http::exchange<Operation>& work_;
    std::vector<lane> lanes_;
    bool is_over_ = false;
};

template<class Operation>
typename Operation::result_type drive(world& of, Operation operation)
{
    auto const endpoint = make_endpoint<typename Operation::endpoint_type>(of);
    if (of.input().coin()) {
        auto const transport = [&of](http::request const& asked) { return of.answer(asked); };
        return http::call(transport, endpoint, std::move(operation), of.options());
    }
    http::exchange<Operation> work(endpoint, std::move(operation), of.options());
    driver<Operation>(of, work).run();
    return std::move(work).finish();
}

// --- results

/// One outcome an item, each of one kind.
template<class Batch>
void check_batch(world const& of, Batch const& all, std::size_t items)
{
    require(all.size() == items, "another number of outcomes than items", std::to_string(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& one = all[i];
        require(one.index == i, "an outcome of another item", std::to_string(i));
        bool const is_answered = one.success() != nullptr || one.refusal() != nullptr;
        require(is_answered != (one.failure() != nullptr), "an outcome of two kinds, or none", std::to_string(i));
        if (one.failure() != nullptr) of.check(*one.failure());
    }
    std::size_t const sum = all.count_succeeded() + all.count_partial() + all.count_refused() + all.count_failed();
    require(sum == items, "counts that are not all", std::to_string(sum));
}

template<class Page>
void check_value(world const& of, outlay::listing<Page> const& list)
{
    of.check(list.found);
    if (list.incomplete) of.check(*list.incomplete);
}
template<class Reply>
void check_value(world const&, Reply const&)
{}

template<class Result>
void check_single(world const& of, Result const& made)
{
    if (!made) of.check(made.error());
    else if constexpr (requires { check_value(of, *made); }) check_value(of, *made);
}

// --- the whole run

template<class Operation>
void run_batch(world& of, any_value::maker& random)
{
    auto operation = make_operation<Operation>(random);
    auto& items = operation.items();
    using item = typename std::remove_cvref_t<decltype(items)>::value_type;
    constexpr std::size_t per_call = Operation::items_per_call;
    constexpr std::size_t more_than_a_call = per_call <= 100 ? per_call + 1 : 4;
    std::size_t const count = of.input().pick(std::array<std::size_t, 6>{2, 1, 0, 3, 5, more_than_a_call});
    items.clear();
    while (items.size() < count) items.push_back(random.template make<item>());
    if (count > 1 && of.input().coin()) items.back() = items.front(); // a duplicate is sent once
    of.begin({.calls = (count + per_call - 1) / per_call, .may_repeat = operation.may_repeat()});
    check_batch(of, drive(of, std::move(operation)), count);
}

/// An operation, by a byte string.
template<class Operation>
void run(bytes& input)
{
    world of(input);
    constexpr std::size_t usual = 1'000'000; // no odd scalars
    constexpr std::size_t often = 10;
    std::size_t const odd_in = input.coin() ? often : usual;
    any_value::maker random(input.number(2), odd_in);
    if constexpr (http::batch_operation<Operation>) {
        run_batch<Operation>(of, random);
    } else {
        auto operation = make_operation<Operation>(random);
        std::size_t const calls = http::paged_operation<Operation> ? of.options().max_pages : 1;
        of.begin({.calls = calls, .may_repeat = operation.may_repeat()});
        check_single(of, drive(of, std::move(operation)));
    }
}

} // namespace fuzz
