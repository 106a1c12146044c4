# The target outlay_one_header makes all of outlay one file, ${one_header_folder}/outlay.hpp, and beside it a folder of
# headers that look like the tree and only include it, for tests. The target outlay_module makes a C++20 module unit of
# it, ${module_unit}, for `import outlay;`. Neither is built by default.
if(NOT OUTLAY_INSTALL AND NOT OUTLAY_BUILD_TESTS)
    return()
endif()
find_package(Python3 QUIET COMPONENTS Interpreter)
if(NOT Python3_Interpreter_FOUND)
    message(STATUS "outlay's one header and its module are not made and not installed: no Python 3 found")
    return()
endif()

set(one_header_folder ${PROJECT_BINARY_DIR}/one_header)
set(make_one_header
    ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/one_header.py ${PROJECT_SOURCE_DIR}/include
    ${one_header_folder}/outlay.hpp ${one_header_folder}/include
)
add_custom_command(
    OUTPUT ${one_header_folder}/outlay.hpp
    COMMAND ${make_one_header}
    DEPENDS ${headers} ${PROJECT_SOURCE_DIR}/cmake/one_header.py
    COMMENT "Making the one header"
    VERBATIM
)
add_custom_target(outlay_one_header DEPENDS ${one_header_folder}/outlay.hpp)

set(module_unit ${PROJECT_BINARY_DIR}/module/outlay.cppm)
set(make_module_unit
    ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/module.py ${PROJECT_SOURCE_DIR}/include ${module_unit}
)
add_custom_command(
    OUTPUT ${module_unit}
    COMMAND ${make_module_unit}
    DEPENDS ${headers} ${PROJECT_SOURCE_DIR}/cmake/one_header.py ${PROJECT_SOURCE_DIR}/cmake/module.py
    COMMENT "Making the module unit"
    VERBATIM
)
add_custom_target(outlay_module DEPENDS ${module_unit})
