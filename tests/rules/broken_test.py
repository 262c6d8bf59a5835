# SPDX-License-Identifier: EUPL-1.2
"""The rules catch what they are there for: each is run on small trees that break it.

The risk: a rule that passes because it looks at nothing. Every case is a tree that holds plus the one file that does not.
"""

import argparse
import contextlib
import io
import json
import pathlib
import sys
import tempfile

import habits_test
import headers_test
import invariants_test
import layers_test
import words_test

SPDX = "// SPDX-License-" "Identifier: EUPL-1.2\n"

GOOD = {
    "ARCHITECTURE.md": """
## Map
| folder | level | may include | what |
|---|---|---|---|
| `kiosk/base` | 0 | | base |
| `kiosk/store` | 2 | `kiosk/base` | store |
| `kiosk/ui` | 2 | `kiosk/base` | ui |
| `kiosk` | 5 | `kiosk/base` `kiosk/ui` | mains |
| `tests` | 6 | `kiosk` | tests |

## Dependencies
| library | headers | owners | what for |
|---|---|---|---|
| SQLite | `sqlite3.h` | `kiosk/store` | packs |

## Invariants
| it is always so that | held by |
|---|---|
| a is a | `base: a is a` `rules: layers` `e2e: FO-01 a is seen` |
""",
    "tests/base/a_test.cpp": SPDX + '// The risk: a is b.\nTEST_CASE(\n    "a is a", "[a]") {}\n',
    "tests/rules/CMakeLists.txt": "# SPDX-License-" "Identifier: EUPL-1.2\nfoyer_python_rule(layers)\n",
    "tests/e2e/test_focus.py": "# SPDX-License-" "Identifier: EUPL-1.2\ndef test_FO_01_a_is_seen(visits):\n",
    "kiosk/base/a.h": SPDX + "// A thing.\n#pragma once\n#include <string>\nstd::string a();\n",
    "kiosk/base/a.cpp": SPDX + '#include "kiosk/base/a.h"\nstd::string a() { return "a"; }\n',
    "kiosk/store/s.cpp": SPDX + "// A store.\n#include <sqlite3.h>\n",
    "kiosk/ui/screens/u.cpp": SPDX + '// A screen.\n#include "kiosk/base/a.h"\n'
    'auto x(Words& words, bool b, int n) { words(b ? "nav.on" : "nav.off"); words("nav." + n); '
    'return words("count", {{"number", n}}); }\n',
    "assets/words/de.toml": '"count" = "{number} Seiten"\n"nav.on" = "an"\n"nav.off" = "aus"\n',
    "assets/words/en.toml": '"count" = "{number} pages"\n"nav.on" = "on"\n"nav.off" = "off"\n',
}

ARCHITECTURE = GOOD["ARCHITECTURE.md"]
SCREEN = "kiosk/ui/screens/u.cpp"

