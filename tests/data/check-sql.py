#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that the ledger's SQL stays in the subset that SQLite and PostgreSQL both take."""

import pathlib
import re
import sys

from tap import Plan, c_files

# Where one engine's own words stand: opening, settings, the schema's version.
DIALECT = {"ion-sqlite.c", "ion-migration.c"}

TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
STATEMENT = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|WITH)\b.*\b(FROM|INTO|SET|AS)\b", re.DOTALL)

# What only one of the two takes, or what they take differently.
FORBIDDEN = {
    "a conflict clause of SQLite's own": r"\bOR (IGNORE|REPLACE|ABORT|FAIL|ROLLBACK)\b",
    "a kind of transaction": r"\bBEGIN (IMMEDIATE|EXCLUSIVE|DEFERRED)\b",
    "a word of one engine": r"\b(PRAGMA|VACUUM|GLOB|REGEXP|ROWID|INDEXED BY|AUTOINCREMENT|FOR UPDATE|SKIP LOCKED|ILIKE)\b",
    "a function of one engine": r"\b(IFNULL|NVL|STRFTIME|JULIANDAY|DATETIME|NOW|GREATEST|LEAST|GROUP_CONCAT|STRING_AGG|TOTAL|TYPEOF|CHANGES|LAST_INSERT_ROWID) ?\(",
    "the larger of two by max or min": r"\b(MAX|MIN) ?\([^()]*,",
    "LIKE, whose case differs": r"\bLIKE\b",
    "an operator of one engine": r"->>?|::|\bIS (NOT )?DISTINCT\b|= ?ANY\b",
    "a literal of bytes": r"\bX'[0-9A-Fa-f]*'",
    "a column of an alias given back": r"\bRETURNING\b[^;]*\w\.\w",
    "truth as a word": r"= ?(TRUE|FALSE)\b",
    "a name between quotation marks": r'\\"',
    "a parameter without a number": r"(?<![\w$])\?",
}


def statements(text):
    """Yields the texts of C that are SQL, those side by side joined."""
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for run in re.finditer(rf"(?:{TEXT.pattern}\s*(?:[A-Z_]{{3,}}\s+)?)+", code):
        joined = "".join(match.group(1) for match in TEXT.finditer(run.group(0)))
        if STATEMENT.search(joined):
            yield joined


def main():
    store = pathlib.Path(sys.argv[1]) / "src/store"
    files = [path for path in c_files(store, ".") if path.name not in DIALECT]
    found = [(path.name, sql) for path in files for sql in statements(path.read_text(encoding="utf-8"))]
    plan = Plan()
    plan.check("/sql/found", [] if len(found) > 100 else [f"only {len(found)} statements were found"])
    for what, pattern in FORBIDDEN.items():
        rule = re.compile(pattern, re.IGNORECASE)
        plan.check(
            "/sql/" + re.sub(r"\W+", "-", what),
            [f"{name}: {sql[:100]}" for name, sql in found if rule.search(sql)],
        )
    plan.end()


main()
