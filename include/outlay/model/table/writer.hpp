#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Receives text in pieces.
struct text_sink {
    void (*take)(void* to, char const* text, std::size_t size) = nullptr; ///< called for each piece, none of them empty
    void* to = nullptr;                                                   ///< the first argument of `take`
};

/// A sink that passes the pieces to `to.put()`. `to` must outlive the sink.
template<class To>
text_sink sink_of(To& to) noexcept
{
    auto const take = [](void* self, char const* text, std::size_t size) {
        static_cast<To*>(self)->put(std::string_view(text, size));
    };
    return {.take = take, .to = &to};
}

/// Appends JSON text to a string or a sink through a small buffer, so that short pieces cost no call each. The text is
/// complete after flush(), which the caller must call.
class writer {
public:
    /// `is_request`: leaves out the members that only replies have.
    explicit writer(text_sink const& out, bool is_request = false) noexcept : out_(out), is_request_(is_request) {}
    explicit writer(std::string& out, bool is_request = false) noexcept
        : writer(text_sink{.take = append_to_string, .to = &out}, is_request)
    {}
    writer(writer const&) = delete;
    writer& operator=(writer const&) = delete;

    bool is_request() const noexcept { return is_request_; }

    void put(char c)
    {
        if (used_ == sizeof buffer_) flush();
        buffer_[used_++] = c;
    }

    void put(std::string_view text)
    {
        if (text.size() > sizeof buffer_ - used_) {
            flush();
            if (text.size() > sizeof buffer_) {
                out_.take(out_.to, text.data(), text.size());
                return;
            }
        }
        std::memcpy(buffer_ + used_, text.data(), text.size());
        used_ += text.size();
    }

    static constexpr std::size_t longest_key = 68; ///< the longest `,"name":`, for a name of 64 characters
    static constexpr std::size_t key_block = 32;   ///< the number of characters that are copied at once

    /// Writes the key of a member in whole blocks, because copies of a fixed size are cheap. Precondition: whole blocks
    /// are readable.
    OUTLAY_ALWAYS_INLINE void put_key(char const* key, std::size_t size)
    {
        constexpr std::size_t most = (longest_key + key_block - 1) / key_block * key_block;
        OUTLAY_ASSERT(size <= longest_key);
        if (most > sizeof buffer_ - used_) flush();
        std::memcpy(buffer_ + used_, key, key_block);
        for (std::size_t at = key_block; at < size; at += key_block) [[unlikely]]
            std::memcpy(buffer_ + used_ + at, key + at, key_block);
        used_ += size;
    }

    /// Calls `write` with a buffer for `most` characters; it returns the end of its text. Precondition: `most` <= 64.
    template<class Write>
    void put_with(std::size_t most, Write write)
    {
        OUTLAY_ASSERT(most <= 64);
        if (most > sizeof buffer_ - used_) flush();
        used_ = static_cast<std::size_t>(write(buffer_ + used_) - buffer_);
    }

    /// Writes a text as a JSON string. Bytes that are not UTF-8 become U+FFFD, so that the output is always valid JSON.
    void put_string(std::string_view text);

    void flush()
    {
        if (used_ == 0) return;
        std::size_t const size = used_;
        used_ = 0; // before the call: if the sink throws, the piece is not written twice
        out_.take(out_.to, buffer_, size);
    }

private:
    static void append_to_string(void* to, char const* text, std::size_t size)
    {
        static_cast<std::string*>(to)->append(text, size);
    }

    void put_escaped(char c);

    char buffer_[512]; ///< a few dozen members; larger buffers were not faster
    std::size_t used_ = 0;
    text_sink const out_;
    bool const is_request_;
};

inline void writer::put_escaped(char c)
{
    switch (c) {
    case '"': return put("\\\"");
    case '\\': return put("\\\\");
    case '\n': return put("\\n");
    case '\r': return put("\\r");
    case '\t': return put("\\t");
    default: break;
    }
    constexpr char hex[] = "0123456789abcdef";
    char const escape[] = {'\\', 'u', '0', '0', hex[static_cast<unsigned char>(c) >> 4], hex[c & 15]};
    put({escape, sizeof escape});
}

/// Copies `text` if it needs no escapes in a JSON string. Otherwise returns false; `to` is then overwritten.
inline bool copy_plain(char* to, std::string_view text) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    auto const copy_word = [to, &text](std::size_t at) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        std::memcpy(to + at, &word, sizeof word);
        // A byte of x that is less than n borrows into its upper bit. A false positive only occurs above a true one.
        auto const has_less = [](std::uint64_t x, unsigned n) { return (x - every * n) & ~x; };
        std::uint64_t const special =
            has_less(word, 0x20) | has_less(word ^ every * '"', 1) | has_less(word ^ every * '\\', 1) | word;
        return (special & every * 0x80) == 0;
    };
    if (text.size() < 8) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (static_cast<unsigned char>(text[i] - 0x20) >= 0x60 || text[i] == '"' || text[i] == '\\') return false;
            to[i] = text[i];
        }
        return true;
    }
    for (std::size_t at = 0; at < text.size() - 8; at += 8)
        if (!copy_word(at)) return false;
    return copy_word(text.size() - 8); // may overlap the word before
}

inline void writer::put_string(std::string_view text)
{
    if (text.size() <= sizeof buffer_ / 2) [[likely]] {
        if (text.size() + 2 > sizeof buffer_ - used_) flush();
        if (copy_plain(buffer_ + used_ + 1, text)) [[likely]] {
            buffer_[used_] = '"';
            used_ += text.size() + 2;
            buffer_[used_ - 1] = '"';
            return;
        }
    }
    put('"');
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && static_cast<unsigned char>(text[plain] - 0x20) < 0x60 && text[plain] != '"' &&
               text[plain] != '\\')
            ++plain;
        put(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        std::size_t length = utf8_sequence(text);
        if (length > 1) put(text.substr(0, length));
        else if (length == 1) put_escaped(text[0]);
        else {
            put("\xEF\xBF\xBD");
            length = 1;
        }
        text.remove_prefix(length);
    }
    put('"');
}

} // namespace outlay::inline v0_1_0::detail
