#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <outlay/http/created.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http::detail {

/// The call of a single operation.
template<single_operation Operation>
class single_work : public exchange_core {
public:
    using result_type = typename Operation::result_type; ///< what the operation has for its result

protected:
    using reply = typename result_type::value_type;
    using body = typename body_of<reply>::type;

    single_work(typename Operation::endpoint_type const& endpoint, Operation const& what, call_options options)
        : exchange_core(rules_of<body>(endpoint, what.may_repeat()), std::move(options)),
          request_(what.request(endpoint))
    {}
    single_work(single_work&&) = default;
    ~single_work() = default;

    result_type take_result()
    {
        if (result_) return std::move(*result_);
        return this->copy_for_result(presumed_);
    }

private:
    bool write_call(std::size_t, http::request& to) override
    {
        if (is_begun_) return false;
        is_begun_ = true;
        if (!request_) {
            lose(0, request_.error());
            return false;
        }
        to = std::move(*request_);
        return true;
    }

    bool accepts(response const& answer) const override
    {
        if constexpr (requires { Operation::accepts(answer); }) return Operation::accepts(answer);
        else return Operation::accepts(answer.status);
    }
    rejection rejection_of(response const& answer) const override
    {
        return rejection_by<typename Operation::endpoint_type>(answer);
    }
    quota quota_of(response const& answer, std::chrono::system_clock::time_point now) const override
    {
        return quota_by<typename Operation::endpoint_type>(answer, now);
    }

    void read(std::size_t lane, response& answer) override
    {
        if constexpr (std::is_void_v<reply>) {
            if (answer.body.empty() || !lose_if_no_reply(lane, answer, false)) result_.emplace();
        } else {
            if (may_say_nothing<Operation> && answer.body.empty()) {
                result_.emplace(body{});
                return;
            }
            auto seen = this->template inspect_reply<body>(lane, answer);
            report_notices(seen.report);
            // Unknown fields have notices: an object of nothing else is not a reply.
            bool const is_bare = may_say_nothing<Operation> && seen.ok() && seen.report.notices().empty();
            bool const lacks_all = seen.found_nothing && !is_bare;
            if ((lacks_all || !seen.ok()) && !seen.stopped && lose_if_no_reply(lane, answer, lacks_all)) return;
            if (!seen.ok()) return lose(lane, this->with_call(lane, error_of(seen, answer)));
            reply taken(std::move(seen.value));
            if constexpr (!std::is_same_v<reply, body>)
                if (auto const place = answer.header("Location")) taken.location.emplace(*place);
            result_.emplace(std::move(taken));
        }
    }

    void presume(std::size_t, shared_error const& why) noexcept override { presumed_ = why; }
    void presume_rest(shared_error const& why) noexcept override
    {
        if (!is_begun_) presumed_ = why;
    }
    std::optional<std::size_t> total_calls() const override { return 1; }

    result<http::request> request_;
    std::optional<result_type> result_;
    shared_error presumed_ = unsent(); ///< the error of the result as long as there is none
    bool is_begun_ = false;
};

} // namespace outlay::inline v0_1_0::http::detail
