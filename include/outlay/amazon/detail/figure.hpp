#pragma once

#include <outlay/model/table/form_scalars.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/value/decimal.hpp>
#include <tuple>

namespace outlay::inline v0_1_0::amazon::detail {

/// A figure of a recommendation. Amazon writes -1 for one that it does not know, in samples also as text, and would set
/// a budget of -1 if that were taken for one: it is read as absent. Any other number in a string is read as one.
struct figure {
    using reads = std::tuple<decimal, outlay::detail::number_in_text<decimal>>;

    /// Of a compact_optional or a nullable.
    template<class Holder>
    static outlay::detail::problem const* read(Holder& to, outlay::detail::token from)
    {
        using outlay::detail::problem;
        static constexpr problem not_available{.code = "not_available",
                                               .expected = "a number of 0 or more",
                                               .weight = problem::gravity::not_available,
                                               .remedy = "read as absent"};
        static constexpr problem as_text{.code = "number_as_text",
                                         .expected = "a number",
                                         .weight = problem::gravity::notice,
                                         .remedy = "read as a number"};
        problem const* found = nullptr;
        if (from.kind == outlay::detail::token_kind::string) {
            outlay::detail::number_in_text<decimal> text;
            found = outlay::detail::scalar_wire<outlay::detail::number_in_text<decimal>>::read(text, from);
            if (found == &outlay::detail::expected_number_text) return &outlay::detail::expected_number;
            if (found == nullptr) found = &as_text;
            if (found->has_value()) to = text.value;
        } else {
            found = outlay::detail::read_token<Holder>(&to, from);
        }
        if (!to.has_value() || *to != decimal(-1)) return found;
        to.reset();
        return &not_available;
    }
};

} // namespace outlay::inline v0_1_0::amazon::detail
