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


def must(*command):
    """Output of a command that has to succeed."""
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise AssertionError(f"exit code {done.returncode} of {' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def version():
    header = (ROOT / "include/outlay/version.hpp").read_text()
    return ".".join(re.search(rf"OUTLAY_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def included_ports():
    """The ports that have what outlay's headers include."""
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
        shutil.rmtree(work, ignore_errors=True)
        packed = work / "packages"
        cls.package = work / "installed"
        must(cmake, "-D", "PORT=outlay", "-D", f"PORT_DIR={PORT}", "-D", f"CURRENT_BUILDTREES_DIR={work / 'build'}",
             "-D", f"CURRENT_PACKAGES_DIR={packed}", "-D", f"CURRENT_INSTALLED_DIR={cls.package}",
             "-P", HERE / "stand_ins.cmake")
        packed.rename(cls.package)  # as vcpkg moves it: what is still looked for in the old place is not found
        cls.files = {str(p.relative_to(cls.package)) for p in cls.package.rglob("*") if p.is_file()}

    def test_files(self):
        headers = {str(p.relative_to(ROOT)) for p in (ROOT / "include").rglob("*.hpp")}
        headers |= {"include/outlay_transports/" + p.name for p in (ROOT / "examples/transports").glob("*.hpp")}
        self.assertEqual({f for f in self.files if f.startswith("include/")}, headers)
        for name in "outlay-config.cmake", "outlay-config-version.cmake", "outlay-targets.cmake", "copyright", "usage":
            self.assertIn("share/outlay/" + name, self.files)
        self.assertEqual((self.package / "share/outlay/copyright").read_text(), (ROOT / "LICENSE").read_text())

    def test_nothing_where_vcpkg_wants_nothing(self):
        """What vcpkg's checks after a build refuse in a header-only package."""
        self.assertEqual({f.split("/")[0] for f in self.files}, {"include", "share"})
        self.assertFalse({f for f in self.files if f.startswith("share/cmake/")})
        empty = [p for p in self.package.rglob("*") if p.is_dir() and not any(p.iterdir())]
        self.assertEqual(empty, [])
        for name in self.files:
            for folder in work, ROOT:
                self.assertNotIn(str(folder), (self.package / name).read_text(), name)

    def test_a_project_as_the_file_usage_tells(self):
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


if __name__ == "__main__":
    unittest.main()
