#pragma once

/// @file
/// The former name of outlay/http/rejection.hpp.

#include <outlay/http/rejection.hpp>
