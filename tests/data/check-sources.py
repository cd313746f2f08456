#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what every source file of the project must look like."""

import json
import pathlib
import re
import shutil
import subprocess
import sys

from tap import Plan, c_files

LINES_MAX = 600
TEXT = {".c", ".h", ".py", ".sh", ".sql", ".md", ".json", ".page", ".po", ".build", ""}
# Written in pieces, so that this file does not fail its own check.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|HA" r"CK)\b|(?<!\")\bXX" r"X\b(?!\")|[Ll]orem " r"ipsum")
PLACE = re.compile(r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|home/\w+)/")
TICKET = re.compile(r"\b[Ii]ssue #?\d+\b|\(#\d+\)")


def texts(root):
    """Lists the text files that git knows, or all of them where there is no git."""
    git = subprocess.run(
        ["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    names = git.stdout.split("\0") if git.returncode == 0 else []
    paths = [root / name for name in names if name] or [
        path for folder in ("src", "tests", "data", "po", "help") for path in (root / folder).rglob("*")
    ]
    return [
        path
        for path in paths
        if path.is_file() and path.suffix in TEXT and "corpus" not in path.parts and "LICENSE" not in str(path)
    ]


def long_files(root):
    """Lists the files that ought to be several."""
    for path in c_files(root, "src", "tests"):
        lines = path.read_bytes().count(b"\n")
        if lines > LINES_MAX:
            yield f"{path.relative_to(root)}: {lines} lines, {LINES_MAX} at most"


def unlicensed(root):
    """Lists the programs that do not begin with their licence."""
    files = c_files(root, "src", "tests") + sorted(root.glob("tests/**/*.py"))
    for path in files + [root / "dev"]:
        head = path.read_text(encoding="utf-8").splitlines()[:4]
        if not any("SPDX-License-Identifier: EUPL-1.2" in line for line in head):
            yield f"{path.relative_to(root)}: no SPDX lines at its head"


def words(root, pattern):
    """Lists the lines of the project's texts in which the pattern occurs."""
    for path in texts(root):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(root)}:{number}: {line.strip()[:80]}"


def misnamed(root):
    """Lists the types that do not live in the file named after them."""
    for path in c_files(root, "src"):
        for name in re.findall(r"G_DEFINE_FINAL_TYPE \((\w+),", path.read_text(encoding="utf-8")):
            expected = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
            if path.stem != expected:
                yield f"{path.relative_to(root)} defines {name}"


def unformatted(program, root):
    """Lists the files that clang-format would write otherwise."""
    files = [str(path.relative_to(root)) for path in c_files(root, "src", "tests")]
    if not files:
        return []
    told = subprocess.run(
        [program, "--dry-run", "-Werror", *files], cwd=root, capture_output=True, text=True, check=False
    )
    return sorted({line.split(":")[0] for line in told.stderr.splitlines() if "error:" in line})


def clang_format():
    """Finds the version that the style file was written for; others differ in details."""
    for name in ("clang-format-14", "clang-format"):
        program = shutil.which(name)
        if program:
            told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
            if "version 14." in told.stdout:
                return program
    return None


def bad_json(root):
    """Lists the JSON files that are not JSON."""
    for path in sorted(root.glob("*.json")) + sorted(root.glob("data/**/*.json")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            yield f"{path.relative_to(root)}: {error}"


def main():
    root = pathlib.Path(sys.argv[1])
    plan = Plan()
    plan.check("/sources/length", long_files(root))
    plan.check("/sources/licence", unlicensed(root))
    plan.check("/sources/one-type-a-file", misnamed(root))
    plan.check("/sources/finished", words(root, UNFINISHED))
    plan.check("/sources/no-place-of-one-machine", words(root, PLACE))
    plan.check("/sources/no-ticket-numbers", words(root, TICKET))
    plan.check("/sources/json", bad_json(root))
    program = clang_format()
    if program:
        plan.check("/sources/format", unformatted(program, root))
    else:
        plan.skip("/sources/format", "clang-format 14 is not installed")
    if shutil.which("reuse"):
        told = subprocess.run(
            ["reuse", "--root", str(root), "lint"], capture_output=True, text=True, check=False
        )
        plan.check("/sources/reuse", told.stdout.splitlines() if told.returncode else [])
    else:
        plan.skip("/sources/reuse", "reuse is not installed")
    plan.end()


main()
