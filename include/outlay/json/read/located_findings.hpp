#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <utility>

namespace outlay::detail {

/// Findings in a text: each with line and column, and no more of them than the options allow.
class located_findings : public findings {
public:
    report found;
    position_tracker tracker;

protected:
    explicit located_findings(decode_options const& options) noexcept : findings(options.context), options_(options) {}
    ~located_findings() = default;

    /// Whether a further violation is kept; if not, it is counted. To be asked before the texts of one are made: the
    /// pointer of each of a million may be as long as a name in the text.
    bool keeps_violation() noexcept
    {
        bool const is_kept = found.size() < std::max<std::size_t>(options_.max_violations, 1);
        if (!is_kept) found.omit_one();
        return is_kept;
    }
    /// The same of a notice.
    bool keeps_notice() noexcept
    {
        bool const is_kept = found.notices().size() < options_.max_violations;
        if (!is_kept) found.omit_notice();
        return is_kept;
    }

    using findings::add;
    [[gnu::noinline]] void add(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (keeps_violation()) found.add(located(mark, std::move(at), std::move(code), std::move(message)));
    }
    [[gnu::noinline]] void add_notice(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (keeps_notice()) found.add_notice(located(mark, std::move(at), std::move(code), std::move(message)));
    }

    /// Makes a mark independent of the chunk that it refers to.
    token_mark resolved(token_mark const& mark)
    {
        line_column const position = tracker.locate(mark);
        return {position.line, token_mark::resolved, static_cast<std::uint32_t>(position.column)};
    }

    decode_options const& options_;

private:
    violation located(token_mark const& mark, std::string&& at, std::string&& code, std::string&& message)
    {
        line_column const position = tracker.locate(mark);
        return {std::move(at), std::move(code), std::move(message), position.line, position.column};
    }
};

} // namespace outlay::detail
