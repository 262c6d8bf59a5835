# SPDX-License-Identifier: EUPL-1.2
"""Every header can be included alone.

The risk: a header that compiles only because of what happens to stand above it, until someone sorts the includes.
A .cpp that includes its own header first has proven it; the headers without a .cpp are compiled here.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess

import tree

FIRST_INCLUDE = re.compile(r'^#include [<"]([^>"]+)[>"]', re.M)
FOLDERS = ("kiosk", "platform", "content", "tests")


def check_own_header_first(root, headers):
    for path in tree.files(root, ".cpp"):
        own = path.with_suffix(".h")
        first = FIRST_INCLUDE.search(tree.text(root, path))
        if own in headers and (first is None or first[1] != str(own)):
            yield f"{path}: does not include its own header first"


def compile_command(root, header, commands):
    """The command of the source nearest to the header, made to check a text from standard input instead."""
    def nearness(command):
        # Of those that are as near, the one that may include most: a test's header needs Catch2.
        return len(os.path.commonprefix([str(root / header), command["file"]])), command["command"].count("-isystem")
    nearest = max(commands, key=nearness)
    words = shlex.split(nearest["command"])
    words = words[words.index("--") + 1:] if "--" in words else words
    end = words.index("-o")
    return [*words[:end], "-fsyntax-only", "-x", "c++", "-"], nearest["directory"]


def compile_alone(root, header, commands):
    command, folder = compile_command(root, header, commands)
    done = subprocess.run(command, cwd=folder, input=f'#include "{header}"\n', capture_output=True, text=True)
    if done.returncode == 0:
        return None
    errors = [line for line in done.stderr.splitlines() if "error" in line]
    return f"{header}: does not compile alone: {(errors or [done.stderr])[0]}"


def check(root, arguments):
    headers = [path for path in tree.files(root, ".h") if path.parts[0] in FOLDERS]
    problems = list(check_own_header_first(root, headers))
    with open(arguments.commands, encoding="utf-8") as file:
        commands = [command for command in json.load(file) if command["file"].endswith(".cpp")]
    unproven = [header for header in headers if not (root / header.with_suffix(".cpp")).is_file()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda header: compile_alone(root, header, commands), unproven)
    return problems + [problem for problem in results if problem]


if __name__ == "__main__":
    tree.main(check, ["--commands"])
