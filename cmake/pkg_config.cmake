# outlay.pc, for pkg-config, which has no file for Boost or date: this file has their folders, unless compilers search them
# anyway. It names a library of one architecture and one configuration, hence lib/pkgconfig, not share/pkgconfig.

# The file that a program of a configuration links for an imported target, by the rules of CMake: empty for a target that
# has none, as an INTERFACE library. Not the property LOCATION: that is the library's of whichever configuration is named
# first, and on Windows that of a DLL.
function(outlay_linked_file target configuration result)
    string(TOUPPER "${configuration}" configuration)
    get_target_property(suffixes ${target} MAP_IMPORTED_CONFIG_${configuration})
    if(NOT suffixes)
        get_target_property(others ${target} IMPORTED_CONFIGURATIONS)
        if(NOT others)
            set(others "")
        endif()
        set(suffixes ${configuration} "" ${others}) # "": the properties that name no configuration
    endif()
    set(file "")
    foreach(suffix IN LISTS suffixes)
        string(TOUPPER "${suffix}" suffix)
        string(REGEX REPLACE "(.+)" "_\\1" suffix "${suffix}")
        foreach(property IN ITEMS IMPORTED_IMPLIB IMPORTED_LOCATION)
            get_target_property(found ${target} ${property}${suffix})
            if(found AND NOT file)
                set(file "${found}")
            endif()
        endforeach()
    endforeach()
    set(${result} "${file}" PARENT_SCOPE)
endfunction()

# The flags that link a library: -L and -l; or the file itself, if its name is none that -l finds.
function(outlay_link_flags library result)
    cmake_path(GET library FILENAME name)
    cmake_path(GET library PARENT_PATH folder)
    set(flags "${library}")
    # Of x.lib the whole stem is the name, even where it begins with lib: Boost has libboost_json-vc143-mt-s-x64.lib.
    foreach(
        pattern
        IN
        ITEMS
            "(.+)[.]lib"
            "lib(.+)[.]dll[.]a"
            "lib(.+)[.](a|tbd)"
            "lib(.+)[.]so([.][0-9]+)*"
            "lib([^.]+)([.][0-9]+)*[.]dylib"
    )
        if(name MATCHES "^${pattern}$")
            set(flags "-l${CMAKE_MATCH_1}")
            if(NOT folder IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES)
                list(PREPEND flags "-L${folder}")
            endif()
            break()
        endif()
    endforeach()
    set(${result} "${flags}" PARENT_SCOPE)
endfunction()

# A list of flags as a line of a .pc file.
function(outlay_pc_line flags result)
    list(REMOVE_DUPLICATES flags)
    list(TRANSFORM flags REPLACE " " "\\\\ ")
    list(JOIN flags " " flags)
    set(${result} "${flags}" PARENT_SCOPE)
endfunction()

# Installs outlay.pc of the configuration that is installed.
function(outlay_install_pc)
    set(pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
    cmake_path(
        RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR
        BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
        OUTPUT_VARIABLE pc_includes
    )

    set(pc_flags "")
    foreach(target IN ITEMS Boost::json Boost::headers date::date)
        if(TARGET ${target})
            get_target_property(folders ${target} INTERFACE_INCLUDE_DIRECTORIES)
            foreach(folder IN LISTS folders)
                if(IS_ABSOLUTE "${folder}" AND NOT folder IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
                    list(APPEND pc_flags "-I${folder}")
                endif()
            endforeach()
        endif()
    endforeach()
    outlay_pc_line("${pc_flags}" pc_flags)

    get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
    if(multi_config)
        set(configurations ${CMAKE_CONFIGURATION_TYPES})
        set(installed "$<CONFIG>")
    else()
        # README.md configures outlay without a build type. A debug library would be what CMake links then,
        # if it is named first; a program that pkg-config serves has more use for the other.
        set(configurations "${CMAKE_BUILD_TYPE}")
        if(NOT configurations)
            set(configurations Release)
        endif()
        set(installed "${configurations}")
    endif()

    foreach(configuration IN LISTS configurations)
        set(pc_libraries "")
        if(TARGET Boost::json)
            set(pc_libraries -lboost_json)
            outlay_linked_file(Boost::json ${configuration} library)
            if(library)
                outlay_link_flags("${library}" pc_libraries)
            endif()
        endif()
        outlay_pc_line("${pc_libraries}" pc_libraries)
        configure_file(${PROJECT_SOURCE_DIR}/cmake/outlay.pc.in pkgconfig/${configuration}/outlay.pc @ONLY)
    endforeach()
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/pkgconfig/${installed}/outlay.pc DESTINATION ${pc_dir})
endfunction()

outlay_install_pc()
