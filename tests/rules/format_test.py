# SPDX-License-Identifier: EUPL-1.2
"""The code is formatted as .clang-format says, by clang-format 14.

Other versions format a few constructs differently, so where version 14 is not to be had (Debian 13) this test is skipped,
and ctest says so. `./dev fmt` puts everything right.
"""

import shutil
import subprocess
import sys

import tree

SKIPPED = 77


def check(root, _):
    sources = [str(path) for path in tree.files(root, ".h", ".cpp")]
    done = subprocess.run(["clang-format-14", "--dry-run", "-Werror", *sources], cwd=root, capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if "error:" in line]


if __name__ == "__main__":
    if shutil.which("clang-format-14") is None:
        print("there is no clang-format-14 here; Debian 12 has it")
        sys.exit(SKIPPED)
    tree.main(check)