# rule, what is changed or added, what the rule has to say about it
CASES = [
    ("layers", {"kiosk/base/b.cpp": '#include "kiosk/ui/u.h"', "kiosk/ui/u.h": ""}, "kiosk/base may not include kiosk/ui"),
    ("layers", {"kiosk/ui/b.cpp": '#include "kiosk/store/s.h"', "kiosk/store/s.h": ""}, "kiosk/ui may not include"),
    ("layers", {"kiosk/ui/b.cpp": "#include <sqlite3.h>"}, "SQLite belongs to kiosk/store"),
    ("layers", {"kiosk/ui/b.cpp": "  #  include <lzma.h>"}, "of no library"),
    ("layers", {"kiosk/ui/b.cpp": '#include "b.h"', "kiosk/ui/b.h": ""}, "written from its root"),
    ("layers", {"kiosk/fresh/b.cpp": ""}, "the map does not know"),
    ("layers", {"elsewhere/b.h": ""}, "the map does not know"),
    ("layers", {"ARCHITECTURE.md": ARCHITECTURE.replace("| 0 | |", "| 0 | `kiosk/ui` |")}, "is not below it"),
    ("layers", {"ARCHITECTURE.md": ARCHITECTURE.replace("| 0 | |", "| 0 | `kiosk/x` |")}, "has no row"),
    ("layers", {"ARCHITECTURE.md": "## Map\n"}, "no table"),
    ("words", {"assets/words/en.toml": '"count" = "{number}"\n"nav.on" = "on"'}, "en.toml: lacks nav.off"),
    ("words", {"assets/words/fr.toml": GOOD["assets/words/en.toml"] + '"more" = "m"'}, "more is not in de.toml"),
    ("words", {"assets/words/en.toml": GOOD["assets/words/en.toml"].replace("{number}", "{n}")}, "has other blanks"),
    ("words", {"assets/words/en.toml": GOOD["assets/words/en.toml"].replace('"on"', '" "')}, "nav.on is empty"),
    ("words", {"kiosk/ui/b.cpp": 'words("nav.up")'}, "there are no words for nav.up"),
    ("words", {"kiosk/ui/b.cpp": 'words.say(x ? "nav.up" : "nav.on")'}, "there are no words for nav.up"),
    ("words", {"kiosk/ui/b.cpp": 'words("bar." + x)'}, "no words begin with bar."),
    ("words", {"kiosk/ui/b.cpp": 'words("count", {{"pages", n}})'}, "count has the blanks"),
    ("words", {"kiosk/ui/b.cpp": 'words("count")'}, "is given none"),
    ("words", {SCREEN: GOOD[SCREEN].replace('"count"', "key")}, "nobody shows count"),
    ("habits", {"kiosk/base/b.cpp": "int b;\n"}, "SPDX line"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "int b;\n"}, "does not say what it is"),
    ("habits", {"kiosk/base/b.h": SPDX + "// B.\nint b;\n"}, "no #pragma once"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "// B.\n" + "int b;\n" * 500}, "the limit is"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "// B.\nstd::shared_ptr<int> b;\n"}, "say who owns it"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "// B.\nint b() { throw 1; }\n"}, "return a Result"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "// B. \n"}, "a space at the end"),
    ("habits", {"kiosk/base/b.cpp": SPDX + "// B.\n\tint b;\n"}, "a tab"),
    ("habits", {"notes.md": "TO" "DO later"}, "a note to oneself"),
    ("habits", {"notes.md": "see /ho" "me/somebody/foyer"}, "a path of one machine"),
    ("habits", {"notes.md": "a\n<<<<<<< HEAD\n"}, "a merge left unfinished"),
    ("invariants", {"tests/base/a_test.cpp": 'TEST_CASE("a is b") {}'}, "there is no test “base: a is a”"),
    ("invariants", {"tests/rules/CMakeLists.txt": "foyer_python_rule(layers2)"}, "there is no test “rules: layers”"),
    ("invariants", {"tests/e2e/test_focus.py": "def test_FO_01_a_is_seen_too():"}, "there is no test “e2e: FO-01"),
    ("invariants", {"ARCHITECTURE.md": "## Invariants\n"}, "no table"),
    ("invariants", {"ARCHITECTURE.md": "## Invariants\n| a | b |\n|---|---|\n| c | by hope |\n"}, "no test holds that c"),
    ("headers", {"kiosk/base/alone.h": "std::string b();\n"}, "does not compile alone"),
    ("headers", {"kiosk/base/a.cpp": '#include <string>\n#include "kiosk/base/a.h"\n'}, "own header first"),
]

RULES = {"layers": layers_test, "words": words_test, "habits": habits_test, "headers": headers_test,
         "invariants": invariants_test}


def run(rule, files):
    """The problems that a rule finds in a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        commands = root / "commands.json"
        source = str(root / "kiosk/base/a.cpp")
        command = f"c++ -std=c++20 -I{root} -o a.o -c {source}"
        commands.write_text(json.dumps([{"directory": folder, "file": source, "command": command}]))
        with contextlib.redirect_stdout(io.StringIO()):
            return RULES[rule].check(root, argparse.Namespace(commands=commands))


def main():
    failures = [f"{rule} finds fault with a good tree: {problems}"
                for rule in RULES if (problems := run(rule, GOOD))]
    for rule, change, expected in CASES:
        problems = run(rule, {**GOOD, **change})
        if not any(expected in problem for problem in problems):
            failures.append(f'{rule} does not say "{expected}" about {change}: {problems}')
    print("\n".join([*failures, f"{len(CASES)} broken trees, {len(failures)} not noticed"]))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
