#pragma once

/// @file
/// How budgets work: the days that a cap covers, the month of campaigns that share what they leave unspent, and the
/// status of a budget of any vendor.

#include <outlay/budget/cap.hpp>
#include <outlay/budget/leftover.hpp>
#include <outlay/budget/status.hpp>
