#!/usr/bin/env python3
"""Checks vcpkg's files: the two manifests, and that the port makes a package that a project can use.

    vcpkg_test.py <cmake> <folder to work in>

vcpkg is not needed: stand_ins.cmake has the functions that the port calls.
"""

import json
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PORT = ROOT / "cmake/vcpkg/outlay"
PROGRAM = HERE.parent / "main.cpp"

# The order in which `vcpkg format-manifest` writes the fields that are used here.
FIELDS = ["name", "host", "version", "description", "license", "dependencies", "features"]

if len(sys.argv) != 3:
    sys.exit(__doc__)
work = Path(sys.argv.pop()).resolve()
cmake = sys.argv.pop()
shutil.rmtree(work, ignore_errors=True)


def must(*command):
    """Output of a command that must succeed."""
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise AssertionError(f"exit code {done.returncode} of {' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def run_port(port, folder, installed):
    """Exit code and output of vcpkg's stand-in, which packs a port in a folder as if for a folder of installed packages."""
    python = folder / "acquired-python3"
    folder.mkdir(parents=True)
    python.symlink_to(sys.executable)
    command = [cmake, "-D", "PORT=outlay", "-D", f"PORT_DIR={port}", "-D", f"CURRENT_BUILDTREES_DIR={folder / 'build'}",
               "-D", f"CURRENT_PACKAGES_DIR={folder / 'packages'}", "-D", f"CURRENT_INSTALLED_DIR={installed}",
               "-D", f"PYTHON={python}", "-P", HERE / "stand_ins.cmake"]
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def version():
    header = (ROOT / "include/outlay/version.hpp").read_text()
    return ".".join(re.search(rf"OUTLAY_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def included_ports():
    """The ports with the headers that outlay includes."""
    text = "".join(p.read_text() for p in (ROOT / "include").rglob("*.hpp"))
    boost = {"boost-" + name for name in re.findall(r"#include <boost/(\w+)", text)}
    return boost | ({"date"} if "#include <date/" in text else set())


def names(dependencies):
    return [d if isinstance(d, str) else d["name"] for d in dependencies]


def formatted(value):
    """A manifest as `vcpkg format-manifest` writes it: fields in their order, dependencies by name."""
    if isinstance(value, dict):
        known = sorted((k for k in value if k in FIELDS), key=FIELDS.index)
        return {k: formatted(value[k]) for k in known + sorted(set(value) - set(FIELDS))}
    if isinstance(value, list):
        return sorted(map(formatted, value), key=lambda d: names([d]))
    return value


class Manifests(unittest.TestCase):
    def setUp(self):
        self.texts = [path.read_text() for path in (ROOT / "vcpkg.json", PORT / "vcpkg.json")]
        self.project, self.port = map(json.loads, self.texts)

    def test_formatted(self):
        for text in self.texts:
            self.assertEqual(text, json.dumps(formatted(json.loads(text)), indent=2) + "\n")

    def test_dependencies_are_what_the_headers_include(self):
        self.assertEqual(set(names(self.project["dependencies"])), included_ports())
        tools = [{"name": "vcpkg-cmake", "host": True}, {"name": "vcpkg-cmake-config", "host": True}]
        self.assertEqual(self.port["dependencies"], self.project["dependencies"] + tools)

    def test_version_and_description(self):
        for manifest in self.project, self.port:
            self.assertEqual(manifest["version"], version())
        for field in "name", "description", "license":
            self.assertEqual(self.project[field], self.port[field])


class Port(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = work / "installed"
        code, output = run_port(PORT, work / "port", cls.package)
        if code:
            raise AssertionError(output)
        # vcpkg moves the package: files that are still searched in the old place are not found.
        (work / "port/packages").rename(cls.package)
        cls.files = {str(p.relative_to(cls.package)) for p in cls.package.rglob("*") if p.is_file()}

    def test_files(self):
        headers = {str(p.relative_to(ROOT)) for p in (ROOT / "include").rglob("*.hpp")}
        headers |= {"include/outlay_transports/" + p.name for p in (ROOT / "examples/transports").glob("*.hpp")}
        self.assertEqual({f for f in self.files if f.startswith("include/")}, headers)
        for name in "outlay-config.cmake", "outlay-config-version.cmake", "outlay-targets.cmake", "copyright", "usage":
            self.assertIn("share/outlay/" + name, self.files)
        self.assertEqual((self.package / "share/outlay/copyright").read_text(), (ROOT / "LICENSE").read_text())

    def test_nothing_else(self):
        """Besides headers: files of CMake, pkg-config and vcpkg, and the one header. None names a folder of the build."""
        self.assertEqual({f for f in self.files if not re.match("include/|share/outlay/", f)}, {"lib/pkgconfig/outlay.pc"})
        for name in self.files:
            for folder in work, ROOT:
                self.assertNotIn(str(folder), (self.package / name).read_text(), name)

    def test_one_header(self):
        """The one header is made by the Python that vcpkg acquires."""
        self.assertIn("share/outlay/outlay.hpp", self.files)
        cache = (work / "port/build/CMakeCache.txt").read_text()
        self.assertRegex(cache, rf"(?m)^Python3_EXECUTABLE:\w+={work}/port/acquired-python3$")

    def test_pkg_config(self):
        """The file finds the package in its place, and links the libraries of a program that uses outlay."""
        flags = must("env", f"PKG_CONFIG_PATH={self.package}/lib/pkgconfig", "pkg-config", "--cflags", "--libs", "outlay")
        includes = [Path(flag[2:]).resolve() for flag in flags.split() if flag.startswith("-I")]
        self.assertIn(self.package / "include", includes)
        self.assertIn("-lboost_json", flags.split())

    def test_a_project_as_the_file_usage_says(self):
        usage = (self.package / "share/outlay/usage").read_text()
        lines = re.findall("^ +.*", usage, re.MULTILINE)
        self.assertEqual(lines.pop(), "  target_link_libraries(main PRIVATE outlay::header_only)")
        other = ["add_executable(other src.cpp)", "target_link_libraries(other PRIVATE outlay::header_only)"]
        project = work / "project"
        project.mkdir()
        (project / "src.cpp").write_text("int main() {}")
        (project / "CMakeLists.txt").write_text("\n".join(
            ["cmake_minimum_required(VERSION 3.25)", "project(main LANGUAGES CXX)", f"add_executable(main {PROGRAM})"]
            + lines + other))
        must(cmake, "-G", "Ninja", "-S", project, "-B", project / "build", "-DCMAKE_BUILD_TYPE=Debug",
             f"-DCMAKE_PREFIX_PATH={self.package}")
        found = f"outlay_DIR:PATH={self.package}/share/outlay\n"
        self.assertIn(found, (project / "build/CMakeCache.txt").read_text())
        must(cmake, "--build", project / "build", "--target", "main")
        self.assertEqual(must(project / "build/main"), f"outlay {version()}: 2500.00\n")


class PortElsewhere(unittest.TestCase):
    """The port's files, copied out of the checkout."""

    def test_says_what_is_missing(self):
        folder = work / "elsewhere"
        port = folder / "ports/outlay"
        shutil.copytree(PORT, port)
        code, output = run_port(port, folder / "run", folder / "installed")
        said = " ".join(output.split())
        self.assertNotEqual(code, 0)
        self.assertIn(f"{folder.parent} is no such checkout: CMakeLists.txt is missing there", said)
        self.assertIn("name that folder by --overlay-ports", said)


class PostBuildChecks(unittest.TestCase):
    """The stand-in finds the faults that vcpkg warns of: each in a package that has no other."""

    CORRECT = {
        "include/a.hpp": "int a(); // of ${CURRENT_BUILDTREES_DIR}",
        "share/outlay/copyright": "Public domain",
        "share/outlay/usage": "#include",
        "share/outlay/outlay-config.cmake": "# made in ${CURRENT_PACKAGES_DIR}",
        "share/pkgconfig/headers.pc": "Libs: ",
        "lib/pkgconfig/library.pc": "Libs: -la",
    }

    def problems(self, **changes):
        """The faults of the package with changed files: None removes one, True makes a folder."""
        folder = work / "checks"
        shutil.rmtree(folder, ignore_errors=True)
        port = folder / "port"
        port.mkdir(parents=True)
        (port / "usage").write_text("#include")
        lines = []
        for name, text in {**self.CORRECT, **changes}.items():
            place = f"${{CURRENT_PACKAGES_DIR}}/{name}"
            if text is True:
                lines.append(f'file(MAKE_DIRECTORY "{place}")')
            elif text is not None:
                lines.append(f'file(WRITE "{place}" "{text}")')
        (port / "portfile.cmake").write_text("\n".join(lines))
        code, output = run_port(port, folder / "run", folder / "installed")
        found = re.findall(r"^ +(\S+: .*)", output.partition("Post-build checks:")[2], re.MULTILINE)
        self.assertEqual(bool(code), bool(found), output)
        return found

    def test_a_correct_package(self):
        self.assertEqual(self.problems(), [])

    def test_faults(self):
        packed, build = work / "checks/run/packages", work / "checks/run/build"
        for name, text, problem in (
            ("include/a.hpp", None, "include: no file"),
            ("debug/include/a.hpp", "int a();", "debug/include: headers are installed twice"),
            ("debug/share/a/b.cmake", "", "debug/share: must not be there"),
            ("cmake/a.cmake", "", "cmake: CMake files are not in share/outlay"),
            ("lib/cmake/a/a.cmake", "", "lib/cmake: CMake files are not in share/outlay"),
            ("debug/lib/cmake/a.cmake", "", "debug/lib/cmake: CMake files are not in share/outlay"),
            ("share/outlay/copyright", None, "share/outlay/copyright: not installed"),
            ("share/outlay/usage", None, "share/outlay/usage: the port has the file, and does not install it"),
            ("share/empty", True, "share/empty: an empty folder"),
            ("README.md", "", "README.md: a file in no folder"),
            ("debug/README.md", "", "debug/README.md: a file in no folder"),
            ("share/pkgconfig/a.pc", "Libs: -la", "share/pkgconfig/a.pc: not in lib/pkgconfig"),
            ("share/pkgconfig/a.pc", "Libs.private: -la", "share/pkgconfig/a.pc: not in lib/pkgconfig"),
            ("share/outlay/a.pc", "Libs:", "share/outlay/a.pc: not in lib/pkgconfig"),
            ("share/a.pc", "Libs: -la", "share/a.pc: not in lib/pkgconfig"),
            ("lib/pkgconfig/a.pc", "Libs: -L${CURRENT_PACKAGES_DIR}/lib",
             f"lib/pkgconfig/a.pc: the absolute path {packed}"),
            ("include/b.hpp", "#define FOLDER \\\"${CURRENT_BUILDTREES_DIR}\\\"", f"include/b.hpp: the absolute path {build}"),
            ("share/outlay/a.cmake", "set(a ${CURRENT_INSTALLED_DIR}/a)",
             f"share/outlay/a.cmake: the absolute path {work / 'checks/installed'}"),
        ):
            with self.subTest(name=name, text=text):
                self.assertEqual(self.problems(**{name: text}), [problem])


if __name__ == "__main__":
    unittest.main()
