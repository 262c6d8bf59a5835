# SPDX-License-Identifier: EUPL-1.2
"""The invariants of ARCHITECTURE.md: each names a test, and that test is there.

The risk: a promise that outlives the test that held it.
"""

import re

import tree


def is_there(root, name):
    """`rules: layers`, `e2e: FO-02 back leaves every place`, or a folder of tests/ and a test case in it."""
    folder, _, sentence = name.partition(": ")
    if folder == "rules":
        lists = tree.text(root, "tests/rules/CMakeLists.txt")
        return re.search(rf"_rule\({re.escape(sentence)}[ )]", lists) is not None
    if folder == "e2e":
        wanted = "def test_" + re.sub(r"[^A-Za-z0-9]+", "_", sentence) + "("
        return any(wanted in path.read_text(encoding="utf-8") for path in (root / "tests/e2e").glob("test_*.py"))
    wanted = re.compile(rf'TEST_CASE\(\s*"{re.escape(sentence)}"')
    return any(wanted.search(path.read_text(encoding="utf-8")) for path in (root / "tests" / folder).glob("*.cpp"))


def check(root, _):
    rows = tree.table(root, "ARCHITECTURE.md", "Invariants")
    problems = [] if rows else ["ARCHITECTURE.md: no table of invariants"]
    for promise, held_by in rows:
        names = tree.names(held_by)
        if not names:
            problems.append(f"ARCHITECTURE.md: no test holds that {promise}")
        problems += [f"ARCHITECTURE.md: there is no test “{name}”" for name in names if not is_there(root, name)]
    return problems


if __name__ == "__main__":
    tree.main(check)
