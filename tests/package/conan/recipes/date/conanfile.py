"""The system's date under the names of Conan Center's recipe, as far as outlay uses them."""
from conan import ConanFile


class SystemDate(ConanFile):
    name = "date"
    version = "3.0.1"  # its headers do not have it
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"header_only": [True, False]}
    default_options = {"header_only": False}

    def package_info(self):
        self.cpp_info.set_property("cmake_target_name", "date::date")
        self.cpp_info.includedirs = ["/usr/include"]
        self.cpp_info.libdirs = self.cpp_info.bindirs = []
        if self.options.header_only:
            self.cpp_info.defines = ["DATE_HEADER_ONLY"]
