# Runs a port without vcpkg: the functions that the port calls are here, with the effects of vcpkg's scripts on a port
# that builds release only. Another function of vcpkg is an unknown command, and an error.
#
#   cmake -D PORT=name -D PORT_DIR=... -D CURRENT_BUILDTREES_DIR=... -D CURRENT_PACKAGES_DIR=...
#         -D CURRENT_INSTALLED_DIR=... -D PYTHON=... -P stand_ins.cmake
#
# PYTHON is the one that vcpkg acquires. After the port the package is checked: see post_build_checks.cmake.
cmake_minimum_required(VERSION 3.25)

function(fail)
    message(FATAL_ERROR "${ARGV}")
endfunction()

# Arguments that are missing, or that the function does not have.
macro(check_arguments function required)
    if(arg_UNPARSED_ARGUMENTS)
        fail("${function}: extra arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    foreach(name IN ITEMS ${required})
        if(NOT arg_${name})
            fail("${function}: ${name} must be set")
        endif()
    endforeach()
endmacro()

function(vcpkg_find_acquire_program program)
    if(NOT program STREQUAL "PYTHON3")
        fail("unknown tool ${program} -- unable to acquire.")
    endif()
    set(${program} ${PYTHON} PARENT_SCOPE)
endfunction()

function(vcpkg_cmake_configure)
    cmake_parse_arguments(
        PARSE_ARGV 0 arg "DISABLE_PARALLEL_CONFIGURE" "SOURCE_PATH;GENERATOR;LOGFILE_BASE"
        "OPTIONS;OPTIONS_RELEASE;OPTIONS_DEBUG;MAYBE_UNUSED_VARIABLES"
    )
    check_arguments(vcpkg_cmake_configure SOURCE_PATH)
    if(NOT VCPKG_BUILD_TYPE STREQUAL "release")
        fail("the port would be built twice; these stand-ins know release only")
    endif()
    execute_process(
        COMMAND ${CMAKE_COMMAND} -G Ninja -S ${arg_SOURCE_PATH} -B ${CURRENT_BUILDTREES_DIR}
            -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR}
            -DCMAKE_PREFIX_PATH=${CURRENT_INSTALLED_DIR} -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_INSTALL_BINDIR=bin
            -DCMAKE_ERROR_ON_ABSOLUTE_INSTALL_DESTINATION=ON ${arg_OPTIONS} ${arg_OPTIONS_RELEASE}
        ERROR_VARIABLE warnings
        COMMAND_ERROR_IS_FATAL ANY
    )
    # vcpkg makes every option of a port that its build system does not use an error.
    string(REGEX MATCH "variables were not used by the project:(.*)" unused "${warnings}")
    foreach(option IN LISTS arg_OPTIONS arg_OPTIONS_RELEASE)
        string(REGEX REPLACE "^-D([^:=]*).*" "\\1" name "${option}")
        if(unused MATCHES "[ \n]${name}\n")
            fail("the build does not use the option ${option}")
        endif()
    endforeach()
endfunction()

function(vcpkg_cmake_install)
    cmake_parse_arguments(PARSE_ARGV 0 arg "DISABLE_PARALLEL;ADD_BIN_TO_PATH" "" "")
    check_arguments(vcpkg_cmake_install "")
    execute_process(
        COMMAND ${CMAKE_COMMAND} --build ${CURRENT_BUILDTREES_DIR} --target install
        COMMAND_ERROR_IS_FATAL ANY
    )
endfunction()

# Moves the package's CMake files to share/<name>, one level up, where they must find the prefix again.
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(
        PARSE_ARGV 0 arg "DO_NOT_DELETE_PARENT_CONFIG_PATH;NO_PREFIX_CORRECTION"
        "PACKAGE_NAME;CONFIG_PATH;TOOLS_PATH" ""
    )
    check_arguments(vcpkg_cmake_config_fixup "")
    cmake_path(APPEND CURRENT_PACKAGES_DIR share ${PORT} OUTPUT_VARIABLE share)
    if(arg_CONFIG_PATH)
        set(from ${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH})
        if(NOT IS_DIRECTORY ${from})
            fail("'${from}' does not exist.")
        endif()
        file(GLOB files ${from}/*)
        file(COPY ${files} DESTINATION ${share})
        file(REMOVE_RECURSE ${from})
        cmake_path(GET from PARENT_PATH parent)
        if(parent MATCHES "/cmake$")
            file(REMOVE_RECURSE ${parent})
        endif()
    endif()

    set(up "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)\n")
    file(GLOB files ${share}/*.cmake)
    foreach(file IN LISTS files)
        file(READ ${file} text)
        string(REPLACE "${up}" "" text "${text}")
        string(REGEX REPLACE "(get_filename_component\\(_IMPORT_PREFIX \"[^\"]*_LIST_FILE}\" PATH\\)\n)" "\\1${up}${up}"
            text "${text}")
        string(REGEX REPLACE "(PACKAGE_PREFIX_DIR \"[^\"]*_LIST_DIR}/)[./]+\"" "\\1../../\"" text "${text}")
        string(REPLACE "${CURRENT_INSTALLED_DIR}" "\${_IMPORT_PREFIX}" text "${text}")
        file(WRITE ${file} "${text}")
    endforeach()
endfunction()

function(vcpkg_fixup_pkgconfig)
    cmake_parse_arguments(PARSE_ARGV 0 arg "SKIP_CHECK" "" "")
    check_arguments(vcpkg_fixup_pkgconfig "")
    file(GLOB_RECURSE files ${CURRENT_PACKAGES_DIR}/*.pc)
    foreach(file IN LISTS files)
        file(READ ${file} text)
        string(REGEX REPLACE "(^|\n)prefix=[^\n]*\n" "\\1" text "${text}")
        foreach(folder IN ITEMS ${CURRENT_PACKAGES_DIR} ${CURRENT_INSTALLED_DIR})
            string(REPLACE "${folder}" "\${prefix}" text "${text}")
        endforeach()
        cmake_path(GET file PARENT_PATH folder)
        cmake_path(RELATIVE_PATH CURRENT_PACKAGES_DIR BASE_DIRECTORY ${folder} OUTPUT_VARIABLE up)
        file(WRITE ${file} "prefix=\${pcfiledir}/${up}\n${text}")
    endforeach()
endfunction()

function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "COMMENT" "FILE_LIST")
    check_arguments(vcpkg_install_copyright FILE_LIST)
    file(INSTALL ${arg_FILE_LIST} DESTINATION ${CURRENT_PACKAGES_DIR}/share/${PORT} RENAME copyright)
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/post_build_checks.cmake)
include(${PORT_DIR}/portfile.cmake)
run_post_build_checks()
