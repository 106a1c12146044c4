// Which Boost a build has: the headers' version and that of the library that is loaded, both as expected. That a newer
// Boost is beside the system's is no proof that it is used.
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
    if (boost::json::parse("[90]").at(0) != 90) return std::cerr << "Boost.JSON can't read\n", 1;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libboost_json") != std::string::npos)
            return std::cout << line << '\n', line.find(expected) == std::string::npos;
    return std::cerr << "no libboost_json is loaded\n", 1;
}
