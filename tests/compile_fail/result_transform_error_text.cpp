// expect: transform_error: the function must return an error
#include <outlay/value/result.hpp>
#include <string>

outlay::result<int> of_the_import(outlay::result<int> const& read)
{
    using outlay::error, outlay::error_kind;
#ifdef OUTLAY_CONTROL
    return read.transform_error([](error const& e) { return error(e.kind(), "import", "import: " + e.message()); });
#else
    return read.transform_error([](error const& e) { return "import: " + e.message(); });
#endif
}
