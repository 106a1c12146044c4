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

/// Receives the violations and notices that an audit finds.
class auditor {
public:
    /// One step of a path from the audited object to a value in it: a name on the wire, or an index.
    class step {
    public:
        constexpr step(char const* name) noexcept : name_(name) {} ///< a member, by its name on the wire
        /// A member, by its name on the wire.
        constexpr step(std::string_view name) noexcept : name_(name.data() != nullptr ? name : std::string_view("")) {}
        constexpr step(std::size_t index) noexcept : index_(index) {} ///< an item of a list; 0 is the first

    private:
        friend auditor;
        std::string_view name_; ///< its data() is null for an item
        std::size_t index_ = 0;
    };

    auditor(auditor const&) = delete;
    auditor& operator=(auditor const&) = delete;

    /// Reports a violation: `to.violation({"entries", 7, "month"}, "month_outside_range", "...")`. The path has at most
    /// eight steps, else std::length_error is thrown; an empty path is the object itself.
    constexpr void violation(std::initializer_list<step> path, std::string_view code, std::string_view message)
    {
        report(path, false, code, message);
    }
    /// Reports a notice, in the same way.
    constexpr void notice(std::initializer_list<step> path, std::string_view code, std::string_view message)
    {
        report(path, true, code, message);
    }

    /// The context of the check, such as today's date.
    constexpr outlay::context const& context() const noexcept { return context_; }
    /// The former name of context().
    [[deprecated("use context()")]] constexpr outlay::context const& given() const noexcept { return context_; }
    /// The use of the object: a request, an update or a reply.
    constexpr outlay::direction direction() const noexcept { return direction_; }

protected:
    /// Constructed by outlay; an audit only receives a reference.
    constexpr auditor(detail::place const& object, outlay::context const& context, outlay::direction direction) noexcept
        : object_(object), context_(context), direction_(direction)
    {}
    constexpr ~auditor() = default;

private:
    constexpr virtual void add(detail::place const& at, bool is_notice, std::string_view code,
                               std::string_view message) = 0;

    constexpr void report(std::initializer_list<step> path, bool is_notice, std::string_view code,
                          std::string_view message)
    {
        std::array<detail::place, 9> places{object_}; // the object, and the eight steps
        if (path.size() >= places.size()) throw std::length_error("a path of more than eight steps");
        std::size_t last = 0;
        for (step const& s : path) {
            places[last + 1] = {.parent = &places[last], .name = s.name_, .index = s.index_};
            ++last;
        }
        add(places[last], is_notice, code, message);
    }

    detail::place const& object_;
    outlay::context const& context_;
    outlay::direction direction_;
};

namespace detail {

/// A check of a whole object, which may report any number of violations anywhere in it.
template<class T>
struct audit_clause {
    void (*run)(T const&, auditor&);
    std::string_view codes;            ///< the codes of its violations, separated by ", "
    direction last = direction::reply; ///< the last direction that it binds
};

template<class T>
inline constexpr bool is_object_clause<audit_clause<T>> = true;

/// A clause that checks a T like an audit.
template<class Clause, class T>
concept audits = requires(Clause const& clause, T const& object, auditor& to) {
    clause.run(object, to);
    { clause.last } -> std::convertible_to<direction>;
};

} // namespace detail

/// A clause: a function that checks a whole object and may report any number of violations and notices, at any place in
/// it: `audit<T>([](T const& object, auditor& to) { ... })`. For a single condition use invariant(), and for conditions
/// on the presence of members when(), which the JSON Schema contains, too.
///
/// `run` is a function or a lambda without captures. `codes` has the codes of its violations, separated by ", ", for
/// the schema's description and other documentation.
template<class T>
constexpr auto audit(std::type_identity_t<void (*)(T const&, auditor&)> run, std::string_view codes = {})
{
    return detail::audit_clause<T>{run, codes};
}

} // namespace outlay::inline v0_1_0
