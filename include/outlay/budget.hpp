#pragma once

/// @file
/// How budgets work: the days that a cap covers, the month of campaigns that share what they leave unspent, the status
/// of a budget of any vendor, its pace over time, and the thresholds at which alerts are due.

#include <outlay/budget/cap.hpp>
#include <outlay/budget/figures.hpp>
#include <outlay/budget/leftover.hpp>
#include <outlay/budget/pace.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/budget/threshold.hpp>
#include <outlay/budget/today.hpp>
