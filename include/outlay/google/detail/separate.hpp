#pragma once

#include <outlay/google/operations.hpp>
#include <outlay/google/types.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// The parts of Google that outlay/src.hpp compiles, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_GOOGLE_OPERATIONS(EXTERN)                                                                               \
    OUTLAY_OPERATION(EXTERN, batch, outlay::google::mutate_campaign_budgets)                                           \
    OUTLAY_OPERATION(EXTERN, batch, outlay::google::validate_campaign_budgets)                                         \
    OUTLAY_OPERATION(EXTERN, paged, outlay::google::list_campaign_budgets)

OUTLAY_GOOGLE_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_GOOGLE_OPERATIONS(extern)
