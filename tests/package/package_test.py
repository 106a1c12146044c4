#!/usr/bin/env python3
"""Builds and runs programs of outlay's users, each in a folder outside of outlay's tree.

    package_test.py CASE SOURCE BUILD PREFIX COMPILER [PREFIX_PATH...]

The case `install` installs BUILD, the build folder of SOURCE, and moves that to PREFIX, which most other cases use.
PREFIX_PATH is where else CMake looks for packages.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# The environment of the user who runs the tests must not help.
LEADS_ELSEWHERE = ("CMAKE_PREFIX_PATH", "outlay_DIR", "outlay_ROOT", "CPATH", "CPLUS_INCLUDE_PATH")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in LEADS_ELSEWHERE}


def run(*command, succeeds=True, **environment):
    """What a command prints; ends the test if the command does not succeed, or does when it should not."""
    done = subprocess.run(
        command, env=ENVIRONMENT | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if (done.returncode == 0) != succeeds:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}\nexit status {done.returncode}")
    return done.stdout


def expect(condition, message):
    if not condition:
        sys.exit(message)


def pc_file(prefix):
    """outlay.pc of an installed outlay. The folder is lib, lib64 or lib/<architecture>: the file names a library."""
    found = list(prefix.rglob("outlay.pc"))
    expect(len(found) == 1 and "lib" in str(found[0].relative_to(prefix).parts[0]), f"outlay.pc is at {found}")
    return found[0]


class Case:
    def __init__(self, folder, source, build, prefix, compiler, *prefix_path):
        self.folder = Path(folder)
        self.source, self.build, self.prefix = map(Path, (source, build, prefix))
        self.compiler = compiler
        self.prefix_path = prefix_path

    def configure(self, name, *options, **result):
        """Configures a copy of the project tests/package/<name>, anew."""
        shutil.copytree(HERE / name, self.folder / name, dirs_exist_ok=True)
        shutil.copy(HERE / "main.cpp", self.folder / name)
        return self.configure_copy(name, *options, **result)

    def configure_copy(self, name, *options, **result):
        """Configures a project that is in the folder, anew."""
        shutil.rmtree(self.folder / "build", ignore_errors=True)
        return run(
            "cmake", "-G", "Ninja", "-S", self.folder / name, "-B", self.folder / "build",
            f"-DCMAKE_CXX_COMPILER={self.compiler}", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *options, **result,
        )  # fmt: skip

    def with_package(self):
        return "-DCMAKE_PREFIX_PATH=" + ";".join([str(self.prefix), *self.prefix_path])

    def with_source(self):
        return f"-DOUTLAY_SOURCE={self.source}", "-DCMAKE_PREFIX_PATH=" + ";".join(self.prefix_path)

    def compile(self, *flags, **result):
        """Compiles main.cpp without CMake, in a folder of its own."""
        shutil.copy(HERE / "main.cpp", self.folder)
        (self.folder / "build").mkdir(exist_ok=True)
        program = self.folder / "build/consumer"
        return run(self.compiler, "-std=c++20", "-o", program, self.folder / "main.cpp", *flags, **result)

    def check_program(self, result="2500.00"):
        printed = run(self.folder / "build/consumer")
        expect(printed == f"outlay {self.version()}: {result}\n", f"The program prints {printed}")

    def version(self):
        """As the installed package has it."""
        return run("pkg-config", "--modversion", "outlay", **self.pc_folder()).strip()

    def pc_folder(self):
        return {"PKG_CONFIG_PATH": str(pc_file(self.prefix).parent)}

    # --- the cases

    def install(self):
        first = self.folder / "first prefix"
        run("cmake", "--install", self.build, "--prefix", first)
        for path in filter(Path.is_file, first.rglob("*")):
            text = path.read_text(encoding="utf-8")
            for folder in map(str, (first, self.source, self.build)):
                expect(folder not in text, f"{path.relative_to(first)} cannot be moved: it names {folder}")
        shutil.rmtree(self.prefix, ignore_errors=True)
        shutil.move(first, self.prefix)

    def find_package(self):
        self.configure("find_package", self.with_package())
        run("cmake", "--build", self.folder / "build")
        self.check_package_is_used()
        self.check_program()

    def check_package_is_used(self):
        commands = json.loads((self.folder / "build/compile_commands.json").read_text(encoding="utf-8"))
        command = commands[0]["command"]
        expect(f"{self.prefix}/include" in command, f"The package is not what is used: {command}")
        expect(f"{self.source}/include" not in command, f"The tree is used: {command}")

    def own_vendor(self):
        """The example that users copy: a vendor in a project of its own."""
        shutil.copytree(self.source / "examples/own_vendor", self.folder / "own_vendor")
        self.configure_copy("own_vendor", self.with_package())
        run("cmake", "--build", self.folder / "build")
        self.check_package_is_used()
        printed = run(self.folder / "build/own_vendor")
        expected = (self.source / "tests/examples/own_vendor.txt").read_text(encoding="utf-8")
        expect(printed == expected, f"The program prints {printed}")

    def headers_only(self):
        """With a Boost of which only the headers are installed."""
        self.configure(
            "find_package", self.with_package(),
            "-DCMAKE_DISABLE_FIND_PACKAGE_boost_json=ON", "-DCMAKE_CXX_FLAGS=-DNO_BOOST_LIBRARY",
        )  # fmt: skip
        run("cmake", "--build", self.folder / "build")
        expect("boost_json" not in run("ldd", self.folder / "build/consumer"), "Boost.JSON's library is linked")
        self.check_program()

    def header_only(self):
        """The same, but the target compiles what is missing; and without either, the linker says what to do."""
        self.configure("find_package", self.with_package(), "-DTARGET=outlay::header_only")
        run("cmake", "--build", self.folder / "build")
        expect("boost_json" not in run("ldd", self.folder / "build/consumer"), "Boost.JSON's library is linked")
        self.check_program()

        said = self.compile("-I", self.prefix / "include", succeeds=False)
        expect("link_boost_json_or_include_outlay_src_hpp_in_one_file" in said, f"Without either: {said}")

    def add_subdirectory(self):
        self.configure("add_subdirectory", *self.with_source())
        run("cmake", "--build", self.folder / "build")
        self.check_program()

    def fetch_content(self):
        self.configure("fetch_content", *self.with_source(), "-DFETCHCONTENT_FULLY_DISCONNECTED=ON")
        run("cmake", "--build", self.folder / "build")
        self.check_program()

    def subproject(self):
        """Nothing leaks into the project, and only what was asked for is installed."""
        installed = self.folder / "installed"
        self.configure("subproject", *self.with_source())
        run("cmake", "--install", self.folder / "build", "--prefix", installed)
        expect(not installed.exists(), "As a subproject, outlay installs itself")
        self.configure("subproject", *self.with_source(), "-DOUTLAY_INSTALL=ON")
        run("cmake", "--install", self.folder / "build", "--prefix", installed)
        expect((installed / "include/outlay/outlay.hpp").exists(), "OUTLAY_INSTALL does not install")
        flags = pc_file(installed).read_text(encoding="utf-8")
        expect("} -I/nowhere/include\n" in flags and "-L/nowhere/lib -lboost_json-mt-1_90\n" in flags, flags)

    def transports(self):
        """Those of examples/transports: all are installed, and the target brings no library along."""
        self.configure("transports", self.with_package())
        run("cmake", "--build", self.folder / "build")
        self.check_program("not_sent")
        here = self.source / "examples/transports"
        installed = self.prefix / "include/outlay_transports"
        missing = {file.name for file in here.glob("*.hpp")} ^ {file.name for file in installed.iterdir()}
        expect(not missing, f"Not both in {here} and in {installed}: {missing}")
        targets = (self.prefix / "share/cmake/outlay/outlay-targets.cmake").read_text(encoding="utf-8")
        own = targets[targets.index("add_library(outlay::transports ") :].partition(")\n\n")[2].partition("add_library")[0]
        expect("INTERFACE_INCLUDE_DIRECTORIES" in own and "LINK_LIBRARIES" not in own, f"The target has {own}")

    def missing(self):
        """What find_package says when it cannot serve; what the project has itself need not be found."""
        def refusal(wanted, *options):
            found = self.configure("missing", self.with_package(), f"-DWANTED={wanted}", *options, succeeds=False)
            return " ".join(found.split())

        said = refusal("1.0")
        expect(f"outlay-config.cmake, version: {self.version()}" in said, f"Of another version: {said}")
        said = refusal("0.1", "-DSYSTEM=OFF")
        expect('provided by "Boost" (requested version 1.81)' in said, f"Of Boost: {said}")
        said = refusal("0.1", "-DCMAKE_DISABLE_FIND_PACKAGE_date=ON", "-DOUTLAY_DATE_INCLUDE_DIR=")
        expect("outlay needs Howard Hinnant's date library, 3.0.1 or newer" in said, f"Of date: {said}")
        self.configure("missing", self.with_package(), "-DWANTED=0.1", "-DSYSTEM=OFF", "-DOWN=ON")

    def pkg_config(self):
        flags = run("pkg-config", "--cflags", "--libs", "outlay", **self.pc_folder()).split()
        self.compile(*flags)
        self.check_program()

    def pkg_config_libs(self):
        """Libs: names the library of the configuration that is installed, by the name under which a linker finds it."""
        # The file of each configuration, below /nowhere, and what links it.
        files = {
            "Debug": ("debug/lib/libboost_json-d.so.1.89.0", "-L/nowhere/debug/lib -lboost_json-d"),
            "Release": ("lib/libboost_json.so.1.89.0", "-L/nowhere/lib -lboost_json"),
            "Tagged": ("lib/libboost_json-gcc12-mt-x64-1_89.so", "-L/nowhere/lib -lboost_json-gcc12-mt-x64-1_89"),
            "Archive": ("lib/libboost_json.a", "-L/nowhere/lib -lboost_json"),
            "Mingw": ("lib/libboost_json-mgw12-mt-x64.dll.a", "-L/nowhere/lib -lboost_json-mgw12-mt-x64"),
            "Mac": ("lib/libboost_json.1.89.dylib", "-L/nowhere/lib -lboost_json"),
            "Msvc": ("lib/boost_json-vc143-mt-x64.lib", "-L/nowhere/lib -lboost_json-vc143-mt-x64"),
            "Static": ("lib/libboost_json-vc143-mt-s-x64.lib", "-L/nowhere/lib -llibboost_json-vc143-mt-s-x64"),
            "Spaced": ("a folder/libboost_json.so", "-L/nowhere/a\\ folder -lboost_json"),
            "Other": ("lib/json.framework/json", "/nowhere/lib/json.framework/json"),
            "System": ("../usr/lib/libboost_json.so", "-lboost_json"),
        }  # fmt: skip

        def properties(*configurations):
            of = {f"IMPORTED_LOCATION_{c.upper()}": os.path.normpath(f"/nowhere/{files[c][0]}") for c in configurations}
            return {"IMPORTED_CONFIGURATIONS": r"\;".join(map(str.upper, configurations)), **of}

        def check(target, expected, *options, kind="SHARED"):
            """Configures with a target that has these properties, and reads what is said of each configuration."""
            pairs = ";".join(f"{name};{value}" for name, value in target.items())
            self.configure("pkg_config_libs", *self.with_source(), f"-DKIND={kind}", f"-DPROPERTIES={pairs}", *options)
            folder = self.folder / "build/outlay/pkgconfig"
            said = {path.parent.name: self.libs(path) for path in folder.rglob("outlay.pc")}
            expect(said == expected, f"Of {target}, {options}, Libs is {said}, not {expected}")

        every = {name: flags for name, (_, flags) in files.items()}
        check(properties(*files), every, "-GNinja Multi-Config", "-DCMAKE_CONFIGURATION_TYPES=" + ";".join(files))
        for name in "Debug", "Release":
            installed = self.folder / name
            run("cmake", "--install", self.folder / "build", "--config", name, "--prefix", installed)
            expect(self.libs(pc_file(installed)) == every[name], f"Installed for {name}: {self.libs(pc_file(installed))}")

        # The debug library is named first, as in vcpkg's packages.
        both = properties("Debug", "Release")
        for name in "Debug", "Release":
            check(both, {name: every[name]}, f"-DCMAKE_BUILD_TYPE={name}")
        check(both, {"Release": every["Release"]}, "-DCMAKE_BUILD_TYPE=")
        mapped = {**both, "MAP_IMPORTED_CONFIG_MINSIZEREL": r"None\;Release"}
        check(mapped, {"MinSizeRel": every["Release"]}, "-DCMAKE_BUILD_TYPE=MinSizeRel")
        check(properties("Release"), {"Debug": every["Release"]}, "-DCMAKE_BUILD_TYPE=Debug")
        # A DLL, beside which is the file that links it; and a target that has no file, as those of Conan.
        dll = {"IMPORTED_LOCATION": "/nowhere/bin/boost_json.dll", "IMPORTED_IMPLIB": "/nowhere/lib/boost_json.lib"}
        check(dll, {"Release": "-L/nowhere/lib -lboost_json"}, "-DCMAKE_BUILD_TYPE=Release")
        check({"SYSTEM": "ON"}, {"Release": "-lboost_json"}, "-DCMAKE_BUILD_TYPE=Release", kind="INTERFACE")

    @staticmethod
    def libs(file):
        """What a .pc file links."""
        lines = file.read_text(encoding="utf-8").splitlines()
        return next(line.removeprefix("Libs:").strip() for line in lines if line.startswith("Libs:"))

    def one_header(self):
        shutil.copy(self.prefix / "share/outlay/outlay.hpp", self.folder)
        self.compile("-DONE_HEADER", "-I", self.folder, "-lboost_json")
        self.check_program()

        both = "both its one header and a header of its tree are included"
        for first, second in ("outlay.hpp", "outlay/outlay.hpp"), ("outlay/value.hpp", "outlay.hpp"):
            mixed = self.folder / "mixed.cpp"
            mixed.write_text(f"#include <{first}>\n#include <{second}>\n")
            said = run(
                self.compiler, "-std=c++20", "-E", "-I", self.folder, "-I", self.prefix / "include", mixed, succeeds=False
            )
            expect(both in said, f"{first} before {second} does not say why it cannot be")
        said = self.compile("-DONE_HEADER", "-DOUTLAY_SEPARATE_COMPILATION", "-I", self.folder, succeeds=False)
        expect("needs outlay/src.hpp, which is only in the tree" in said, f"With separate compilation: {said}")


def main():
    name, *arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="outlay-") as folder:
        getattr(Case(folder, *arguments), name)()


if __name__ == "__main__":
    main()
