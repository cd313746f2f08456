#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that each limit of a table is named in a test called /limits/...: none goes untested."""

import pathlib
import re
import sys

from tap import Plan, c_files

LIMIT = re.compile(r"^#define (ION_TABLE_\w+)", re.MULTILINE)
FUNCTION = re.compile(
    r"((?:^/\*(?:(?!\*/).)*\*/\n)?)^static [^\n;]*\n(\w+) \([^;{]*\)\n(\{\n.*?^\})",
    re.MULTILINE | re.DOTALL,
)


def tested(text):
    """Returns what the tests registered as /limits/... say, with what they call."""
    bodies = {name: comment + body for comment, name, body in FUNCTION.findall(text)}
    names = set()
    for match in re.finditer(r"(?:g_test_add\w*|ADD\w*) \(([^;]*)\);", text):
        if re.search(r"/limits?/", match.group(1)):
            names.update(re.findall(r"\w+", match.group(1)))
    todo = [name for name in names if name in bodies]
    seen = set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        todo += [word for word in re.findall(r"\w+", bodies[name]) if word in bodies]
    return "\n".join(bodies[name] for name in seen)


def main():
    root = pathlib.Path(sys.argv[1])
    header = (root / "src/adapters/tables/ion-table-limits.h").read_text(encoding="utf-8")
    limits = LIMIT.findall(header)
    said = "\n".join(
        tested(path.read_text(encoding="utf-8")) for path in c_files(root, "tests") if path.suffix == ".c"
    )
    words = set(re.findall(r"\w+", said))
    plan = Plan()
    plan.check("/limits/found", [] if len(limits) >= 6 else ["the limits were not found"])
    plan.check("/limits/tested", [limit for limit in limits if limit not in words])
    plan.end()


main()
