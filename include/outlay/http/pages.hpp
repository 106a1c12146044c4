#pragma once

#include <cstddef>
#include <exception>
#include <iterator>
#include <optional>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/call.hpp>
#include <outlay/http/exchange.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// The pages of a list, each fetched when the iteration reaches it: an input range of results. A page that can't be
/// fetched is an error, and the last element. Rows that can't be read are left out of their page, with their violations
/// in its `found`. No page is fetched in advance.
///
///     for (auto& page : http::pages(transport, endpoint, ads::list_portfolios{})) {
///         if (!page) return log(page.error());
///         for (ads::portfolio const& p : page->portfolios) ...
///     }
template<class Transport, paged_operation Operation>
class page_range {
public:
    using value_type = result<listing<typename Operation::page_type>>; ///< a page, or the error

    /// Fetches nothing before begin().
    page_range(Transport transport, typename Operation::endpoint_type const& endpoint, Operation what,
               call_options const& options = {})
        : transport_(std::forward<Transport>(transport)), options_(options), work_(endpoint, std::move(what), options)
    {}

    /// An input iterator at the current page: single pass.
    class iterator {
    public:
        using value_type = page_range::value_type;
        using difference_type = std::ptrdiff_t;

        value_type& operator*() const noexcept { return *range_->page_; }   ///< the page
        value_type* operator->() const noexcept { return &*range_->page_; } ///< the page
        /// Fetches the next page.
        iterator& operator++()
        {
            range_->fetch();
            return *this;
        }
        void operator++(int) { range_->fetch(); } ///< fetches the next page

        /// Whether there are no more pages.
        friend bool operator==(iterator const& i, std::default_sentinel_t) noexcept { return i.is_at_end(); }

    private:
        friend page_range;
        explicit iterator(page_range& range) noexcept : range_(&range) {}
        bool is_at_end() const noexcept { return !range_->page_; }

        page_range* range_;
    };

    /// Fetches the first page. Must be called only once.
    iterator begin()
    {
        fetch();
        return iterator(*this);
    }
    std::default_sentinel_t end() const noexcept { return {}; }

private:
    void fetch()
    {
        page_.reset();
        while (!is_over_) {
            bool goes_on = false;
            try {
                goes_on = detail::advance(transport_, work_, options_);
            } catch (std::exception const& e) {
                work_.abandon(e);
            }
            if (auto page = work_.take_page()) {
                page_.emplace(std::move(*page));
                return;
            }
            if (goes_on) continue;
            is_over_ = true;
            // All pages were taken; the result may still have the reason why there are no more.
            auto rest = std::move(work_).finish();
            if (!rest) page_.emplace(rest.error());
            else if (rest->incomplete) page_.emplace(std::move(*rest->incomplete));
        }
    }

    Transport transport_; ///< may be a reference
    call_options options_;
    exchange<Operation> work_;
    std::optional<value_type> page_;
    bool is_over_ = false;
};

/// The pages of a list, fetched through a sync_transport. A transport that is an lvalue must outlive the range.
template<class Transport, paged_operation Operation>
page_range<Transport, Operation> pages(Transport&& transport, typename Operation::endpoint_type const& endpoint,
                                       Operation what, call_options const& options = {})
{
    detail::check_sync_transport<Transport>();
    return {std::forward<Transport>(transport), endpoint, std::move(what), options};
}

} // namespace outlay::inline v0_1_0::http
