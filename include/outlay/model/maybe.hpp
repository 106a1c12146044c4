#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

// Types that hold a value or none.

namespace outlay::inline v0_1_0::detail {

/// std::optional, compact_optional, nullable, and other types with their interface.
template<class T>
concept optional_like = requires(T& x) {
    { x.has_value() } -> std::same_as<bool>;
    x.emplace();
    x.reset(); // excludes result, whose missing value has a reason and is not merely absent
    *x;
};

/// std::unique_ptr and std::shared_ptr: like std::optional, but the type may be incomplete.
template<class V>
concept is_owner = requires(V& owner, typename V::element_type* held) {
    owner.reset(held);
    { owner.get() } -> std::same_as<typename V::element_type*>;
    requires !std::is_array_v<typename V::element_type>;
};

/// A type that holds a value or none: an optional_like type, or an owning pointer.
template<class V>
concept maybe_like = optional_like<V> || is_owner<V>;

/// The type inside a maybe_like type; any other type itself.
template<class V>
struct unwrapped {
    using type = V;
};
template<maybe_like V>
struct unwrapped<V> : unwrapped<std::remove_cvref_t<decltype(*std::declval<V&>())>> {};

/// Whether the holder has a value.
template<maybe_like V>
constexpr bool has_value(V const& holder) noexcept
{
    if constexpr (is_owner<V>) return holder != nullptr;
    else return holder.has_value();
}

/// The value in the holder; null for none.
template<maybe_like V>
constexpr auto const* held_by(V const& holder) noexcept
{
    if constexpr (is_owner<V>) return holder.get();
    else return holder.has_value() ? &*holder : nullptr;
}

/// Gives the holder a default-constructed value, and returns it.
template<maybe_like V>
auto& engage(V& holder)
{
    using held = std::remove_reference_t<decltype(*holder)>;
    if constexpr (is_owner<V>) holder.reset(new held());
    else holder.emplace();
    return *holder;
}

/// Sets the holder to JSON's null: a nullable to null, any other to no value.
template<maybe_like V>
void set_null(V& holder)
{
    if constexpr (requires { holder.set_null(); }) holder.set_null();
    else holder.reset();
}

/// Whether a member is absent. A nullable that is null is not absent.
template<class V>
constexpr bool is_missing(V const& value)
{
    if constexpr (requires { value.is_absent(); }) return value.is_absent();
    else if constexpr (maybe_like<V>) return !has_value(value);
    else return false;
}

} // namespace outlay::inline v0_1_0::detail
