// Compares the version of Boost's headers and that of the loaded library with the expected one: a newer Boost beside
// the system's is not necessarily the one in use.
#include <boost/json/parse.hpp>
#include <boost/version.hpp>
#include <fstream>
#include <iostream>
#include <string>

static_assert(BOOST_VERSION == OUTLAY_EXPECT_BOOST_VERSION,
              "another Boost's headers are used than OUTLAY_EXPECT_BOOST says");

int main()
{
    std::string const expected = "libboost_json.so." OUTLAY_EXPECT_BOOST;
    if (boost::json::parse("[90]").at(0) != 90) {
        std::cerr << "Boost.JSON can't read\n";
        return 1;
    }
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libboost_json") != std::string::npos) {
            std::cout << line << '\n';
            return line.find(expected) == std::string::npos;
        }
    std::cerr << "no libboost_json is loaded\n";
    return 1;
}
