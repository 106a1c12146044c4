#pragma once

#include <cstddef>
#include <optional>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace outlay::http::detail {

/// One call.
template<single_operation Operation>
class single_work : public exchange_core {
public:
    using result_type = typename Operation::result_type;

protected:
    single_work(typename Operation::endpoint_type const& endpoint, Operation const& what, call_options options)
        : exchange_core(what.request(endpoint), what.may_repeat(), std::move(options))
    {}

    result_type take_result() { return std::move(*result_); }

private:
    using reply = typename result_type::value_type;

    bool write_body(std::string&) override { return !result_; } // request() has written it

    bool accepts(response const& answer) const override
    {
        if constexpr (requires { Operation::accepts(answer); }) return Operation::accepts(answer);
        else return Operation::accepts(answer.status);
    }
    refusal refusal_of(response const& answer) const override { return Operation::endpoint_type::refusal_of(answer); }

    void read(response& answer) override
    {
        if constexpr (std::is_void_v<reply>) result_.emplace();
        else result_ = this->template inspect_reply<reply>(answer.body).to_result();
    }

    void lose(error const& why) override { result_ = why; }
    void drop(error const& why) override
    {
        if (!result_) result_ = why;
    }
    std::optional<std::size_t> total_calls() const override { return 1; }

    std::optional<result_type> result_;
};

} // namespace outlay::http::detail
