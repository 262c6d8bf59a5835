# SPDX-License-Identifier: EUPL-1.2
"""Runs one test function of a Python file: run_one.py tests/transport/test_http.py test_redirects_are_refused

The file's own folder and tests/support are where its imports come from. A failed assertion is the line that failed.
"""
import importlib.util
import pathlib
import sys
import traceback
import unittest

SKIPPED = 77  #: what CMake is told to take for it


def main(file: str, name: str) -> int:
    path = pathlib.Path(file).resolve()
    sys.path[:0] = [str(path.parent), str(pathlib.Path(__file__).resolve().parent)]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        getattr(module, name)()
    except unittest.SkipTest as impossible:
        print(f"skipped: {impossible}", file=sys.stderr)
        return SKIPPED
    except AssertionError as failed:
        frame = traceback.extract_tb(failed.__traceback__)[-1]
        print(f"{frame.filename}:{frame.lineno}: {frame.line}\n{failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
