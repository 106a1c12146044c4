#pragma once

#include <outlay/model/audit.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// Receives the violations and notices that rules find.
class findings {
public:
    explicit findings(outlay::context const& context) noexcept : rules_context(context), direction(context.direction) {}
    outlay::context const& rules_context;
    outlay::direction direction; ///< of the object that is being checked

    virtual void add(place const& at, bool is_notice, std::string_view code, std::string message) = 0;

protected:
    ~findings() = default;
};

class report_findings final : public findings {
public:
    using findings::findings;
    report found;

    void add(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        violation v{.pointer = {}, .code = std::string(code), .message = std::move(message)};
        append_pointer(v.pointer, at);
        if (is_notice) found.add_notice(std::move(v));
        else found.add(std::move(v));
    }
};

/// Forwards to other findings, and remembers whether there was a violation.
class remembered_findings final : public findings {
public:
    explicit remembered_findings(findings& to) noexcept : findings(to.rules_context), to_(to)
    {
        direction = to.direction;
    }
    bool has_violation = false;

    void add(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        has_violation = has_violation || !is_notice;
        to_.add(at, is_notice, code, std::move(message));
    }

private:
    findings& to_;
};

/// Forwards the reports of an audit to findings.
class findings_auditor final : public auditor {
public:
    findings_auditor(place const& object, findings& to) : auditor(object, to.rules_context, to.direction), to_(to) {}

private:
    constexpr void add(place const& at, bool is_notice, std::string_view code, std::string_view message) override
    {
        to_.add(at, is_notice, code, std::string(message));
    }

    findings& to_;
};

} // namespace outlay::inline v0_1_0::detail
