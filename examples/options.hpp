#pragma once

#include <initializer_list>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/version.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

// The command lines of the examples.

/// Thrown for a command line that does not match the usage.
class wrong_use : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

namespace options {

/// Whether a word is an option, not a file: `-` alone is a file.
inline bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

/// Throws: there is no such option. The message suggests a similar one.
[[noreturn]] inline void refuse(std::string_view word, std::initializer_list<std::string_view> known)
{
    outlay::detail::near_miss search(word);
    for (std::string_view const one : known) search.consider(one);
    std::string message = "there is no option " + std::string(word);
    if (!search.likely().empty()) message += "; did you mean " + std::string(search.likely()) + "?";
    throw wrong_use(message + " (-- comes before the names of files that begin with -)");
}

/// `payload_lint (outlay 0.1.0)`
inline std::string version_of(std::string_view program)
{
    return std::string(program) + " (outlay " OUTLAY_VERSION_STRING ")";
}

} // namespace options
