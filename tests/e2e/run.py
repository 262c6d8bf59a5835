# SPDX-License-Identifier: EUPL-1.2
"""Runs one visitor test: run.py test_touch.py test_TO_04_sliding_off_a_button_cancels

Each test is named after its row in the accessibility checklist. Those with a parameter `visits` look at what crawl.py
kept; the others start a kiosk of their own.
"""
import importlib.util
import inspect
import pathlib
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]


def main(file: str, name: str) -> int:
    spec = importlib.util.spec_from_file_location(pathlib.Path(file).stem, HERE / file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    test = getattr(module, name)
    try:
        if "visits" in inspect.signature(test).parameters:
            from visits import visits
            test(visits())
        else:
            test()
    except AssertionError as failed:
        frame = traceback.extract_tb(failed.__traceback__)[-1]
        print(f"{frame.filename}:{frame.lineno}: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
