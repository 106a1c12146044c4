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

    using findings::add;
    [[gnu::noinline]] void add(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (found.size() >= std::max<std::size_t>(options_.max_violations, 1)) return found.omit_one();
        found.add(located(mark, std::move(at), std::move(code), std::move(message)));
    }
    [[gnu::noinline]] void add_notice(token_mark const& mark, std::string at, std::string code, std::string message)
    {
        if (found.notices().size() >= options_.max_violations) return found.omit_notice();
        found.add_notice(located(mark, std::move(at), std::move(code), std::move(message)));
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
