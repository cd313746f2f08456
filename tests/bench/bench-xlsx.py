#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking and importing a workbook of 100,000 rows, beside unpacking and parsing it for nothing."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from bench_common import Office, Practice, Programs, make_rows, verdict

ROWS = 100000
ROUNDS = 5
RATIO_TARGET = 3.0
MEMORY_TARGET = 64


def run(command):
    """Runs a command; gives its wall time in seconds and the most memory that it held, in KiB."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            said.seek(0)
            raise SystemExit(f"{command}: exit {process.returncode}\n{said.read().decode()}")
        return seconds, usage.ru_maxrss


def make_workbook(make_xlsx, rows, path, *options):
    """Makes a workbook of the sample."""
    with rows.open("rb") as file:
        subprocess.run([make_xlsx, path, *options], stdin=file, check=True)
    return path


def measure(name, programs, practice, yardstick, workbook):
    """Times the yardstick and the program in turn, and prints what the program costs beside it."""
    least, times, peaks = [], {"check": [], "new": []}, {"check": 0, "new": 0}
    for _ in range(ROUNDS):
        # A ledger of its own each time: what earlier imports have left in one is not the workbook's cost.
        with Office(programs, practice, "150/5") as office:
            verbs = {
                "check": ["recipients", "check", str(workbook), "--template", programs.template],
                "new": office.new_campaign_arguments(workbook),
            }
            least.append(run([yardstick, workbook])[0])
            for verb, arguments in verbs.items():
                seconds, peak = run(office.command(*arguments))
                times[verb].append(seconds)
                peaks[verb] = max(peaks[verb], peak)
    base = statistics.median(least)
    for verb, taken in times.items():
        ratio = statistics.median(taken) / base
        peak = peaks[verb] / 1024
        print(
            f"{name}, {verb}: {statistics.median(taken):.2f} s, yardstick {base:.2f} s:"
            f" ratio {ratio:.2f} (at most {RATIO_TARGET}): {verdict(ratio <= RATIO_TARGET)};"
            f" {peak:.1f} MiB (at most {MEMORY_TARGET}): {verdict(peak <= MEMORY_TARGET)}",
            flush=True,
        )


def main():
    programs = Programs(sys.argv)
    yardstick, make_xlsx = sys.argv[5:7]
    with tempfile.TemporaryDirectory() as folder, Practice(programs) as practice:
        rows = make_rows(programs, folder, ROWS)
        shared = make_workbook(make_xlsx, rows, pathlib.Path(folder) / "shared.xlsx")
        inline = make_workbook(make_xlsx, rows, pathlib.Path(folder) / "inline.xlsx", "--inline")
        measure("shared texts", programs, practice, yardstick, shared)
        measure("texts in cells", programs, practice, yardstick, inline)


main()
