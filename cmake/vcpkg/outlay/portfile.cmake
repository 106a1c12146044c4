set(VCPKG_BUILD_TYPE release) # header-only: nothing differs in a debug build

# The checkout that this port is in. vcpkg's binary cache knows the port's files, not the checkout's: after a change to
# the headers, install with --no-binarycaching. In a registry vcpkg_from_github() would set SOURCE_PATH, and nothing
# else would differ.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        -DOUTLAY_BUILD_TESTS=OFF
        -DOUTLAY_BUILD_EXAMPLES=OFF
        -DOUTLAY_BUILD_BENCHMARKS=OFF
        -DOUTLAY_INSTALL=ON
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/outlay)
vcpkg_fixup_pkgconfig()

file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
