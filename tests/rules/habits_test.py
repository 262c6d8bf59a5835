# SPDX-License-Identifier: EUPL-1.2
"""Small habits of this tree that a compiler does not know, and slips that a reviewer overlooks.

The risk: each is harmless once. A file that is far too long, a path of somebody's machine or a note to oneself stays.
"""

import re

import tree

CODE = (".h", ".cpp")
COMMENTED = (*CODE, ".py", ".cmake", ".sh")
BUDGET = {".cpp": 300, ".h": 120}  # lines; above it a warning, above the limit a problem
LIMIT = {".cpp": 450, ".h": 250}

# Patterns that may stand nowhere. Written so that this file does not hold what it forbids.
SLIPS = {
    "a note to oneself": re.compile(r"\b(?:TO" r"DO(?! Group)|FIX" r"ME|XX" r"X|HA" r"CK)\b"),
    "a path of one machine": re.compile(r"(?<![\w.}/-])/(?:wo" r"rk|ro" r"ot|ho" r"me)/\w"),
    "a merge left unfinished": re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.M),
}
# Patterns that may not stand in code, and what to do instead.
HABITS = {
    "shared ownership; say who owns it": re.compile(r"\bshared_ptr\b"),
    "an exception of our own; return a Result": re.compile(r"\bthrow\b"),
}
LAYOUT = {
    "a tab": re.compile(r"\t"),
    "a space at the end of the line": re.compile(r" +$", re.M),
}
SPDX = "SPDX-License-" "Identifier: "
COMMENT = re.compile(r"//[^\n]*|\"(?:[^\"\\\n]|\\.)*\"")


def without_comments(content):
    """The same lines, with comments and strings blanked out."""
    return COMMENT.sub(lambda match: match[0][0] * 2, content)


def must_say_what_it_is(root, path):
    """A header, or a source that has none: the header speaks for both."""
    return path.suffix == ".h" or (path.suffix == ".cpp" and not (root / path.with_suffix(".h")).is_file())


def check_top(root, path, content):
    lines = [line for line in content.splitlines() if not line.startswith("#!")]
    if not lines or SPDX not in lines[0]:
        yield f"{path}:1: does not open with its SPDX line"
    elif must_say_what_it_is(root, path) and not "".join(lines[1:2]).startswith(("// ", "/// ")):
        yield f"{path}:2: does not say what it is"
    if path.suffix == ".h" and "#pragma once" not in lines:
        yield f"{path}: has no #pragma once"


def check_length(path, content):
    lines = content.count("\n")
    if lines > LIMIT[path.suffix]:
        yield f"{path}: {lines} lines; the limit is {LIMIT[path.suffix]}"
    elif lines > BUDGET[path.suffix]:
        print(f"warning: {path}: {lines} lines; the budget is {BUDGET[path.suffix]}")


def find(path, content, patterns):
    for what, pattern in patterns.items():
        for match in pattern.finditer(content):
            yield tree.at(path, content, match.start(), what)


def check(root, _):
    problems = []
    for path in tree.files(root):
        try:
            content = tree.text(root, path)
        except UnicodeDecodeError:
            continue  # a picture
        problems += find(path, content, SLIPS) if path.parts[0] != "LICENSES" else []
        if path.suffix in COMMENTED or path.name == "CMakeLists.txt":
            problems += check_top(root, path, content)
        if path.suffix in CODE:
            problems += [*check_length(path, content), *find(path, without_comments(content), HABITS),
                         *find(path, content, LAYOUT)]
    return problems


if __name__ == "__main__":
    tree.main(check)
