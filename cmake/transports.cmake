# outlay::transports, for programs that use the transports of examples/transports where they are, instead of copies:
# #include <outlay_transports/curl_transport.hpp>. Adds the folder and no library: the header names the one it needs.
set(transports_folder ${PROJECT_BINARY_DIR}/transports)
file(MAKE_DIRECTORY ${transports_folder})
file(
    CREATE_LINK ${PROJECT_SOURCE_DIR}/examples/transports ${transports_folder}/outlay_transports
    COPY_ON_ERROR SYMBOLIC
)
add_library(outlay_transports INTERFACE)
add_library(outlay::transports ALIAS outlay_transports)
set_target_properties(outlay_transports PROPERTIES EXPORT_NAME transports)
target_compile_features(outlay_transports INTERFACE cxx_std_20)
target_include_directories(outlay_transports INTERFACE $<BUILD_INTERFACE:${transports_folder}>)
