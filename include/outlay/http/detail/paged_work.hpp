#pragma once

#include <cstddef>
#include <optional>
#include <outlay/envelope/page.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace outlay::http::detail {

/// A call for each page, until one names no next.
template<paged_operation Operation>
class paged_work : public exchange_core {
public:
    using result_type = typename Operation::result_type;
    using page_type = typename Operation::page_type;

    /// The pages that were read since this was last asked for, as one; none if there are none. What is taken is not in
    /// the result.
    std::optional<page_type> take_page() { return std::exchange(pages_, std::nullopt); }

protected:
    paged_work(typename Operation::endpoint_type const& endpoint, Operation const& what, call_options options)
        : exchange_core(what.request(endpoint), what.may_repeat(), std::move(options)), body_(what.first())
    {
        (void)trail_.follow(body_.next_token); // the first page is not to come again, either
    }

    result_type take_result()
    {
        if (failure_) return std::move(*failure_);
        return std::move(pages_).value_or(page_type());
    }

private:
    bool write_body(std::string& body) override
    {
        if (is_last_) return false;
        if (report wrong = validate(body_); !wrong.empty()) {
            failure_ = error(error_kind::invalid, std::move(wrong));
            return false;
        }
        body.clear();
        encode_to(body, body_);
        return true;
    }

    bool accepts(response const& answer) const override { return Operation::accepts(answer.status); }
    refusal refusal_of(response const& answer) const override { return Operation::endpoint_type::refusal_of(answer); }

    void read(response& answer) override
    {
        auto page = this->template inspect_reply<page_type>(answer.body).to_result();
        if (!page) return lose(page.error());
        has_read_ = true;
        auto next = trail_.follow(page->next_token);
        if (pages_) Operation::append(*pages_, std::move(*page));
        else pages_ = std::move(*page);
        if (!next) return lose(next.error());
        is_last_ = !*next;
        body_.next_token = std::move(*next);
    }

    void lose(error const& why) override
    {
        failure_ = why;
        is_last_ = true;
    }
    void drop(error const& why) override
    {
        // What was read is a result, with the token of the page to go on with.
        if (!failure_ && !has_read_) failure_ = why;
    }
    std::optional<std::size_t> total_calls() const override { return std::nullopt; }

    std::remove_cvref_t<decltype(std::declval<Operation const&>().first())> body_;
    page_trail trail_;
    std::optional<page_type> pages_;
    std::optional<error> failure_;
    bool has_read_ = false;
    bool is_last_ = false;
};

} // namespace outlay::http::detail
