#pragma once

#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/json/encode_options.hpp>
#include <outlay/json/options.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

/// @addtogroup json
/// Two macros for types that hundreds of files read and write. Each takes the full name of a described type, and is
/// used outside of all namespaces.
///
///     OUTLAY_EXTERN_TYPE(my::plan)    // in its header: inspect, decode, encode and validate are compiled elsewhere
///     OUTLAY_COMPILE_TYPE(my::plan)   // in one file: here
/// @{

/// @cond
#define OUTLAY_TEMPLATES_OF(EXTERN, ...)                                                                               \
    EXTERN template outlay::inspection<__VA_ARGS__> outlay::inspect<__VA_ARGS__>(std::string_view,                     \
                                                                                 outlay::decode_options const&);       \
    EXTERN template outlay::result<__VA_ARGS__> outlay::decode<__VA_ARGS__>(std::string_view,                          \
                                                                            outlay::decode_options const&);            \
    EXTERN template std::string outlay::encode<__VA_ARGS__>(__VA_ARGS__ const&, outlay::encode_options const&);        \
    EXTERN template void outlay::encode_to<__VA_ARGS__>(std::string&, __VA_ARGS__ const&,                              \
                                                        outlay::encode_options const&);                                \
    EXTERN template outlay::report outlay::validate<__VA_ARGS__>(__VA_ARGS__ const&, outlay::context const&);
/// @endcond

/// Declares that another file has OUTLAY_COMPILE_TYPE for this type.
#define OUTLAY_EXTERN_TYPE(...) OUTLAY_TEMPLATES_OF(extern, __VA_ARGS__)

/// Instantiates the functions that OUTLAY_EXTERN_TYPE declares.
#define OUTLAY_COMPILE_TYPE(...) OUTLAY_TEMPLATES_OF(, __VA_ARGS__)

/// @}
