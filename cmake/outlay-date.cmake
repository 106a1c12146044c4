# date::date, from the package of Howard Hinnant's library, or else from its header. Not every packager ships the former.
# Used by outlay's own build, and by find_package(outlay) where it is installed.
if(NOT TARGET date::date)
    find_package(date 3.0.1 CONFIG QUIET)
endif()
if(NOT TARGET date::date)
    find_path(OUTLAY_DATE_INCLUDE_DIR date/date.h DOC "The folder that has date/date.h")
    if(OUTLAY_DATE_INCLUDE_DIR)
        add_library(date::date INTERFACE IMPORTED)
        target_include_directories(date::date INTERFACE ${OUTLAY_DATE_INCLUDE_DIR})
    endif()
endif()
