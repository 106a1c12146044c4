#pragma once

#include <concepts>
#include <outlay/http/call.hpp>
#include <outlay/http/co_call.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <type_traits>
#include <utility>

namespace outlay::http {

/// The task template of a client that uses no coroutines: its functions return results as they are.
template<class T>
using no_task = T;

namespace detail {

template<template<class...> class Task>
inline constexpr bool is_blocking = std::same_as<Task<int>, int>;

/// What the clients of all vendors have in common: a transport, an endpoint, and options.
template<class Transport, template<class...> class Task, class Endpoint>
class client_base {
protected:
    client_base(Transport transport, Endpoint endpoint, call_options options)
        : transport_(std::forward<Transport>(transport)), endpoint_(std::move(endpoint)), options_(std::move(options))
    {}

    template<operation Operation>
    Task<typename Operation::result_type> run(Operation what)
    {
        if constexpr (is_blocking<Task>) return call(transport_, endpoint_, std::move(what), options_);
        else return co_call<Task>(transport_, endpoint_, std::move(what), options_);
    }

    Transport transport_; ///< may be a reference
    Endpoint endpoint_;
    call_options options_;
};

} // namespace detail
} // namespace outlay::http
