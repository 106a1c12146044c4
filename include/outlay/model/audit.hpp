#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace outlay::inline v0_1_0 {

/// Where an audit reports what it finds.
class auditor {
public:
    /// A step from the audited object to what is wrong in it: a name on the wire, or an index.
    class step {
    public:
        constexpr step(char const* name) noexcept : name_(name) {}      ///< a member, by its name on the wire
        constexpr step(std::string_view name) noexcept : name_(name) {} ///< a member, by its name on the wire
        constexpr step(std::size_t index) noexcept : index_(index) {}   ///< an item of a list; 0 is the first

    private:
        friend auditor;
        std::string_view name_;
        std::size_t index_ = 0;
    };

    auditor(auditor const&) = delete;
    auditor& operator=(auditor const&) = delete;

    /// `to.violation({"entries", 7, "month"}, "month_outside_range", "...")`. At most eight steps; none: the object.
    constexpr void violation(std::initializer_list<step> way, std::string_view code, std::string_view message)
    {
        report(way, false, code, message);
    }
    /// Reports a notice likewise.
    constexpr void notice(std::initializer_list<step> way, std::string_view code, std::string_view message)
    {
        report(way, true, code, message);
    }

    /// What rules know beyond the value, and what the value is for.
    constexpr context const& given() const noexcept { return given_; }
    /// What the object is for: a request, an update or a reply.
    constexpr outlay::direction direction() const noexcept { return way_; }

protected:
    /// Constructed where values are checked; users only receive one.
    constexpr auditor(detail::place const& object, context const& given, outlay::direction way) noexcept
        : object_(object), given_(given), way_(way)
    {}
    constexpr ~auditor() = default;

private:
    constexpr virtual void add(detail::place const& at, bool is_notice, std::string_view code,
                               std::string_view message) = 0;

    constexpr void report(std::initializer_list<step> way, bool is_notice, std::string_view code,
                          std::string_view message)
    {
        std::array<detail::place, 9> places{object_};
        if (way.size() >= places.size()) throw std::length_error("a way of more than eight steps");
        std::size_t last = 0;
        for (step const& s : way) {
            places[last + 1] = {.parent = &places[last], .name = s.name_, .index = s.index_};
            ++last;
        }
        add(places[last], is_notice, code, message);
    }

    detail::place const& object_;
    context const& given_;
    outlay::direction way_;
};

namespace detail {

/// A check of a whole object that may find any number of things, anywhere in it.
template<class T>
struct audit_clause {
    void (*run)(T const&, auditor&);
    std::string_view codes;            ///< of the violations that it may report, with ", " between them
    direction last = direction::reply; ///< it binds up to this
};

template<class T>
inline constexpr bool is_object_clause<audit_clause<T>> = true;

/// A clause that checks a T in this way.
template<class Clause, class T>
concept audits = requires(Clause const& clause, T const& object, auditor& to) {
    clause.run(object, to);
    { clause.last } -> std::convertible_to<direction>;
};

} // namespace detail

/// What can't be said member by member: `audit<T>([](T const& object, auditor& to) { ... })` reports all that is wrong,
/// each with the way to it. A function or a lambda without captures. `codes` names those of the violations that it may
/// report, with ", " between them, for what describes the type to people.
template<class T>
constexpr auto audit(std::type_identity_t<void (*)(T const&, auditor&)> run, std::string_view codes = {})
{
    return detail::audit_clause<T>{run, codes};
}

} // namespace outlay::inline v0_1_0
