# The tests that only compile, and the programs of README.md and of the guide.

file(GLOB static_tests CONFIGURE_DEPENDS */*_static.cpp)
file(GLOB compile_fail_tests CONFIGURE_DEPENDS compile_fail/*.cpp)

# --- static: an object library, never linked

# Each header alone, and twice, which only passes with a working include guard. Takes minutes: once, and in .ci/nightly.
option(OUTLAY_TEST_HEADERS "Compile each header alone" OFF)
set(headers)
if(OUTLAY_TESTS STREQUAL "all" AND OUTLAY_TEST_HEADERS)
    get_target_property(headers outlay HEADER_SET)
endif()
foreach(header IN LISTS headers)
    cmake_path(RELATIVE_PATH header BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/include)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include <@header@>\n#include <@header@>\n" @ONLY)
    list(APPEND headers_alone ${source})
endforeach()

add_library(outlay_static_tests OBJECT ${static_tests} ${headers_alone})
set_target_properties(outlay_static_tests PROPERTIES UNITY_BUILD OFF)
target_link_libraries(outlay_static_tests PRIVATE outlay_strict)

# --- compile_fail: never built; the compilation database has the command for each file

if(compile_fail_tests)
    # What most of them include, parsed once: half of their time.
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/compile_fail_headers.cpp CONTENT "")
    add_library(outlay_compile_fail_headers OBJECT ${CMAKE_CURRENT_BINARY_DIR}/compile_fail_headers.cpp)
    target_precompile_headers(outlay_compile_fail_headers PRIVATE <outlay/json.hpp>)
    outlay_build_when_tested(outlay_compile_fail_headers)
    add_library(outlay_compile_fail OBJECT EXCLUDE_FROM_ALL ${compile_fail_tests})
    target_precompile_headers(outlay_compile_fail REUSE_FROM outlay_compile_fail_headers)
    foreach(target outlay_compile_fail_headers outlay_compile_fail)
        # Only the warnings that every compiler gives, such as a discarded [[nodiscard]] value, and those as errors.
        target_link_libraries(${target} PRIVATE outlay)
        target_compile_options(${target} PRIVATE ${outlay_compiler_memory})
        set_target_properties(
            ${target} PROPERTIES EXPORT_COMPILE_COMMANDS ON COMPILE_WARNING_AS_ERROR ON UNITY_BUILD OFF
        )
    endforeach()
endif()
foreach(source IN LISTS compile_fail_tests)
    cmake_path(GET source STEM name)
    add_test(
        NAME compile_fail/${name}
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/compile_fail.py
            ${CMAKE_BINARY_DIR}/compile_commands.json ${source}
    )
    # Each compiles two programs. In CI, and by hand with `ctest --preset slow`.
    set_tests_properties(
        compile_fail/${name} PROPERTIES LABELS slow FIXTURES_REQUIRED outlay_compile_fail_headers
    )
endforeach()

# --- the cost of including outlay: instantiations of clang 19 with libc++, whatever this build uses

find_program(OUTLAY_CLANG_19 clang++-19)
if(OUTLAY_CLANG_19 AND OUTLAY_TESTS STREQUAL "alone")
    set(includes $<REMOVE_DUPLICATES:$<TARGET_PROPERTY:outlay,INTERFACE_INCLUDE_DIRECTORIES>>)
    add_test(
        NAME compile_time
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/benchmark/compile_time.py
            --check ${PROJECT_SOURCE_DIR}/examples/guide/costs.md --clang ${OUTLAY_CLANG_19} "-I$<JOIN:${includes},;-I>"
        COMMAND_EXPAND_LISTS
    )
    set_tests_properties(compile_time PROPERTIES COST 900)
    add_test(
        NAME compile_time/itself
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/benchmark/compile_time_test.py ${OUTLAY_CLANG_19}
    )
endif()

if(NOT OUTLAY_TESTS STREQUAL "all")
    return()
endif()

# --- the house rules, and tests of the tools that check them

add_test(NAME floors COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/floors.py ${PROJECT_SOURCE_DIR}/include)
add_test(NAME floors/itself COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/floors_test.py)
add_test(NAME english COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/english.py)
add_test(NAME english/itself COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/english_test.py)
add_test(NAME style COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/style.py)
add_test(NAME style/itself COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/style_test.py)
add_test(
    NAME mutation/itself
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/mutation_test.py ${CMAKE_CXX_COMPILER}
)
add_test(NAME coverage/itself COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/coverage_test.py)
add_test(
    NAME compile_fail/itself
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/compile_fail_test.py ${CMAKE_CXX_COMPILER}
)

separate_arguments(compiler_flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
add_test(
    NAME odr/modes
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/odr/modes.py ${CMAKE_CURRENT_SOURCE_DIR}/odr/a.cpp
        ${CMAKE_CXX_COMPILER} ${compiler_flags} ${outlay_compiler_memory} -std=c++20 -DOUTLAY_LINKS_BOOST_JSON
        -I${PROJECT_SOURCE_DIR}/include
    COMMAND_EXPAND_LISTS
)
set_tests_properties(odr/modes PROPERTIES LABELS slow)

# --- pages: the programs of README.md and of each page of the guide, and the links of all pages

file(GLOB_RECURSE guide CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/guide/*.md)
# With outlay's engine, where it is compiled for the large tests: half of the time of these programs.
set(with_engine)
if(OUTLAY_TEST_SEPARATE)
    set(with_engine --link $<TARGET_FILE:outlay_engine> -DOUTLAY_SEPARATE_COMPILATION -DOUTLAY_LINKS_BOOST_JSON)
endif()
foreach(page IN LISTS guide ITEMS ${PROJECT_SOURCE_DIR}/README.md)
    cmake_path(RELATIVE_PATH page BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/examples OUTPUT_VARIABLE name)
    string(REGEX REPLACE "^\\.\\./|\\.md$" "" name ${name})
    # One program at a time: ctest -j checks several pages at once.
    add_test(
        NAME pages/${name}
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/readme.py --run -j1 ${page}
            ${CMAKE_CXX_COMPILER} ${compiler_flags} ${outlay_compiler_memory} -std=c++20 -Wall -Wextra -Werror
            ${with_engine}
            -I${PROJECT_SOURCE_DIR}/include -I${PROJECT_SOURCE_DIR}/examples -I${PROJECT_SOURCE_DIR}/examples/transports
            -I${PROJECT_BINARY_DIR}/transports # where <outlay_transports/...> is found, as after an installation
        COMMAND_EXPAND_LISTS
    )
    # Each compiles and links up to 20 programs.
    set_tests_properties(pages/${name} PROPERTIES LABELS slow)
endforeach()
file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/*.md ${CMAKE_CURRENT_SOURCE_DIR}/*/*.md)
add_test(
    NAME pages/text
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/readme.py --text ${pages} ${guide}
    COMMAND_EXPAND_LISTS
)
add_test(
    NAME pages/itself
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/readme_test.py ${CMAKE_CXX_COMPILER}
)

