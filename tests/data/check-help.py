#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that every verb has its help and its man page, and that mandoc finds no fault with them."""

import os
import pathlib
import shutil
import subprocess
import sys

from tap import Plan


def lint(page):
    """Lists what mandoc warns of; a page has no date, since it changes with the command."""
    told = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True, check=False
    )
    return [line for line in told.stdout.splitlines() if "missing date" not in line]


def main():
    cli, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    plan = Plan()

    def said(*arguments):
        return subprocess.run(
            [cli, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False,
        )

    verbs = [line.split() for line in said("help", "--man", "--list").stdout.splitlines()]
    pages = {"io-notifier-cli", *("-".join(["io-notifier-cli", *verb]) for verb in verbs)}
    plan.check("/help/man/no-other", {path.stem for path in folder.iterdir()} ^ pages)
    for verb in verbs:
        told = said(*verb, "--help")
        faults = [f"exit status {told.returncode}"] if told.returncode else []
        if " ".join(verb) not in told.stdout:
            faults.append("the help does not name the verb")
        plan.check("/help/text/" + "/".join(verb), faults)
    window = pathlib.Path(__file__).parents[2] / "data" / "man" / "io-notifier.1"
    for page in [*(folder / f"{page}.1" for page in sorted(pages)), window]:
        if not shutil.which("mandoc"):
            plan.skip(f"/help/man/{page.stem}", "mandoc is not installed")
        else:
            plan.check(f"/help/man/{page.stem}", lint(page))
    plan.end()


main()
