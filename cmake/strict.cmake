# outlay_strict: the warnings of tests, examples and benchmarks, which are not installed. Presets make them errors. They
# are those that programs of users are often compiled with: the headers must have none of them.
add_library(outlay_strict INTERFACE)
# g++ collects its garbage from 1 GB on (in kB) instead of 128 MB: a seventh of its time, for 0.2 GB more.
set(outlay_compiler_memory)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(outlay_compiler_memory --param=ggc-min-heapsize=1048576)
endif()
target_compile_options(
    outlay_strict
    INTERFACE
        -Wall
        -Wextra
        -Wpedantic
        -Wconversion
        -Wsign-conversion
        -Wshadow
        -Wold-style-cast
        -Wcast-align
        -Wdouble-promotion
        -Wimplicit-fallthrough
        -Wnon-virtual-dtor
        -Woverloaded-virtual
        -Wno-missing-field-initializers # {.amount = 5_dec} leaves the other fields absent, and means it
        ${outlay_compiler_memory}
)
target_compile_definitions(outlay_strict INTERFACE OUTLAY_PAYLOADS="${PROJECT_SOURCE_DIR}/tests/payloads")

option(OUTLAY_TEST_ONE_HEADER "Build what is built here from the one header instead of include/" OFF)
option(OUTLAY_TEST_HEADER_ONLY "Compile Boost.JSON's library with what is built here" OFF)
if(NOT OUTLAY_TEST_ONE_HEADER)
    target_link_libraries(outlay_strict INTERFACE $<IF:$<BOOL:${OUTLAY_TEST_HEADER_ONLY}>,outlay_header_only,outlay>)
    return()
endif()

# The properties of outlay for its users, without its folder.
get_target_property(dependencies outlay INTERFACE_LINK_LIBRARIES)
get_target_property(features outlay INTERFACE_COMPILE_FEATURES)
target_link_libraries(outlay_strict INTERFACE ${dependencies})
target_compile_features(outlay_strict INTERFACE ${features})
target_include_directories(outlay_strict INTERFACE ${one_header_folder}/include)
add_dependencies(outlay_strict outlay_one_header)
