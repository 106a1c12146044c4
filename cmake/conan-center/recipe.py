#!/usr/bin/env python3
"""Writes the recipe of a release for Conan Center, or adds the release to an existing recipe.

    recipe.py ARCHIVE URL HOMEPAGE FOLDER

ARCHIVE is the source archive of the release (.tar.gz), and URL is where Conan finds the same file. FOLDER is
recipes/outlay of a checkout of Conan Center's index; config.yml and all/ are written there.
"""

import hashlib
import re
import shutil
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def release_version(archive):
    """The version in outlay/version.hpp of an archive."""
    with tarfile.open(archive) as files:
        names = [name for name in files.getnames() if re.fullmatch(r"[^/]+/include/outlay/version\.hpp", name)]
        if len(names) != 1:
            sys.exit(f"{archive} is not a source archive of outlay: <folder>/include/outlay/version.hpp is not in it")
        header = files.extractfile(names[0]).read().decode()
    return ".".join(re.search(rf"OUTLAY_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def add(path, key, version, entry):
    """Puts the entry of a version before the others in a file of one mapping, `key`, from versions to their entries."""
    head = f"{key}:\n"
    text = path.read_text(encoding="utf-8") if path.exists() else head
    if not text.startswith(head):
        sys.exit(f"{path} does not begin with {key}:")
    if f'\n  "{version}":\n' in text:
        sys.exit(f"{path} has {version} already")
    lines = "".join(f"    {line}\n" for line in entry)
    path.write_text(f'{head}  "{version}":\n{lines}{text.removeprefix(head)}', encoding="utf-8")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    archive, url, homepage, folder = sys.argv[1:]
    version = release_version(archive)
    digest = hashlib.sha256(Path(archive).read_bytes()).hexdigest()

    recipe = Path(folder) / "all"
    recipe.mkdir(parents=True, exist_ok=True)
    add(Path(folder) / "config.yml", "versions", version, ["folder: all"])
    add(recipe / "conandata.yml", "sources", version, [f'url: "{url}"', f'sha256: "{digest}"'])
    template = (HERE / "all/conanfile.py.in").read_text(encoding="utf-8")
    (recipe / "conanfile.py").write_text(template.replace("@HOMEPAGE@", homepage), encoding="utf-8")
    shutil.copytree(HERE / "all/test_package", recipe / "test_package", dirs_exist_ok=True)


if __name__ == "__main__":
    main()
