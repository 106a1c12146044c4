#pragma once

#include <cstddef>
#include <outlay/json/read/position.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::detail {

/// What was read of an object or array that may be one of several types: it is kept until its end, when it is known
/// which one it is, and then read again, with the places that it had.
class recording {
public:
    enum class event_kind : unsigned char { open_object, open_array, close_object, close_array, key, scalar };

    struct event {
        event_kind kind;
        token_kind scalar = token_kind::null;
        bool is_true = false;
        std::size_t begin = 0; ///< of the text of a key or scalar, in `texts`
        std::size_t size = 0;
        token_mark mark{}; ///< worked out
    };

    type_table const* variant; ///< the type
    void* target;              ///< the std::variant
    void* member;              ///< as of a frame, as the next
    std::size_t apart;
    token_mark begin;
    std::vector<event> events{};
    std::string texts{};

    void add(event_kind kind, token_mark const& mark) { events.push_back({.kind = kind, .mark = mark}); }
    void add_key(std::string_view name, token_mark const& mark)
    {
        events.push_back({.kind = event_kind::key, .begin = texts.size(), .size = name.size(), .mark = mark});
        texts += name;
    }
    void add_scalar(token value, token_mark const& mark)
    {
        bool const is_boolean = value.kind == token_kind::boolean;
        std::string_view const text = is_boolean ? std::string_view() : value.text();
        events.push_back({.kind = event_kind::scalar,
                          .scalar = value.kind,
                          .is_true = is_boolean && value.is_true(),
                          .begin = texts.size(),
                          .size = text.size(),
                          .mark = mark});
        texts += text;
    }

    std::string_view text(event const& of) const noexcept { return std::string_view(texts).substr(of.begin, of.size); }
    token scalar(event const& of) const noexcept
    {
        return of.scalar == token_kind::boolean ? token::boolean(of.is_true) : token(of.scalar, text(of));
    }
};

} // namespace outlay::detail
