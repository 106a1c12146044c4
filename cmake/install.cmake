include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Headers only: the same files serve every architecture.
set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/outlay)
configure_package_config_file(
    cmake/outlay-config.cmake.in outlay-config.cmake
    INSTALL_DESTINATION ${package_dir}
    NO_SET_AND_CHECK_MACRO
)
write_basic_package_version_file(outlay-config-version.cmake COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)

install(TARGETS outlay EXPORT outlay-targets FILE_SET HEADERS)
if(TARGET outlay_header_only)
    target_include_directories(outlay_header_only INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    target_sources(outlay_header_only INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_DATADIR}/outlay/src.cpp>)
    install(TARGETS outlay_header_only EXPORT outlay-targets)
    install(FILES cmake/src.cpp DESTINATION ${CMAKE_INSTALL_DATADIR}/outlay)
endif()
target_include_directories(outlay_transports INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
install(TARGETS outlay_transports EXPORT outlay-targets)
install(DIRECTORY examples/transports/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/outlay_transports FILES_MATCHING PATTERN *.hpp)
install(EXPORT outlay-targets NAMESPACE outlay:: DESTINATION ${package_dir})
install(
    FILES
        ${PROJECT_BINARY_DIR}/outlay-config.cmake
        ${PROJECT_BINARY_DIR}/outlay-config-version.cmake
        cmake/outlay-date.cmake
    DESTINATION ${package_dir}
)

include(cmake/pkg_config.cmake)
install(FILES cmake/debuggers/outlay_gdb.py cmake/debuggers/outlay.natvis DESTINATION ${CMAKE_INSTALL_DATADIR}/outlay)

# --- the one header and the module unit, made when they are installed, as nothing has to be built before

if(TARGET outlay_one_header)
    foreach(make IN ITEMS make_one_header make_module_unit)
        list(JOIN ${make} "\" \"" command)
        install(CODE "execute_process(COMMAND \"${command}\" COMMAND_ERROR_IS_FATAL ANY)")
    endforeach()
    install(FILES ${one_header_folder}/outlay.hpp ${module_unit} DESTINATION ${CMAKE_INSTALL_DATADIR}/outlay)
endif()
