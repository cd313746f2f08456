#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Holds the command against every file of tests/data/tables.

    check-tables.py SOURCE_ROOT COMMAND

COMMAND is io-notifier-cli with its clock at 1 December 2026. What it must answer to NAME stands in
NAME.json; texts for people are not compared, but there must be one.
"""

import concurrent.futures
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

from tap import Plan

SAME_ROWS = "same-rows.json"


class Command:
    """The command, in a folder of its own without an office."""

    def __init__(self, program, folder):
        self.program = program
        self.env = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_DATA_HOME": folder}
        self.env["IO_NOTIFIER_OFFICE"] = folder + "/no-office"

    def run(self, *arguments):
        """Gives exit status, standard output and standard error."""
        told = subprocess.run(
            [self.program, "--json", "--quiet", "recipients", *arguments],
            env=self.env, capture_output=True, check=False, timeout=60,
        )
        return told.returncode, told.stdout.decode("utf-8"), told.stderr.decode("utf-8", "replace")


def find_template(root, name):
    """Gives the file of a template: one of the program's, or one of the corpus."""
    own = root / "tests/data/tables/templates" / f"{name}.json"
    return own if own.exists() else root / "data/templates" / f"{name}.json"


def without_texts(issues, faults):
    """Gives issues or doubts without their messages, in an order of their own."""
    told = []
    for issue in issues:
        if not issue.get("message"):
            faults.append(f"no message: {issue}")
        told.append({key: value for key, value in issue.items() if key != "message" and (key, value) != ("proposal", None)})
    return sorted(told, key=lambda one: json.dumps(one, sort_keys=True))


def compare_report(expected, told):
    """Lists in what a report differs; what is not expected by name may be there."""
    faults = []
    for key, value in expected.items():
        if key not in told:
            faults.append(f"“{key}” is missing")
            continue
        other = told[key]
        if key in ("errors", "warnings", "doubts"):
            value, other = without_texts(({**one, "message": "-"} for one in value), faults), without_texts(other, faults)
        if value != other:
            pair = [json.dumps(one, indent=1, ensure_ascii=False).split("\n") for one in (value, other)]
            faults.append(f"“{key}” differs:")
            faults.extend(difflib.unified_diff(*pair, "expected", "told", lineterm="", n=2))
    return faults


def check_file(command, root, path):
    """Lists in what the answer to a file differs from the one that stands in NAME.json."""
    answer = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
    path = path.with_name(answer.get("file", path.name))
    arguments = ["check", str(path), *answer.get("arguments", [])]
    if "template" in answer:
        arguments += ["--template", str(find_template(root, answer["template"]))]
    status, out, err = command.run(*arguments)
    faults = [] if status == answer["exit"] else [f"exit status {status}, not {answer['exit']}"]
    if "read" in answer:
        faults += compare_rows("expected", answer["read"], path.name, read_rows(command, path, answer.get("options", [])))
    if "error" in answer:
        if not re.search(answer["error"], err):
            faults.append(f"said: {err.strip() or out.strip()[:300]}")
        if len(err.strip().split("\n")) != 1:
            faults.append("more than one line")
        return faults
    if not out.strip():
        return faults + [f"said: {err.strip()}"]
    return faults + compare_report(answer["report"], json.loads(out))


def read_rows(command, path, options):
    """Gives the rows of a file as the command reads them, or what it says instead."""
    status, out, err = command.run("read", str(path), *options)
    return json.loads(out) if status == 0 else f"exit status {status}: {err.strip()}"


def compare_rows(name, rows, other_name, other):
    """Lists the rows in which two tables differ."""
    if isinstance(other, str):
        return [f"{other_name}: {other}"]
    if rows == other:
        return []
    pair = [[json.dumps(row, ensure_ascii=False) for row in table] for table in (rows, other)]
    return list(difflib.unified_diff(*pair, name, other_name, lineterm="", n=0))


def check_same_rows(command, folder, files):
    """Lists which files of a group give other rows than the first."""
    tables = {str(file): file if isinstance(file, list) else [file, []] for file in files}
    rows = {name: read_rows(command, folder / file, options) for name, (file, options) in tables.items()}
    first, *others = rows
    if isinstance(rows[first], str):
        return [f"{first}: {rows[first]}"]
    faults = [] if len(rows[first]) > 1 else ["there are no rows"]
    return faults + [fault for other in others for fault in compare_rows(first, rows[first], other, rows[other])]


def content(path):
    """Gives what a file holds; of an archive its members, since there are several ways to pack them."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            try:
                return [(one.filename, one.date_time, archive.read(one)) for one in archive.infolist()]
            except (zipfile.BadZipFile, RuntimeError):
                pass  # broken on purpose
    return path.read_bytes()


def check_generator(folder):
    """Lists the files that the generator writes otherwise than they are."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, "-B", folder / "make-tables.py", made], check=True)
        for path in sorted(pathlib.Path(made).iterdir()):
            here = folder / path.name
            if not here.exists():
                yield f"{path.name} is missing: run make-tables.py"
            elif content(here) != content(path):
                yield f"{path.name} is not what make-tables.py writes"


def check_complete(folder, answers):
    """Lists the files without an answer and the answers without a file."""
    programs = {".py", ".sh", ".md", ".gitattributes"}
    files = {
        path.name for path in folder.iterdir()
        if path.is_file() and path.suffix not in programs and path.name not in programs
    }
    files -= {name for name in files if name.endswith(".json")}
    yield from (f"{name} has no answer" for name in sorted(files - answers))
    yield from (f"{name} has an answer and is not there" for name in sorted(answers - files))


def main():
    root = pathlib.Path(sys.argv[1])
    folder = root / "tests/data/tables"
    names = sorted(
        path.name.removesuffix(".json") for path in folder.glob("*.json") if path.name != SAME_ROWS
    )
    plan = Plan()
    with tempfile.TemporaryDirectory() as home, concurrent.futures.ThreadPoolExecutor(2) as pool:
        command = Command(sys.argv[2], home)
        plan.check("/tables/generator", check_generator(folder))
        answers = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names}
        asked = {answer.get("file", name) for name, answer in answers.items()}
        plan.check("/tables/complete", check_complete(folder, asked))
        faults = pool.map(lambda name: check_file(command, root, folder / name), names)
        for name, found in zip(names, faults):
            plan.check(f"/tables/{name}", found)
        groups = json.loads((folder / SAME_ROWS).read_text(encoding="utf-8"))
        for group, files in groups.items():
            plan.check(f"/tables/same-rows/{group}", check_same_rows(command, folder, files))
    plan.end()


main()
