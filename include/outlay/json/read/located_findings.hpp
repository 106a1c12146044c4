#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// Findings in a text, each with line and column, up to the limits of the options.
class located_findings : public findings {
public:
    report found;
    position_tracker tracker;

    /// Whether the limit of memory was exceeded and reported. The rest of the chunk is still parsed, but no more
    /// objects are made, and nothing more is reported.
    bool is_out_of_memory() const noexcept { return is_out_of_memory_; }

protected:
    explicit located_findings(decode_options const& options) noexcept
        : findings(options.context), options_(options), memory_left_(options.max_memory)
    {}
    ~located_findings() = default;

    /// Whether another violation is kept; otherwise counts it. Must be called before the texts of a violation are made,
    /// because making a million pointers, each as long as a name in the text, takes too long.
    bool keeps_violation() noexcept
    {
        if (is_out_of_memory_) return false;
        bool const is_kept = found.size() < (std::max<std::size_t>)(options_.max_violations, 1);
        if (!is_kept) found.omit_one();
        return is_kept;
    }
    /// The same for a notice.
    bool keeps_notice() noexcept
    {
        if (is_out_of_memory_) return false;
        bool const is_kept = found.notices().size() < options_.max_violations;
        if (!is_kept) found.omit_notice();
        return is_kept;
    }

    // Precondition of both: the matching function of those above returned true.

    using findings::add;
    OUTLAY_NOINLINE void add(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (!pays_for(mark, at, message)) return;
        found.add(located(mark, std::move(at), std::move(code), std::move(message)));
    }
    OUTLAY_NOINLINE void add_notice(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (!pays_for(mark, at, message)) return;
        found.add_notice(located(mark, std::move(at), std::move(code), std::move(message)));
    }

    /// A copy of a mark that does not refer to the chunk.
    token_mark resolved(token_mark const& mark)
    {
        line_column const position = tracker.locate(mark);
        return {.place = position.line,
                .tokens = token_mark::resolved,
                .column = static_cast<std::uint32_t>(position.column)};
    }

    /// Reports, at a mark, that the limit of memory is exceeded. Precondition: this has not been reported.
    OUTLAY_NOINLINE void run_out_of_memory(token_mark const& mark, std::string at)
    {
        memory_left_ = 0;
        OUTLAY_ASSERT(!is_out_of_memory_);
        is_out_of_memory_ = true;
        found.add(
            located(mark, std::move(at), "max_memory",
                    joined({"objects that take more than ", std::to_string(options_.max_memory), " bytes of memory"})));
    }

    decode_options const& options_;
    std::size_t memory_left_; ///< the rest of max_memory; 0 after the limit is exceeded

private:
    /// Accounts for the memory of a finding, whose pointer may be as long as the names in the text. Returns whether
    /// there was enough.
    bool pays_for(token_mark const& mark, std::string const& at, std::string const& message)
    {
        std::size_t const size = sizeof(violation) + at.size() + message.size();
        if (size <= memory_left_) memory_left_ -= size;
        else run_out_of_memory(mark, {});
        return !is_out_of_memory_;
    }

    violation located(token_mark const& mark, std::string&& at, std::string&& code, std::string&& message)
    {
        line_column const position = tracker.locate(mark);
        return {.pointer = std::move(at),
                .code = std::move(code),
                .message = std::move(message),
                .line = position.line,
                .column = position.column};
    }

    bool is_out_of_memory_ = false;
};

} // namespace outlay::inline v0_1_0::detail
