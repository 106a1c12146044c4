// With a.cpp: the whole library in two translation units of one program; here after macros like those of windows.h and
// others. The headers of other libraries come first: most of them do not compile with such macros.
#include <algorithm>
#include <array>
#include <bit>
#include <boost/assert.hpp>
#include <boost/assert/source_location.hpp>
#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/json/array.hpp>
#include <boost/json/basic_parser.hpp>
#include <boost/json/error.hpp>
#include <boost/json/fwd.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/json/string.hpp>
#include <boost/json/string_view.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <boost/system/system_error.hpp>
#include <cassert>
#include <charconv>
#include <chrono>
#include <cmath>
#include <compare>
#include <concepts>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <date/date.h>
#include <exception>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <ostream>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>
#include <version>

// clang-format off
#define far
#define near
#define pascal __stdcall
#define cdecl __cdecl
#define small char
#define interface struct
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define ERROR 0
#define DELETE 0x00010000L
#define TRUE 1
#define FALSE 0
#define STRICT 1
#define ABSOLUTE 1
#define RELATIVE 2
#define GetObject GetObjectW
#define GetMessage GetMessageW
#define SendMessage SendMessageW
#define Yield()
#define major(device) gnu_dev_major(device)
#define minor(device) gnu_dev_minor(device)
#define unix 1
#define linux 1
// clang-format on

#include <outlay/outlay.hpp>

char const* from_b();

char const* from_b() { return "linked"; }
