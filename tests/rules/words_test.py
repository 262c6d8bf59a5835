# SPDX-License-Identifier: EUPL-1.2
"""The interface's words: the same keys in every language, the same blanks, and every key that the code asks for.

The risk: a visitor meets "nav.back" or "{count}" instead of words, in the one language nobody looked at.
"""

import re
import tomllib

import tree

FOLDER = "assets/words"
DRAWING = ("ui", "voice", "print")  # the folders of kiosk/ that ask for words
CALL = re.compile(r"\b(?:words|say)\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
BLANK = re.compile(r"\{(\w+)\}")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def read_words(root):
    """Language -> key -> words."""
    return {path.stem: tomllib.loads(tree.text(root, path))
            for path in tree.files(root, ".toml") if str(path.parent) == FOLDER}


def compare(words):
    """Problems between the languages; German is the one that the others are held against."""
    for language, own in words.items():
        for key in sorted(words["de"].keys() - own.keys()):
            yield f"{FOLDER}/{language}.toml: lacks {key}"
        for key in sorted(own.keys() - words["de"].keys()):
            yield f"{FOLDER}/{language}.toml: {key} is not in de.toml"
        for key in sorted(words["de"].keys() & own.keys()):
            if not own[key].strip():
                yield f"{FOLDER}/{language}.toml: {key} is empty"
            if set(BLANK.findall(own[key])) != set(BLANK.findall(words["de"][key])):
                yield f"{FOLDER}/{language}.toml: {key} has other blanks than in de.toml"


def arguments(content, start):
    """The text of a call's first argument, and of the others; start is behind the opening bracket."""
    depth, in_string, comma, at = 1, False, None, start
    while at < len(content) and depth > 0:
        letter = content[at]
        if in_string:
            at += letter == "\\"
            in_string = letter != '"'
        elif letter == '"':
            in_string = True
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == "," and depth == 1 and comma is None:
            comma = at
        at += 1
    end = at - 1
    return content[start:comma or end], content[comma or end:end]


def check_call(first, others, german):
    """One call: "key", a choice of keys, or the beginning of keys followed by +."""
    for literal in LITERAL.finditer(first):
        key = literal[1]
        before, after = first[:literal.start()].rstrip(), first[literal.end():].lstrip()
        if before.endswith("+") or not KEY.fullmatch(key.rstrip(".")):
            continue
        if after.startswith("+") or key.endswith("."):
            if not any(known.startswith(key) for known in german):
                yield f"no words begin with {key}"
        elif key not in german:
            yield f"there are no words for {key}"
        elif first.strip() == literal[0]:
            blanks, given = set(BLANK.findall(german[key])), set(re.findall(r'\{\s*"(\w+)"\s*,', others))
            if given and blanks != given:
                yield f"{key} has the blanks {sorted(blanks)}, and is given {sorted(given)}"
            if blanks and not others:
                yield f"{key} has the blanks {sorted(blanks)}, and is given none"


def check_code(root, german):
    literals = set()
    for path in tree.files(root, ".cpp", ".h"):
        if path.parts[0] != "kiosk":
            continue
        content = tree.text(root, path)
        literals.update(match[1] for match in LITERAL.finditer(content))
        if path.parts[1] not in DRAWING:
            continue
        for call in CALL.finditer(content):
            for problem in check_call(*arguments(content, call.end()), german):
                yield tree.at(path, content, call.start(), problem)
    prefixes = tuple(literal for literal in literals if literal.endswith(".") and len(literal) > 1)
    for key in german:
        if key not in literals and not key.startswith(prefixes):
            yield f"{FOLDER}: nobody shows {key}"


def check(root, _):
    words = read_words(root)
    if "de" not in words or len(words) < 2:
        return [f"{FOLDER}: no German words, or no other language"]
    return [*compare(words), *check_code(root, words["de"])]


if __name__ == "__main__":
    tree.main(check)
