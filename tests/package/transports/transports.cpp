// A program that uses an installed transport. The package has the header, the program brings libcurl.
#include <iostream>
#include <outlay/http/message.hpp>
#include <outlay/version.hpp>
#include <outlay_transports/curl_transport.hpp>
#include <outlay_transports/per_thread.hpp>

int main()
{
    per_thread transport{[] { return curl_transport{}; }};
    auto const answer = transport({.url = "http://localhost:1/"}); // nobody is there
    if (answer) return 1;
    std::cout << "outlay " << OUTLAY_VERSION_STRING << ": " << answer.error().report()[0].code << '\n';
}
