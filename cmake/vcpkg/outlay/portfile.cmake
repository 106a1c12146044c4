set(VCPKG_BUILD_TYPE release) # header-only: nothing differs in a debug build

# The checkout with this port. vcpkg's binary cache depends on the port's files, not the checkout's: after a change to
# the headers, remove the package, then install it with --no-binarycaching. In a registry vcpkg_from_github() would set
# SOURCE_PATH, and nothing else would differ.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
foreach(file IN ITEMS CMakeLists.txt LICENSE include/outlay/version.hpp cmake/install.cmake)
    if(NOT EXISTS "${SOURCE_PATH}/${file}")
        message(
            FATAL_ERROR
            "This port packs the checkout of outlay that it is part of, and ${SOURCE_PATH} is no such checkout: ${file} "
            "is missing there. Leave the port in cmake/vcpkg of a checkout, and name that folder by --overlay-ports; or "
            "set SOURCE_PATH in ${CMAKE_CURRENT_LIST_DIR}/portfile.cmake."
        )
    endif()
endforeach()

vcpkg_find_acquire_program(PYTHON3) # makes the one header, share/outlay/outlay.hpp

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        -DOUTLAY_BUILD_TESTS=OFF
        -DOUTLAY_BUILD_EXAMPLES=OFF
        -DOUTLAY_BUILD_BENCHMARKS=OFF
        -DOUTLAY_INSTALL=ON
        "-DPython3_EXECUTABLE=${PYTHON3}"
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/outlay)
vcpkg_fixup_pkgconfig()

file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
