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

# --- pkg-config, which has no file for Boost or date: where they are is told here, unless compilers look there anyway

set(pc_flags)
set(pc_libraries)
foreach(target Boost::json Boost::headers date::date)
    if(TARGET ${target})
        get_target_property(folders ${target} INTERFACE_INCLUDE_DIRECTORIES)
        foreach(folder IN LISTS folders)
            if(IS_ABSOLUTE "${folder}" AND NOT folder IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
                list(APPEND pc_flags "-I${folder}")
            endif()
        endforeach()
    endif()
endforeach()
if(TARGET Boost::json)
    set(pc_libraries -lboost_json)
    get_target_property(imported Boost::json IMPORTED)
    if(imported)
        get_target_property(library Boost::json LOCATION)
        cmake_path(GET library STEM name)
        string(REGEX REPLACE "^lib" "-l" pc_libraries ${name})
        cmake_path(GET library PARENT_PATH folder)
        if(NOT folder IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES)
            list(PREPEND pc_libraries "-L${folder}")
        endif()
    endif()
endif()
list(REMOVE_DUPLICATES pc_flags)
list(JOIN pc_flags " " pc_flags)
list(JOIN pc_libraries " " pc_libraries)

set(pc_dir ${CMAKE_INSTALL_DATADIR}/pkgconfig)
cmake_path(
    RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR
    BASE_DIRECTORY ${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig
    OUTPUT_VARIABLE pc_includes
)
configure_file(cmake/outlay.pc.in outlay.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/outlay.pc DESTINATION ${pc_dir})

# --- the one header, made when it is installed, as nothing has to be built before

if(TARGET outlay_one_header)
    list(JOIN make_one_header "\" \"" command)
    install(CODE "execute_process(COMMAND \"${command}\" COMMAND_ERROR_IS_FATAL ANY)")
    install(FILES ${one_header_folder}/outlay.hpp DESTINATION ${CMAKE_INSTALL_DATADIR}/outlay)
endif()
