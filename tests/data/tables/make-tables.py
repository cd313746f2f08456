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
import people_cases
from corpus import EXPECTED, FILES, SAME_ROWS

csv_cases.make()
people_cases.make()


def as_text(value):
    """Gives JSON that a person can read: one line an issue or column."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    for list_of in ("row", "column", "code"):
        text = _joined(text, list_of)
    return text + "\n"


def _joined(text, first_key):
    lines, out, held = text.split("\n"), [], None
    for line in lines:
        if held is None and line.strip() == "{":
            held = [line]
        elif held is not None:
            held.append(line)
            if len(held) == 2 and not line.strip().startswith(f'"{first_key}"'):
                out.extend(held)
                held = None
            elif line.strip() in ("}", "},"):
                inner = " ".join(part.strip() for part in held[1:-1])
                out.append(f"{held[0]}{inner}{held[-1].strip()}")
                held = None
        else:
            out.append(line)
    return "\n".join(out + (held or []))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    for name, told in EXPECTED.items():
        (folder / f"{name}.json").write_text(as_text(told), encoding="utf-8")
    (folder / "same-rows.json").write_text(as_text(SAME_ROWS), encoding="utf-8")


if __name__ == "__main__":
    main()
