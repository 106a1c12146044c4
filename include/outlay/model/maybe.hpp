#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

// What may hold a value or none.

namespace outlay::inline v0_1_0::detail {

/// std::optional, compact_optional, nullable: whatever may hold a value or not.
template<class T>
concept optional_like = requires(T& x) {
    { x.has_value() } -> std::same_as<bool>;
    x.emplace();
    x.reset(); // which a result has not: a value that is missing for a reason is not just absent
    *x;
};

/// std::unique_ptr and std::shared_ptr: as std::optional, but also of a type that is not complete yet.
template<class V>
concept is_owner = requires(V& owner, typename V::element_type* held) {
    owner.reset(held);
    { owner.get() } -> std::same_as<typename V::element_type*>;
    requires !std::is_array_v<typename V::element_type>;
};

/// What may hold a value or none: an optional_like, and the pointers that own what they point to.
template<class V>
concept maybe_like = optional_like<V> || is_owner<V>;

/// What is inside a maybe_like; any other type itself.
template<class V>
struct unwrapped {
    using type = V;
};
template<maybe_like V>
struct unwrapped<V> : unwrapped<std::remove_cvref_t<decltype(*std::declval<V&>())>> {};

/// Whether a value is held.
template<maybe_like V>
constexpr bool has_value(V const& holder) noexcept
{
    if constexpr (is_owner<V>) return holder != nullptr;
    else return holder.has_value();
}

/// The value that is held; null for none.
template<maybe_like V>
constexpr auto const* held_by(V const& holder) noexcept
{
    if constexpr (is_owner<V>) return holder.get();
    else return holder.has_value() ? &*holder : nullptr;
}

/// Makes it hold a value of its type's default.
template<maybe_like V>
auto& engage(V& holder)
{
    using held = std::remove_reference_t<decltype(*holder)>;
    if constexpr (is_owner<V>) holder.reset(new held());
    else holder.emplace();
    return *holder;
}

/// Makes it hold none, as JSON's null says it.
template<maybe_like V>
void set_null(V& holder)
{
    if constexpr (requires { holder.set_null(); }) holder.set_null();
    else holder.reset();
}

/// A nullable that is null is there.
template<class V>
constexpr bool is_missing(V const& value)
{
    if constexpr (requires { value.is_absent(); }) return value.is_absent();
    else if constexpr (maybe_like<V>) return !has_value(value);
    else return false;
}

} // namespace outlay::inline v0_1_0::detail
