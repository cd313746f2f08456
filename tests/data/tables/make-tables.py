#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the files of this folder, and beside each one what the command must answer to it.

    make-tables.py FOLDER

The same bytes every time. What LibreOffice wrote is not written again: make-with-libreoffice.sh.
"""

import json
import pathlib
import sys

import csv_cases
import damage_cases
import libreoffice_cases
import ods_cases
import people_cases
import workbook_cases
from corpus import EXPECTED, FILES, SAME_ROWS

for module in (csv_cases, people_cases, damage_cases, workbook_cases, ods_cases, libreoffice_cases):
    module.make()


def as_text(value, indent=""):
    """Gives JSON that a person can read: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    if isinstance(value, dict) and value and (len(indent + line) > 100 or not indent):
        items = [f"{json.dumps(key)}: {as_text(one, inner)}" for key, one in value.items()]
        opening, closing = "{", "}"
    elif isinstance(value, list) and len(indent + line) > 100 and any(isinstance(one, (list, dict)) for one in value):
        items = [as_text(one, inner) for one in value]
        opening, closing = "[", "]"
    else:
        return line
    return opening + "\n" + ",\n".join(inner + item for item in items) + f"\n{indent}{closing}"


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    for name, told in EXPECTED.items():
        (folder / f"{name}.json").write_text(as_text(told) + "\n", encoding="utf-8")
    (folder / "same-rows.json").write_text(as_text(SAME_ROWS) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
