#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that every action which the program writes into the journal has words on screen.

The names are read from the calls that write them, and from the tables that such calls take a name
from (`.action = "..."`, `actions[] = { ... }`).
"""

import pathlib
import re
import sys

from tap import Plan, c_files

CALL = re.compile(
    r"\bion_(?:journal_add|ledger_write_journal) \(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
)
TABLE = re.compile(r"\.action = (\"[a-z-]+\")|\bactions\[\] = \{([^{}]*)\}")
NAME = re.compile(r"\"([a-z]+(?:-[a-z]+)*)\"")
WORDS = "src/office/ion-journal-words.c"


def written(text):
    """Returns the names that stand in the text as actions."""
    names = set()
    for call in CALL.finditer(text):
        # The second argument: what comes after it is detail and purpose.
        arguments = call.group(1).split(",", 2)
        if len(arguments) > 1:
            names.update(NAME.findall(arguments[1]))
    for table in TABLE.finditer(text):
        names.update(NAME.findall(table.group(1) or table.group(2)))
    return names


def main():
    root = pathlib.Path(sys.argv[1])
    words = (root / WORDS).read_text(encoding="utf-8")
    known = set(re.findall(r"\{ \"([a-z-]+)\", ION_JOURNAL_", words))
    found = {}
    for path in c_files(root, "src"):
        text = path.read_text(encoding="utf-8")
        if "journal" in text:
            for name in written(text):
                found.setdefault(name, path.relative_to(root))
    plan = Plan()
    plan.check("/journal/found", [] if len(found) > 30 else ["the actions were not found"])
    plan.check("/journal/words", [f"{n} ({found[n]})" for n in sorted(set(found) - known)])
    plan.end()


main()
