# Boost's headers without its libraries, for compilers that must not see the other headers of the system: run links
# boost/ and date/ into a folder of their own, OUTLAY_PLATFORM_INCLUDES.
add_library(Boost::headers INTERFACE IMPORTED)
target_include_directories(Boost::headers INTERFACE ${OUTLAY_PLATFORM_INCLUDES})
