#pragma once

#include <cstddef>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// A value that no member reads. If the object keeps unknown fields, the JSON text of the value is assembled from its
/// tokens.
class skipped_field {
public:
    /// Starts keeping the next value, of the field with this name. `is_trace`: it is the trace of a member.
    void keep(std::string_view name, bool is_trace = false)
    {
        name_ = name;
        json_.clear();
        is_kept_ = true;
        is_trace_ = is_trace;
    }

    /// Whether an object or array in the value is open, and whether the innermost is an object.
    bool is_open() const noexcept { return !open_.empty(); }
    bool in_object() const noexcept { return open_.back(); }

    void open(bool is_object)
    {
        put_comma();
        open_.push() = is_object;
        put(is_object ? "{" : "[");
    }

    void close()
    {
        put(open_.back() ? "}" : "]");
        open_.pop();
    }

    void key(std::string_view name)
    {
        if (!is_kept_) return;
        put_comma();
        put_string(name);
        put(":");
    }

    /// Adds a scalar. Numbers keep all of their digits.
    void scalar(token value)
    {
        if (!is_kept_) return;
        put_comma();
        switch (value.kind) {
        case token_kind::string: return put_string(value.text());
        case token_kind::boolean: return put(value.is_true() ? "true" : "false");
        case token_kind::null: return put("null");
        default: put(value.text());
        }
    }

    /// Whether the value is being kept and is complete, so that hand_over() must be called.
    bool is_complete() const noexcept { return is_kept_ && !is_open(); }

    void hand_over(extras_table const& type, void* extras, bool is_of_reply)
    {
        is_kept_ = false;
        if (is_trace_) type.keep_trace(extras, name_, std::move(json_), is_of_reply);
        else type.keep(extras, std::move(name_), std::move(json_));
    }

    /// The state before drop().
    struct state {
        std::size_t open;
        bool is_kept;
    };

    /// Drops all tokens until restore().
    state drop()
    {
        state const before{.open = open_.size(), .is_kept = std::exchange(is_kept_, false)};
        open_.push() = true;
        return before;
    }
    void restore(state const& before) noexcept
    {
        open_.truncate(before.open);
        is_kept_ = before.is_kept;
    }

    /// Appends the open brackets as JSON text, up to the start of a value.
    void append_open(std::string& text) const
    {
        for (bool const is_object : open_) text += is_object ? R"({"":)" : "[";
    }

private:
    void put(std::string_view text)
    {
        if (is_kept_) json_ += text;
    }

    /// Adds a comma before an item or name, unless the text so far shows that it is the first.
    void put_comma()
    {
        if (!json_.empty() && json_.back() != '{' && json_.back() != '[' && json_.back() != ':') put(",");
    }

    void put_string(std::string_view text)
    {
        writer out(json_);
        out.put_string(text);
        out.flush();
    }

    inline_stack<bool, 64> open_; ///< true for an object
    std::string name_;
    std::string json_;
    bool is_kept_ = false;
    bool is_trace_ = false;
};

} // namespace outlay::inline v0_1_0::detail
