# outlay::header_only, for programs that do not link the library of Boost.JSON: compiles it with their own sources.
if(NOT TARGET Boost::headers)
    return() # a project's own Boost::json has no headers without its library
endif()
add_library(outlay_header_only INTERFACE)
add_library(outlay::header_only ALIAS outlay_header_only)
set_target_properties(outlay_header_only PROPERTIES EXPORT_NAME header_only)
target_compile_features(outlay_header_only INTERFACE cxx_std_20)
target_include_directories(outlay_header_only INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
target_sources(outlay_header_only INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/cmake/src.cpp>)
target_link_libraries(outlay_header_only INTERFACE Boost::headers date::date)
