#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Sums the single checks of every suite in Meson's log: "N passed, N failed, N skipped".

Meson counts programs; what a person wants to know is how many checks ran. A program that ends badly
without a failed check of its own (a crash, a leak, a time-out) counts as one failure.
"""

import json
import re
import sys

CHECK = re.compile(r"^(not )?ok\b[^#]*(?:# *(skip|todo))?", re.IGNORECASE)
FINE = {"OK", "EXPECTEDFAIL", "SKIP"}


def count(test):
    """Returns how many checks of one program passed, failed and were skipped."""
    passed = failed = skipped = 0
    for line in (test.get("stdout") or "").splitlines():
        check = CHECK.match(line)
        if not check:
            continue
        if check.group(2):
            skipped += 1
        elif check.group(1):
            failed += 1
        else:
            passed += 1
    if test["result"] not in FINE:
        failed = max(failed, 1)
    elif passed + failed + skipped == 0:
        if test["result"] == "SKIP":
            skipped = 1
        else:
            passed = 1
    return passed, failed, skipped


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        tests = [json.loads(line) for line in log if line.strip()]
    totals = [sum(column) for column in zip(*map(count, tests))] or [0, 0, 0]
    for test in tests:
        if test["result"] not in FINE:
            print(f"{test['result']}: {test['name']}")
    print("{} passed, {} failed, {} skipped".format(*totals))
    return 1 if totals[1] or not totals[0] else 0


sys.exit(main())
