#!/usr/bin/env python3
"""Packs outlay with Conan 2 and uses the package: by the recipe of the checkout, and by that of Conan Center.

    conan_test.py <folder to work in>

Conan comes from the Python registry into a virtual environment, which is kept. No server is asked for packages: Boost
and date are those of the system, under the recipes in recipes/.
"""

import ast
import hashlib
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


def version():
    header = (ROOT / "include/outlay/version.hpp").read_text()
    return ".".join(re.search(rf"OUTLAY_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def packed_headers():
    headers = {str(p.relative_to(ROOT)) for p in (ROOT / "include").rglob("*.hpp")}
    return headers | {"include/outlay_transports/" + p.name for p in (ROOT / "examples/transports").glob("*.hpp")}


class ConanTest(unittest.TestCase):
    """Tests with a Conan home of their own, which has the stand-ins of Boost and date."""

    @classmethod
    def setUpClass(cls):
        work.mkdir(parents=True, exist_ok=True)
        cls.program = install_conan()
        home = work / f"home-{cls.__name__}"
        shutil.rmtree(home, ignore_errors=True)
        cls.env = {**os.environ, "CONAN_HOME": str(home)}
        cls.must("profile", "detect")
        cls.must("remote", "disable", "*")
        for recipe in "boost", "date":
            cls.must("export", HERE / "recipes" / recipe)

    @classmethod
    def run_conan(cls, *arguments, **how):
        return run(cls.program, *arguments, env=cls.env, **how)

    @classmethod
    def must(cls, *arguments, **how):
        return must(cls.program, *arguments, env=cls.env, **how)

    @classmethod
    def create_package(cls, recipe, *arguments):
        """Makes the package of a recipe, builds its test_package and runs that."""
        folder = work / f"test_package-{cls.__name__}"
        shutil.rmtree(folder, ignore_errors=True)
        return cls.must("create", recipe, "--build=missing", *SETTINGS,
                        "-c", f"tools.cmake.cmake_layout:test_folder={folder}", *arguments)

    def graph(self, *arguments):
        """Conan's node of outlay, when a consumer with these settings asks for it."""
        output = subprocess.run([self.program, "graph", "info", "--requires=outlay/[*]", "--format=json", *arguments],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        return next(n for n in json.loads(output)["graph"]["nodes"].values() if n["name"] == "outlay")

    def refusal(self, os_name, compiler, compiler_version, **settings):
        """Why the package can't be had with a compiler; None if it can."""
        lines = [f"os={os_name}", "arch=x86_64", "build_type=Release", f"compiler={compiler}",
                 f"compiler.version={compiler_version}"]
        profile = work / f"profile-{type(self).__name__}"
        profile.write_text("\n".join(["[settings]", *lines, *(f"compiler.{k}={v}" for k, v in settings.items())]))
        node = self.graph(f"--profile:host={profile}", *self.replacements())
        return node["info_invalid"] if node["binary"] == "Invalid" else None

    def replacements(self):
        return ()

    def packed(self, *arguments):
        """The names of the files in the package."""
        node = self.graph("-s", "compiler.cppstd=20", *arguments)
        folder = Path(self.must("cache", "path", f"{node['ref']}:{node['package_id']}").strip())
        return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


class Checkout(ConanTest):
    """The recipe beside README.md."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.created = cls.create()

    @classmethod
    def create(cls, *arguments):
        return cls.create_package(ROOT, *arguments)

    def test_its_own_program_runs(self):
        self.assertRegex(self.created, SPOKEN)

    def test_only_headers_and_license_are_packed(self):
        self.assertEqual(self.packed(), packed_headers() | {"licenses/LICENSE", "conaninfo.txt", "conanmanifest.txt"})

    def test_without_the_compiled_boost_json(self):
        output = self.create("-o", "boost/*:header_only=True")
        self.assertRegex(output, SPOKEN)
        self.assertNotIn("Boost::json", output)

    def test_a_project_elsewhere(self):
        """The guide's conanfile.txt, and the CMakeLists.txt that serves an installed outlay."""
        project = work / "project"
        shutil.rmtree(project, ignore_errors=True)
        project.mkdir()
        for name in "find_package/CMakeLists.txt", "main.cpp":
            shutil.copy(HERE.parent / name, project)
        page = (ROOT / "examples/guide/use_it.md").read_text()
        (project / "conanfile.txt").write_text(re.search(r"```ini\n(.*?)```", page, re.DOTALL)[1])
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

    def test_what_works_is_taken(self):
        for os_name, compiler, compiler_version, cppstd, libcxx in (
            ("Linux", "gcc", "12", "20", "libstdc++11"),
            ("Linux", "gcc", "15", "gnu23", "libstdc++11"),
            ("Windows", "gcc", "13", "gnu20", "libstdc++11"),
            ("Linux", "clang", "16", "20", "libc++"),
            ("Linux", "clang", "19", "23", "libstdc++11"),
            ("FreeBSD", "clang", "20", "26", "libc++"),
        ):
            with self.subTest(compiler=compiler, version=compiler_version, cppstd=cppstd):
                self.assertIsNone(self.refusal(os_name, compiler, compiler_version, cppstd=cppstd, libcxx=libcxx))

    def test_what_does_not_work_is_refused(self):
        for os_name, compiler, compiler_version, settings, why in (
            ("Linux", "gcc", "11", {"libcxx": "libstdc++11"}, "outlay needs gcc 12 or newer, and this is 11"),
            ("Linux", "clang", "15", {"libcxx": "libc++"}, "outlay needs clang 16 or newer, and this is 15"),
            ("Linux", "gcc", "12", {"libcxx": "libstdc++"}, "std::string of that ABI is not constexpr"),
            ("Windows", "msvc", "194", {"runtime": "dynamic"},
             "outlay refuses msvc: no test runs with it. It takes gcc 12 and clang 16, or newer"),
            ("Macos", "apple-clang", "17", {"libcxx": "libc++"},
             "outlay refuses apple-clang: its standard library lacks std::to_chars of a double"),
            ("Linux", "intel-cc", "2025.0", {"mode": "icx", "libcxx": "libstdc++11"},
             "outlay refuses intel-cc: no test runs with it"),
            ("Windows", "clang", "19", {"runtime": "dynamic"}, "this clang uses the standard library of msvc"),
        ):
            with self.subTest(compiler=compiler, version=compiler_version):
                said = self.refusal(os_name, compiler, compiler_version, cppstd="20", **settings)
                self.assertIn(why, str(said))

    def test_the_reasons_of_refusals_hold(self):
        """A compiler that outlay begins to support is not refused for what is no longer so."""
        headers = "".join(p.read_text() for p in (ROOT / "include").rglob("*.hpp"))
        self.assertIn("std::chars_format", headers)
        for cxx11_abi in 0, 1:
            code, output = run("c++", "-std=c++20", f"-D_GLIBCXX_USE_CXX11_ABI={cxx11_abi}", "-I", ROOT / "include",
                               "-fsyntax-only", "-x", "c++", ROOT / "include/outlay/value/report.hpp")
            self.assertEqual(code == 0, cxx11_abi == 1, output)

    def test_one_package_for_all_settings(self):
        here = self.graph("-s", "compiler.cppstd=20")
        there = self.graph("-s", "compiler=clang", "-s", "compiler.version=19", "-s", "compiler.cppstd=23",
                           "-s", "compiler.libcxx=libc++", "-s", "arch=armv8", "-s", "build_type=Debug",
                           "-o", "boost/*:header_only=True", "-o", "date/*:header_only=False")
        self.assertEqual(here["package_id"], there["package_id"])
        self.assertEqual(here["binary"], "Cache")
        self.assertEqual(there["binary"], "Cache")


class ConanCenter(ConanTest):
    """The recipe of a release, which is an archive of what git has of this checkout."""

    HOMEPAGE = "https://outlay.example"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Conan Center's recipes name one version of what they require: the stand-ins are taken for it.
        cls.replaced = work / "replaced"
        cls.replaced.write_text("[replace_requires]\nboost/*: boost/[*]\ndate/*: date/[*]\n")
        cls.archive = work / "outlay.tar.gz"
        # The commit of what is changed in the work tree, if anything is.
        commit = must("git", "stash", "create", cwd=ROOT).strip() or "HEAD"
        must("git", "archive", f"--prefix=outlay-{version()}/", "-o", cls.archive, commit, cwd=ROOT)
        cls.recipe = work / "recipes/outlay"
        shutil.rmtree(cls.recipe, ignore_errors=True)
        cls.write_recipe(cls.archive)
        cls.created = cls.create_package(cls.recipe / "all", f"--version={version()}", "--profile:host=default",
                                         f"--profile:host={cls.replaced}")

    @classmethod
    def write_recipe(cls, archive, succeeds=True):
        code, output = run(sys.executable, ROOT / "cmake/conan-center/recipe.py", archive, archive.as_uri(), cls.HOMEPAGE,
                           cls.recipe)
        if (code == 0) != succeeds:
            raise AssertionError(output)
        return output

    def replacements(self):
        return (f"--profile:host={self.replaced}",)

    def test_its_own_program_runs(self):
        self.assertRegex(self.created, SPOKEN)

    def test_packs_what_the_recipe_of_the_checkout_packs(self):
        packed = self.packed("--profile:host=default", *self.replacements())
        self.assertEqual(packed, packed_headers() | {"licenses/LICENSE", "conaninfo.txt", "conanmanifest.txt"})

    def test_does_what_the_recipe_of_the_checkout_does(self):
        def parts(path):
            """The constants and the methods of a recipe that both have to have."""
            module = ast.parse(path.read_text())
            constants = [ast.dump(n) for n in module.body if isinstance(n, ast.Assign)]
            recipe = next(n for n in module.body if isinstance(n, ast.ClassDef))
            methods = {n.name: ast.dump(n) for n in recipe.body if isinstance(n, ast.FunctionDef)}
            values = {n.targets[0].id: ast.dump(n.value) for n in recipe.body if isinstance(n, ast.Assign)}
            return (constants, {name: methods[name] for name in ("validate", "package_id", "package", "package_info")},
                    {name: values[name] for name in ("name", "description", "license", "topics", "package_type", "settings")})

        self.assertEqual(parts(self.recipe / "all/conanfile.py"), parts(ROOT / "conanfile.py"))

    def test_refusals(self):
        """Those of the other recipe, whose method this is: that it is called, and sees the settings."""
        self.assertIsNone(self.refusal("Linux", "clang", "16", cppstd="20", libcxx="libc++"))
        self.assertIn("outlay refuses msvc", self.refusal("Windows", "msvc", "194", cppstd="20", runtime="dynamic"))

    def test_as_conan_center_wants_it(self):
        """No version, no ranges of versions, no options of what it requires; what it calls itself, and where it is from."""
        said = json.loads(self.must("inspect", self.recipe / "all/conanfile.py", "--format=json"))
        self.assertIsNone(said.get("version"))
        self.assertEqual(said["url"], "https://github.com/conan-io/conan-center-index")
        self.assertEqual(said["homepage"], self.HOMEPAGE)
        self.assertFalse({"outlay", "conan"} & set(said["topics"]))
        self.assertFalse(said.get("default_options"))
        required = re.findall(r'self\.requires\("([^"]+)"', (self.recipe / "all/conanfile.py").read_text())
        self.assertEqual([re.sub(r"/\d+(\.\d+)*$", "", name) for name in required], ["boost", "date"])

    def test_data_of_a_release(self):
        digest = hashlib.sha256(self.archive.read_bytes()).hexdigest()
        self.assertEqual((self.recipe / "config.yml").read_text(), f'versions:\n  "{version()}":\n    folder: all\n')
        self.assertEqual((self.recipe / "all/conandata.yml").read_text(),
                         f'sources:\n  "{version()}":\n    url: "{self.archive.as_uri()}"\n    sha256: "{digest}"\n')
        self.assertIn(f"has {version()} already", self.write_recipe(self.archive, succeeds=False))

    def test_a_second_release(self):
        config = self.recipe / "config.yml"
        data = self.recipe / "all/conandata.yml"
        before = config.read_text(), data.read_text()
        self.addCleanup(lambda: (config.write_text(before[0]), data.write_text(before[1])))

        header = work / "outlay-next/include/outlay/version.hpp"
        header.parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "include/outlay/version.hpp").read_text()
        header.write_text(re.sub(r"(OUTLAY_VERSION_MAJOR) \d+", r"\1 98", text))
        archive = work / "next.tar.gz"
        must("tar", "-czf", archive, "-C", work, "outlay-next")
        self.write_recipe(archive)
        following = "98." + version().partition(".")[2]
        self.assertEqual(re.findall(r'^  "(.*)":$', config.read_text(), re.MULTILINE), [following, version()])
        self.assertTrue(data.read_text().endswith(before[1].removeprefix("sources:\n")))
        self.assertIn(f'  "{following}":\n    url: "{archive.as_uri()}"\n', data.read_text())

        header.unlink()
        must("tar", "-czf", archive, "-C", work, "outlay-next")
        self.assertIn("is not a source archive of outlay", self.write_recipe(archive, succeeds=False))


if __name__ == "__main__":
    unittest.main()
