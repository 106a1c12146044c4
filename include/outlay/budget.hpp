#pragma once

/// @file
/// Budgets of any vendor: the days that a cap covers, the month of campaigns that share unspent budget, the status of a
/// budget, its pace over time, and the thresholds for alerts.

#include <outlay/budget/cap.hpp>
#include <outlay/budget/figures.hpp>
#include <outlay/budget/leftover.hpp>
#include <outlay/budget/pace.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/budget/threshold.hpp>
#include <outlay/budget/today.hpp>
