#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

inline std::string read_file(std::filesystem::path const& path)
{
    if (std::filesystem::is_directory(path)) throw std::runtime_error("can't read " + path.string() + ": a directory");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("can't open " + path.string());
    std::string text;
    constexpr std::size_t piece_size = 65'536; // bytes that are read at a time
    for (char piece[piece_size]; in.read(piece, sizeof piece) || in.gcount() != 0;)
        text.append(piece, static_cast<std::size_t>(in.gcount()));
    if (in.bad()) throw std::runtime_error("can't read " + path.string());
    return text;
}

/// Throws unless `holds`: a description in an example is wrong.
inline void expect(bool holds, std::string_view what)
{
    if (!holds) throw std::runtime_error("not as expected: " + std::string(what));
}
