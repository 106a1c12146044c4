#pragma once

#include <outlay/http/detail/batch_work.hpp>
#include <outlay/http/detail/paged_work.hpp>
#include <outlay/http/detail/single_work.hpp>
#include <outlay/http/exchange.hpp>

// The templates for calls of one operation, except those of the transport: declared, or instantiated here.

#define OUTLAY_OPERATION(EXTERN, KIND, ...)                                                                            \
    EXTERN template class outlay::http::detail::KIND##_work<__VA_ARGS__>;                                              \
    EXTERN template class outlay::http::exchange<__VA_ARGS__>;
