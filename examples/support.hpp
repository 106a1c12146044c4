#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

inline std::string read_file(std::filesystem::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("can't open " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Ends the program if something does not go as it is described here.
inline void expect(bool holds, std::string_view what)
{
    if (!holds) throw std::runtime_error("not as expected: " + std::string(what));
}
