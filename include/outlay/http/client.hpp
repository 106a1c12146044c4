#pragma once

#include <concepts>
#include <outlay/http/call.hpp>
#include <outlay/http/co_call.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/pages.hpp>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// The task template of a client without coroutines: its functions return the results directly.
template<class T>
using no_task = T;

/// Whether a task template is that of a client without coroutines.
template<template<class...> class Task>
concept blocking = std::same_as<Task<int>, int>;

/// The base of the clients of all vendors: a transport, an endpoint, and options. A vendor's client derives from it and
/// has a function for each operation:
///
///     template<class Transport, template<class...> class Task = outlay::http::no_task>
///     class client : public outlay::http::basic_client<Transport, Task, endpoint> {
///     public:
///         using client::basic_client::basic_client;
///         Task<outlay::result<plan>> get_plan(plan_id id) { return this->run(my::get_plan{std::move(id)}); }
///     };
///
/// A transport that is an lvalue is kept by reference and must outlive the client; otherwise it is moved in. With a
/// task template of a coroutine library, the transport is an async_transport, and the functions return tasks, which the
/// client must outlive.
template<class Transport, template<class...> class Task, class Endpoint>
class basic_client {
public:
    /// Calls `endpoint` through `transport`, with these options.
    basic_client(std::type_identity_t<Transport> transport, Endpoint endpoint, call_options options = {})
        : transport_(std::forward<Transport>(transport)), endpoint_(std::move(endpoint)), options_(std::move(options))
    {}

    /// Performs an operation, also one for which the client has no function.
    template<operation Operation>
    Task<typename Operation::result_type> run(Operation what)
    {
        if constexpr (blocking<Task>) return call(transport_, endpoint_, std::move(what), options_);
        else return co_call<Task>(transport_, endpoint_, std::move(what), options_);
    }

    /// The pages of a list, each fetched on demand: see http::pages. Not for coroutines.
    template<paged_operation Operation>
    auto pages_of(Operation what)
        requires blocking<Task>
    {
        return pages(transport_, endpoint_, std::move(what), options_);
    }

private:
    Transport transport_; ///< may be a reference
    Endpoint endpoint_;
    call_options options_;
};

} // namespace outlay::inline v0_1_0::http
