#pragma once

#include <algorithm>
#include <array>
#include <boost/beast/core/error.hpp>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <boost/crc.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// gzip for beast_transport: Boost.Beast has the algorithm, for WebSockets, but not the file format.

/// Unpacks a gzip body (RFC 1952) a member at a time, and never holds more than `max_size` bytes of the result,
/// whatever the body claims. The checksum and the length of every member are compared.
class gunzip {
public:
    enum class outcome : unsigned char {
        done,
        too_large, ///< the result has more than max_size bytes; text() has those that fit
        broken,    ///< cut short, no gzip, or of another checksum
    };

    explicit gunzip(std::size_t max_size) : max_size_(max_size) {}

    outcome operator()(std::string_view packed)
    {
        do {
            std::size_t const start = text_.size();
            if (!skip_head(packed)) return outcome::broken;
            if (outcome const is = inflate(packed); is != outcome::done) return is;
            if (packed.size() < trailer_size) return outcome::broken;
            boost::crc_32_type checksum;
            checksum.process_bytes(text_.data() + start, text_.size() - start);
            if (little_endian(packed) != checksum.checksum()) return outcome::broken;
            if (little_endian(packed.substr(4)) != static_cast<std::uint32_t>(text_.size() - start))
                return outcome::broken;
            packed.remove_prefix(trailer_size);
        } while (!packed.empty());
        return outcome::done;
    }

    std::string& text() { return text_; }

private:
    static constexpr std::size_t head_size = 10;
    static constexpr std::size_t trailer_size = 8;    // checksum and length
    static constexpr std::size_t piece_size = 16'384; // bytes that are unpacked at a time

    static std::uint32_t byte(std::string_view from, std::size_t at) { return static_cast<unsigned char>(from[at]); }
    static std::uint32_t little_endian(std::string_view from)
    {
        return byte(from, 0) | byte(from, 1) << 8 | byte(from, 2) << 16 | byte(from, 3) << 24;
    }

    static bool skip(std::string_view& from, std::size_t size)
    {
        if (from.size() < size) return false;
        from.remove_prefix(size);
        return true;
    }
    static bool skip_text(std::string_view& from)
    {
        auto const end = from.find('\0');
        return end != std::string_view::npos && skip(from, end + 1);
    }

    static bool skip_head(std::string_view& from)
    {
        if (from.size() < head_size || byte(from, 0) != 0x1F || byte(from, 1) != 0x8B || byte(from, 2) != 8)
            return false;
        std::uint32_t const flags = byte(from, 3);
        if ((flags & 0xE0) != 0) return false; // reserved: unknown content follows
        skip(from, head_size);
        if ((flags & 4) != 0) { // extra fields
            if (from.size() < 2 || !skip(from, 2 + (byte(from, 0) | byte(from, 1) << 8))) return false;
        }
        if ((flags & 8) != 0 && !skip_text(from)) return false;  // name
        if ((flags & 16) != 0 && !skip_text(from)) return false; // comment
        return (flags & 2) == 0 || skip(from, 2);                // checksum of the head
    }

    /// Inflates the first part of `from`, and removes it.
    outcome inflate(std::string_view& from)
    {
        namespace zlib = boost::beast::zlib;
        zlib::inflate_stream stream;
        std::array<char, piece_size> piece;
        zlib::z_params state;
        state.next_in = from.data();
        state.avail_in = from.size();
        boost::beast::error_code error;
        while (error != zlib::error::end_of_stream) {
            state.next_out = piece.data();
            state.avail_out = piece.size();
            error = {};
            stream.write(state, zlib::Flush::sync, error);
            std::size_t const size = piece.size() - state.avail_out;
            std::size_t const room = max_size_ - text_.size();
            text_.append(piece.data(), std::min(size, room));
            if (size > room) return outcome::too_large;
            if (error && error != zlib::error::end_of_stream) return outcome::broken; // need_buffers: truncated
        }
        from.remove_prefix(from.size() - state.avail_in);
        return outcome::done;
    }

    std::size_t max_size_;
    std::string text_{};
};
