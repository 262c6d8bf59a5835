# SPDX-License-Identifier: EUPL-1.2
"""The layers of ARCHITECTURE.md: who may include whom, and who owns which library.

The risk: a convenient include that quietly turns levels into a tangle. Both tables are read from ARCHITECTURE.md, so
that the page a newcomer reads is the rule that holds.
"""

import fnmatch
import pathlib
import re

import tree

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def read_map(root):
    """Folder -> (level, folders it may include)."""
    return {names[0]: (int(row[1]), tree.names(row[2]))
            for row in tree.table(root, "ARCHITECTURE.md", "Map") if (names := tree.names(row[0]))}


def read_owners(root):
    """A list of (library, header patterns, owner folders)."""
    return [(row[0], tree.names(row[1]), tree.names(row[2]))
            for row in tree.table(root, "ARCHITECTURE.md", "Dependencies")]


def covers(folder, path, folders):
    """A row stands for what lies below its folder, unless folders below have rows: then for its own files only."""
    above_others = any(pathlib.PurePosixPath(folder) in pathlib.PurePosixPath(other).parents for other in folders)
    return str(path.parent) == folder if above_others else pathlib.PurePosixPath(folder) in path.parents


def row_of(path, folders):
    return next((folder for folder in folders if covers(folder, path, folders)), None)


def is_inside(path, folders):
    return any(pathlib.PurePosixPath(folder) in path.parents for folder in folders)


def check_map(folders):
    for folder, (level, allowed) in folders.items():
        for other in allowed:
            if other not in folders:
                yield f"ARCHITECTURE.md: {folder} may include {other}, which has no row"
            elif folders[other][0] >= level:
                yield f"ARCHITECTURE.md: {folder} (level {level}) may include {other}, which is not below it"


def check_own(root, path, included, folders):
    if not (root / included).is_file():
        return f'"{included}" is not a file of this tree, written from its root'
    here, there = row_of(path, folders), row_of(pathlib.PurePosixPath(included), folders)
    if there is None:
        return f'"{included}" lies in a folder that the map does not know'
    allowed = [here, *folders[here][1]]
    if there not in allowed and not is_inside(pathlib.PurePosixPath(included), allowed[1:]):
        return f"{here} may not include {there}"
    return None


def check_library(path, included, owners, folders):
    if "." not in included and "/" not in included:
        return None  # the standard library
    for library, patterns, owning in owners:
        if any(fnmatch.fnmatchcase(included, pattern) for pattern in patterns):
            if any(covers(folder, path, folders) or (folder not in folders and is_inside(path, [folder]))
                   for folder in owning):
                return None
            return f"<{included}>: {library} belongs to {', '.join(owning)}"
    return f"<{included}> is of no library that ARCHITECTURE.md lists"


def check(root, _):
    folders, owners = read_map(root), read_owners(root)
    if not folders or not owners:
        return ["ARCHITECTURE.md: no table in section Map or Dependencies"]
    problems = list(check_map(folders))
    for path in tree.files(root, ".h", ".cpp"):
        if row_of(path, folders) is None:
            problems.append(f"{path}: lies in a folder that the map does not know")
            continue
        content = tree.text(root, path)
        for include in INCLUDE.finditer(content):
            ours = include[1] == '"'
            problem = (check_own(root, path, include[2], folders) if ours
                       else check_library(path, include[2], owners, folders))
            if problem:
                problems.append(tree.at(path, content, include.start(), problem))
    return problems


if __name__ == "__main__":
    tree.main(check)
