#!/bin/sh
# Runs tests in a German locale, whose decimal point is a comma, and in time zones far from UTC with odd minutes.
#
#   surroundings.sh PROGRAM FILTER
set -eu

# Makes a locale: C.UTF-8 has the same decimal point as C, and not every system has another.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
localedef --inputfile=de_DE --charmap=UTF-8 "$folder/de_DE.UTF-8"

# In POSIX, the sign of a zone is that of the addition to reach UTC: 13:37 east, and 11:13:07 west.
for zone in 'EAST-13:37' 'WEST+11:13:07'; do
    LOCPATH=$folder LC_ALL=de_DE.UTF-8 OUTLAY_TEST_LOCALE=de_DE.UTF-8 TZ=$zone "$1" --gtest_brief=1 --gtest_filter="$2"
done
