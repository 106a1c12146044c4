// Linked into the tests by the platform "flags": they run with a comma in numbers and dots between thousands, like a
// program that calls setlocale and std::locale::global for a user in Germany.

#include <clocale>
#include <cstdlib>
#include <iostream>
#include <locale>

namespace {

bool const is_german = [] {
    try {
        std::locale::global(std::locale("")); // calls setlocale, too
    } catch (std::exception const& e) {
        std::cerr << "no locale: " << e.what() << '\n';
        std::abort();
    }
    if (*std::localeconv()->decimal_point != ',') {
        std::cerr << "the locale is not German\n";
        std::abort();
    }
    return true;
}();

} // namespace
