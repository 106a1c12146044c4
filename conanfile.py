"""Conan 2 recipe. `conan create . -s compiler.cppstd=20` packs this checkout, builds a program with the package and
runs it.
"""
import os
import re

from conan import ConanFile
from conan.errors import ConanException, ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.scm import Version

required_conan_version = ">=2.0"

# Compilers that outlay is tested with, and the oldest versions of them.
TESTED = {"gcc": "12", "clang": "16"}
# The reasons for refusing others. A compiler that is not named here is refused as untested.
REFUSED = {
    "apple-clang": "its standard library lacks std::to_chars of a double for targets before macOS 13.3, and no test runs there",
}


class OutlayRecipe(ConanFile):
    name = "outlay"
    description = "Budgets as advertising, marketing and cloud-cost APIs speak them"
    license = "BSL-1.0"
    topics = ("budget", "advertising", "money", "json", "json-schema", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    # Only date.h of date is used, which needs neither its library nor libcurl.
    default_options = {"date/*:header_only": True}
    exports_sources = "include/*", "examples/transports/*.hpp", "LICENSE"
    no_copy_source = True
    test_package_folder = "tests/package/conan/test_package"

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include", "outlay", "version.hpp"))
        numbers = [re.search(rf"#define OUTLAY_VERSION_{part} (\d+)", header) for part in ("MAJOR", "MINOR", "PATCH")]
        if not all(numbers):
            raise ConanException("no version in include/outlay/version.hpp")
        self.version = ".".join(number[1] for number in numbers)

    def requirements(self):
        self.requires("boost/[>=1.81 <2]")
        self.requires("date/[>=3.0.1 <4]")

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)
        compiler = str(self.settings.compiler)
        if compiler not in TESTED:
            why = REFUSED.get(compiler, "no test runs with it")
            others = " and ".join(f"{name} {oldest}" for name, oldest in TESTED.items())
            raise ConanInvalidConfiguration(f"outlay refuses {compiler}: {why}. It takes {others}, or newer")
        version = self.settings.compiler.version
        if Version(version) < TESTED[compiler]:
            raise ConanInvalidConfiguration(f"outlay needs {compiler} {TESTED[compiler]} or newer, and this is {version}")
        if self.settings.get_safe("compiler.libcxx") == "libstdc++":
            raise ConanInvalidConfiguration(
                "outlay refuses compiler.libcxx=libstdc++: std::string of that ABI is not constexpr. It takes libstdc++11 and "
                "libc++"
            )
        if self.settings.get_safe("compiler.runtime"):
            raise ConanInvalidConfiguration(
                f"outlay needs libstdc++ or libc++, and this {compiler} uses the standard library of msvc, which no test does"
            )

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        include = os.path.join(self.package_folder, "include")
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), include)
        transports = os.path.join(self.source_folder, "examples", "transports")
        copy(self, "*.hpp", transports, os.path.join(include, "outlay_transports"))

    def package_info(self):
        # The names are Conan's defaults and those of the CMake package: outlay, outlay::outlay, outlay.pc.
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        # The compiled Boost.JSON where there is one; otherwise the headers, for programs with outlay/src.hpp in one file.
        boost = self.dependencies["boost"].options
        compiled = not boost.get_safe("header_only") and not boost.get_safe("without_json")
        self.cpp_info.requires = ["boost::json" if compiled else "boost::headers", "date::date"]
        self.cpp_info.defines = ["OUTLAY_LINKS_BOOST_JSON"] if compiled else []
