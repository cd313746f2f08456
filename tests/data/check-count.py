#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that the closing line of ./dev test counts what happened, failures above all."""

import json
import pathlib
import subprocess
import sys
import tempfile

from tap import Plan

CASES = {
    "checks-are-summed": (
        [("OK", "ok 1 /a\nok 2 /b # SKIP no keyring\n1..2"), ("OK", "ok 1 /c\n1..1")],
        ("2 passed, 0 failed, 1 skipped", 0),
    ),
    "a-failed-check": ([("FAIL", "ok 1 /a\nnot ok 2 /b\n1..2")], ("1 passed, 1 failed, 0 skipped", 1)),
    "a-crash-without-a-failed-check": (
        [("ERROR", "ok 1 /a\nok 2 /b")], ("2 passed, 1 failed, 0 skipped", 1)
    ),
    "a-program-without-checks": (
        [("OK", ""), ("SKIP", ""), ("TIMEOUT", "")], ("1 passed, 1 failed, 1 skipped", 1)
    ),
    "nothing-ran": ([], ("0 passed, 0 failed, 0 skipped", 1)),
}


def main():
    program = pathlib.Path(sys.argv[1]) / "tests/count-results.py"
    plan = Plan()
    for name, (tests, (line, status)) in CASES.items():
        with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
            for result, stdout in tests:
                log.write(json.dumps({"name": name, "result": result, "stdout": stdout}) + "\n")
            log.flush()
            told = subprocess.run(
                [sys.executable, program, log.name], capture_output=True, text=True, check=False
            )
        last = told.stdout.splitlines()[-1:]
        faults = [] if last == [line] else [f"said {last}, not {line}"]
        plan.check(f"/count/{name}", faults + ([] if told.returncode == status else ["wrong exit status"]))
    plan.end()


main()
