#pragma once

#include <cstddef>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The tokens of an object or array that may be one of several types. They are kept until its end, when one type is
/// chosen, and then replayed with their original positions.
class recording {
public:
    enum class event_kind : unsigned char { open_object, open_array, close_object, close_array, key, scalar };

    struct event {
        event_kind kind;
        token_kind scalar;
        bool is_true;
        std::size_t begin; ///< the start of the text of a key or scalar in `texts`
        std::size_t size;
        token_mark mark; ///< resolved
    };

    /// The memory of an event while its stack grows.
    static constexpr std::size_t memory_of_event = 3 * sizeof(event);

    recording(type_table const& of, void* to) noexcept : variant(&of), target(to) {}

    type_table const* variant; ///< the type
    void* target;              ///< the std::variant
    void* member = nullptr;    ///< see frame::member, as for the next two
    std::size_t apart = 0;
    token_mark begin{};
    inline_stack<event, 32> events;
    std::string texts;

    void add(event_kind kind, token_mark const& mark) { push(kind, {}, mark); }
    void add_key(std::string_view name, token_mark const& mark) { push(event_kind::key, name, mark); }
    void add_scalar(token value, token_mark const& mark)
    {
        bool const is_boolean = value.kind == token_kind::boolean;
        std::string_view const text = is_boolean ? std::string_view() : value.text();
        event& added = push(event_kind::scalar, text, mark);
        added.scalar = value.kind;
        added.is_true = is_boolean && value.is_true();
    }

    std::string_view text(event const& of) const noexcept { return std::string_view(texts).substr(of.begin, of.size); }
    token scalar(event const& of) const noexcept
    {
        return of.scalar == token_kind::boolean ? token::boolean(of.is_true) : token(of.scalar, text(of));
    }

private:
    event& push(event_kind kind, std::string_view text, token_mark const& mark)
    {
        event& added = events.push();
        added = {.kind = kind,
                 .scalar = token_kind::null,
                 .is_true = false,
                 .begin = texts.size(),
                 .size = text.size(),
                 .mark = mark};
        texts += text;
        return added;
    }
};

/// Owns the recording in progress, if any.
class recording_owner {
public:
    recording_owner() noexcept = default;
    recording_owner(recording_owner const&) = delete;
    recording_owner& operator=(recording_owner const&) = delete;
    ~recording_owner() { delete made_; }

    void start(type_table const& type, void* target)
    {
        OUTLAY_ASSERT(made_ == nullptr); // an inner value is part of the recording of the outer one
        made_ = new recording(type, target);
    }
    recording_owner hand_over() noexcept { return recording_owner(std::exchange(made_, nullptr)); }

    void swap(recording_owner& other) noexcept { std::swap(made_, other.made_); }

    explicit operator bool() const noexcept { return made_ != nullptr; }
    recording* operator->() const noexcept { return made_; }
    recording& operator*() const noexcept { return *made_; }

private:
    explicit recording_owner(recording* made) noexcept : made_(made) {}

    recording* made_ = nullptr;
};

} // namespace outlay::inline v0_1_0::detail
