#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the whole pipeline is, beside two yardsticks in the same run.

The pipeline is the real command on a durable ledger, with a rate so high that the governor never
holds it. Beside it: a bare loop that makes the same calls, and the same job in Python. Each round
runs the three in turn against one practice platform in its own process; the rate is counted there.
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile

from bench_common import CONCURRENCY, Office, Practice, Programs, make_rows, verdict

ROUNDS = 5
ROWS = 5130
HERE = os.path.dirname(os.path.abspath(__file__))


def pipeline(programs, practice, rows, _):
    """A campaign, from the imported rows to the last outcome."""
    with Office(programs, practice, "100000/1") as office:
        campaign = office.new_campaign(rows)
        practice.reset()
        office.run("campaign", "send", campaign, "--yes")
        figures = office.figures(campaign)
        if figures["pending"] + figures["sending"] + figures["uncertain"]:
            raise SystemExit(f"the campaign did not settle: {figures}")
        return practice.rate()


def bare(programs, practice, rows, _):
    """The same calls and nothing else."""
    with open(rows, encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, delimiter=";")
        codes = "".join(row["CODICE FISCALE"] + "\n" for row in table)
    practice.reset()
    subprocess.run(
        [programs.bare_loop, practice.url, str(CONCURRENCY)], input=codes, text=True, check=True,
        stdout=subprocess.DEVNULL,
    )
    return practice.rate()


def python(_, practice, rows, folder):
    """The same job with aiohttp and sqlite3."""
    ledger = os.path.join(folder, "python.db")
    practice.reset()
    with open(rows, encoding="utf-8-sig") as file:
        subprocess.run(
            [sys.executable, os.path.join(HERE, "aiohttp_job.py"), practice.url, str(CONCURRENCY), ledger],
            stdin=file, check=True, stdout=subprocess.DEVNULL,
        )
    for name in os.listdir(folder):
        if name.startswith("python.db"):
            os.remove(os.path.join(folder, name))
    return practice.rate()


def main():
    programs = Programs(sys.argv)
    ways = {"pipeline": pipeline, "bare loop": bare, "python": python}
    rates = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder, Practice(programs, "--rate", "0", "--latency", "0") as practice:
        rows = make_rows(programs, folder, ROWS)
        for round_number in range(1, ROUNDS + 1):
            for name, way in ways.items():
                rate, figures = way(programs, practice, rows, folder)
                rates[name].append(rate)
                print(f"round {round_number}: {name:9} {rate:8.0f} calls/s ({figures['calls']} calls)", flush=True)
    for name, values in rates.items():
        print(f"{name:9} median {statistics.median(values):8.0f} calls/s")
    for name, target in (("bare loop", 0.5), ("python", 1.5)):
        ratio = statistics.median(p / y for p, y in zip(rates["pipeline"], rates[name]))
        print(f"pipeline / {name}: {ratio:.2f} (at least {target}): {verdict(ratio >= target)}")


main()
