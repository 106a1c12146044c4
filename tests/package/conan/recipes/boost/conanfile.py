"""The system's Boost under the names of Conan Center's recipe, as far as outlay uses them."""
import re

from conan import ConanFile
from conan.errors import ConanException
from conan.tools.files import load


class SystemBoost(ConanFile):
    name = "boost"
    package_type = "shared-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"header_only": [True, False], "without_json": [True, False]}
    default_options = {"header_only": False, "without_json": False}

    def set_version(self):
        found = re.search(r'#define BOOST_LIB_VERSION "(\d+)_(\d+)"', load(self, "/usr/include/boost/version.hpp"))
        if not found:
            raise ConanException("no version in /usr/include/boost/version.hpp")
        self.version = f"{found[1]}.{found[2]}.0"

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "Boost")
        headers = self.cpp_info.components["headers"]
        headers.set_property("cmake_target_name", "Boost::headers")
        headers.includedirs = ["/usr/include"]
        headers.libdirs = headers.bindirs = []
        if not self.options.header_only and not self.options.without_json:
            json = self.cpp_info.components["json"]
            json.set_property("cmake_target_name", "Boost::json")
            json.system_libs = ["boost_json"]
            json.includedirs = json.libdirs = json.bindirs = []
            json.requires = ["headers"]
