#!/usr/bin/env python3
"""Packs outlay with Conan 2 and uses the package.

    conan_test.py <folder to work in>

Conan comes from the Python registry into a virtual environment, which is kept. No server is asked for packages: Boost
and date are those of the system, under the recipes in recipes/.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

CONAN = "conan==2.34.0"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SPOKEN = r"outlay \d+\.\d+\.\d+: 2500\.00\s*\Z"  # what ../main.cpp prints
# Debug: quicker to build. Ninja: make is not among what outlay installs.
SETTINGS = ["-s", "compiler.cppstd=20", "-s", "build_type=Debug", "-c", "tools.cmake.cmaketoolchain:generator=Ninja"]

work = Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else sys.exit(__doc__)


def run(*command, cwd=work, env=None):
    """Exit code and output of a command."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def must(*command, **how):
    """Output of a command that has to succeed."""
    code, output = run(*command, **how)
    if code:
        raise AssertionError(f"exit code {code} of {' '.join(map(str, command))}\n{output}")
    return output


def install_conan():
    """Conan's own Python, in the virtual environment. Debian's python3 is preferred: it is what has a module venv."""
    venv = work / "venv"
    marker = venv / "installed"
    if not marker.is_file() or marker.read_text() != CONAN:
        shutil.rmtree(venv, ignore_errors=True)
        python = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable
        must(python, "-m", "venv", venv)
        must(venv / "bin/pip", "--disable-pip-version-check", "--quiet", "install", CONAN)
        marker.write_text(CONAN)
    return venv / "bin/conan"


class Conan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        work.mkdir(parents=True, exist_ok=True)
        cls.program = install_conan()
        home = work / "home"
        shutil.rmtree(home, ignore_errors=True)
        cls.env = {**os.environ, "CONAN_HOME": str(home)}
        cls.must("profile", "detect")
        cls.must("remote", "disable", "*")
        for recipe in "boost", "date":
            cls.must("export", HERE / "recipes" / recipe)
        cls.created = cls.create()

    @classmethod
    def run_conan(cls, *arguments, **how):
        return run(cls.program, *arguments, env=cls.env, **how)

    @classmethod
    def must(cls, *arguments, **how):
        return must(cls.program, *arguments, env=cls.env, **how)

    @classmethod
    def create(cls, *arguments):
        """Packs the checkout, builds its test_package and runs that."""
        folder = work / "test_package"
        shutil.rmtree(folder, ignore_errors=True)
        return cls.must("create", ROOT, "--build=missing", *SETTINGS,
                        "-c", f"tools.cmake.cmake_layout:test_folder={folder}", *arguments)

    def graph(self, *arguments):
        """Conan's node of outlay, when a consumer with these settings asks for it."""
        output = subprocess.run([self.program, "graph", "info", "--requires=outlay/[*]", "--format=json", *arguments],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        return next(n for n in json.loads(output)["graph"]["nodes"].values() if n["name"] == "outlay")

    def test_its_own_program_runs(self):
        self.assertRegex(self.created, SPOKEN)

    def test_only_headers_and_license_are_packed(self):
        node = self.graph("-s", "compiler.cppstd=20")
        folder = Path(self.must("cache", "path", f"{node['ref']}:{node['package_id']}").strip())
        packed = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
        headers = {str(p.relative_to(ROOT)) for p in (ROOT / "include").rglob("*.hpp")}
        headers |= {"include/outlay_transports/" + p.name for p in (ROOT / "examples/transports").glob("*.hpp")}
        self.assertEqual(packed, headers | {"licenses/LICENSE", "conaninfo.txt", "conanmanifest.txt"})

    def test_without_the_compiled_boost_json(self):
        output = self.create("-o", "boost/*:header_only=True")
        self.assertRegex(output, SPOKEN)
        self.assertNotIn("Boost::json", output)

    def test_a_project_elsewhere(self):
        """The README's conanfile.txt, and the CMakeLists.txt that serves an installed outlay."""
        project = work / "project"
        shutil.rmtree(project, ignore_errors=True)
        project.mkdir()
        for name in "find_package/CMakeLists.txt", "main.cpp":
            shutil.copy(HERE.parent / name, project)
        readme = (ROOT / "README.md").read_text()
        (project / "conanfile.txt").write_text(re.search(r"```ini\n(.*?)```", readme, re.DOTALL)[1])
        self.must("install", ".", "--build=missing", *SETTINGS, cwd=project)
        must("cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DCMAKE_TOOLCHAIN_FILE=conan_toolchain.cmake",
             "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", cwd=project)
        must("cmake", "--build", "build", cwd=project)
        self.assertRegex(must(project / "build/consumer"), SPOKEN)
        # That date comes with outlay: the system's is found anyhow, this macro of its recipe is not.
        self.assertIn("-DDATE_HEADER_ONLY", (project / "build/compile_commands.json").read_text())

    def test_cpp_17_is_refused(self):
        code, output = self.run_conan("create", ROOT, "-s", "compiler.cppstd=17", "--build=missing")
        self.assertNotEqual(code, 0)
        self.assertIn("Current cppstd (17) is lower than the required C++ standard (20)", output)

    def test_old_compilers_are_refused(self):
        for compiler, old, oldest in ("gcc", "11", "12"), ("clang", "15", "16"):
            settings = ["-s", f"compiler={compiler}", "-s", "compiler.cppstd=20", "-s", "compiler.libcxx=libstdc++11"]
            node = self.graph(*settings, "-s", f"compiler.version={old}")
            self.assertEqual(node["binary"], "Invalid")
            self.assertIn(f"outlay needs {compiler} {oldest} or newer, and this is {old}", node["info_invalid"])
            self.assertNotEqual(self.graph(*settings, "-s", f"compiler.version={oldest}")["binary"], "Invalid")

    def test_one_package_for_all_settings(self):
        here = self.graph("-s", "compiler.cppstd=20")
        there = self.graph("-s", "compiler=clang", "-s", "compiler.version=19", "-s", "compiler.cppstd=23",
                           "-s", "compiler.libcxx=libc++", "-s", "arch=armv8", "-s", "build_type=Debug",
                           "-o", "boost/*:header_only=True", "-o", "date/*:header_only=False")
        self.assertEqual(here["package_id"], there["package_id"])
        self.assertEqual(here["binary"], "Cache")
        self.assertEqual(there["binary"], "Cache")


if __name__ == "__main__":
    unittest.main()
