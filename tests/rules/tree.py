# SPDX-License-Identifier: EUPL-1.2
"""What the rule tests share: the files of a tree, its tables, and how a broken rule is reported."""

import argparse
import pathlib
import re
import subprocess
import sys


def files(root, *suffixes):
    """Paths below root, relative to it: what git tracks or would track; without git, everything but build/."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True, text=True).stdout.split("\0")
        paths = [pathlib.PurePosixPath(name) for name in listed if name and (root / name).is_file()]
    else:
        paths = [pathlib.PurePosixPath(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]
        paths = [path for path in paths if path.parts[0] != "build"]
    return sorted(path for path in paths if not suffixes or path.suffix in suffixes)


def text(root, path):
    return (root / path).read_text(encoding="utf-8")


def table(root, document, section):
    """The rows of the first table in a section of a Markdown document, as lists of cells."""
    found = re.search(rf"^## {re.escape(section)}\n(.*?)(?=^## |\Z)", text(root, document), re.M | re.S)
    if not found:
        return []
    rows = [line.strip() for line in found[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def names(cell):
    """The words in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def at(path, content, position, message):
    line = content.count("\n", 0, position) + 1
    return f"{path}:{line}: {message}"


def main(check, options=()):
    """Runs check(root, arguments) -> list of problems, prints them, and fails if there are any."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    for option in options:
        parser.add_argument(option)
    arguments = parser.parse_args()
    problems = check(arguments.root, arguments)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)
