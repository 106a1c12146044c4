#pragma once

/// @file
/// How budgets work: the days that a cap covers, and the month of campaigns that share what they leave unspent.

#include <outlay/budget/cap.hpp>
#include <outlay/budget/leftover.hpp>
