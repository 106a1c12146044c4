#pragma once

#include <concepts>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <limits>
#include <outlay/json/write/write_value.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/error.hpp>
#include <string>
#include <string_view>
#include <type_traits>

// The targets to which JSON text can be written.

namespace outlay::inline v0_1_0::detail {

/// A type for one byte of UTF-8.
template<class C>
concept text_unit = std::same_as<C, char> || std::same_as<C, std::byte> || std::same_as<C, unsigned char> ||
                    std::same_as<C, signed char> || std::same_as<C, char8_t>;

/// Contiguous characters that can be overwritten.
template<class To>
concept contiguous_text = requires(To& to) {
    requires std::is_pointer_v<decltype(std::data(to))>;
    requires text_unit<std::remove_pointer_t<decltype(std::data(to))>>; // and not const
    { std::size(to) } -> std::convertible_to<std::size_t>;
};

/// A container to which characters can be appended: std::string, std::pmr::string, std::vector<std::byte>.
template<class To>
concept growing_text = contiguous_text<To> && requires(To& to, typename To::value_type const* text) {
    { to.capacity() } -> std::convertible_to<std::size_t>;
    to.reserve(to.capacity());
    to.insert(to.end(), text, text);
};

/// A fixed number of characters: std::span<char>, std::array<char, 100>, char[100].
template<class To>
concept fixed_text = contiguous_text<To> && !requires(To& to) { to.clear(); };

/// A function that takes pieces of text. It must return void, because a result would be ignored.
template<class To>
concept piece_function = !contiguous_text<To> && requires(To& to, std::string_view piece) {
    { to(piece) } -> std::same_as<void>;
};

/// std::ostream, without including its header.
template<class To>
concept output_stream = !contiguous_text<To> && !piece_function<To> &&
                        requires(To& to, char const* text, std::ptrdiff_t size) { to.write(text, size); };

/// The contiguous buffers of Boost.Beast and Boost.Asio, without including their headers.
template<class To>
concept prepared_buffer = !contiguous_text<To> && !piece_function<To> && requires(To& to, std::size_t size) {
    { to.prepare(size).data() } -> std::same_as<void*>;
    to.commit(size);
};

/// A sink for pieces of text.
template<class To>
concept text_taker = piece_function<To> || output_stream<To> || prepared_buffer<To>;

/// Appends text to a container. If its capacity is too small, memory for the whole text is reserved at once.
template<growing_text To>
class growing_target {
public:
    /// `value`: the value that will be written.
    growing_target(To& to, type_table const& type, void const* value, std::size_t indent)
        : to_(to), type_(type), value_(value), indent_(indent), begin_(to.size()), left_(to.capacity() - to.size())
    {}

    void put(std::string_view text)
    {
        using unit = typename To::value_type;
        if (text.size() > left_) make_room(text.size());
        left_ -= text.size();
        auto const* const from = reinterpret_cast<unit const*>(text.data());
        if constexpr (requires { to_.append(from, text.size()); }) to_.append(from, text.size());
        else to_.insert(to_.end(), from, from + text.size());
    }

private:
    static constexpr std::size_t unlimited = (std::numeric_limits<std::size_t>::max)();

    /// Reserves memory for the whole value, and at least for the `next` characters.
    void make_room(std::size_t next)
    {
        std::size_t room = begin_ + room_for_text(type_, value_, indent_);
        // At least doubles the capacity, so that appending many values to one container takes linear time.
        for (std::size_t const least : {to_.size() + next, 2 * to_.capacity()})
            if (room < least) room = least;
        to_.reserve(room);
        left_ = unlimited;
    }

    To& to_;
    type_table const& type_;
    void const* value_;
    std::size_t const indent_;
    std::size_t const begin_; ///< the start of the text in the container
    std::size_t left_;        ///< the number of characters that still fit; unlimited after make_room()
};

/// Copies text to memory as far as it fits, and counts all characters.
class fixed_target {
public:
    fixed_target(char* to, std::size_t size) noexcept : to_(to), size_(size) {}

    void put(std::string_view text) noexcept
    {
        std::size_t const left = count_ < size_ ? size_ - count_ : 0;
        if (left != 0) std::memcpy(to_ + count_, text.data(), text.size() < left ? text.size() : left);
        count_ += text.size();
    }

    std::size_t count() const noexcept { return count_; }

private:
    char* const to_;
    std::size_t const size_;
    std::size_t count_ = 0;
};

/// The error for a text that does not fit a buffer.
inline error text_too_long(std::size_t text, std::size_t buffer)
{
    return {error_kind::limit, "buffer_size",
            joined({"a text of ", std::to_string(text), " bytes in a buffer of ", std::to_string(buffer)})};
}

/// Passes each piece to a function, a stream or a buffer.
template<text_taker To>
class sink_target {
public:
    explicit sink_target(To& to) noexcept : to_(to) {}

    void put(std::string_view text)
    {
        if constexpr (piece_function<To>) {
            to_(text);
        } else if constexpr (prepared_buffer<To>) {
            std::memcpy(to_.prepare(text.size()).data(), text.data(), text.size());
            to_.commit(text.size());
        } else {
            to_.write(text.data(), static_cast<std::ptrdiff_t>(text.size()));
        }
    }

private:
    To& to_;
};

} // namespace outlay::inline v0_1_0::detail
