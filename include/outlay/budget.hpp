#pragma once

/// @file
/// How budgets work: the days that a cap covers, the month of campaigns that share what they leave unspent, and how a
/// budget stands, whoever tells of it.

#include <outlay/budget/cap.hpp>
#include <outlay/budget/leftover.hpp>
#include <outlay/budget/status.hpp>
