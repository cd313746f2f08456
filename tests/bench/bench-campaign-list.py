#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A campaign of a million messages opened in the window and scrolled through: time, the UI thread, memory.

With one more argument, that many rows instead.
"""

import os
import statistics
import subprocess
import sys
import tempfile

from bench_common import Office, Practice, Programs, make_rows, verdict

ROWS = 1000000
ROUNDS = 5
TARGET_OPEN = 150  # ms until rows are on screen
TARGET_STEP = 16  # ms of the UI thread for one thing of ours
TARGET_MEMORY = 250  # MiB


def look(program, office, campaign):
    """Runs the window once and gives its figures by name."""
    environment = dict(os.environ, GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_A11Y="none",
                       GSETTINGS_BACKEND="memory")
    told = subprocess.run(
        [program, os.path.join(office.folder, "office"), campaign],
        env=environment, stdout=subprocess.PIPE, text=True, check=True,
    )
    return {name: int(value) for name, value in (line.split() for line in told.stdout.splitlines())}


def main():
    program = sys.argv[5]
    count = int(sys.argv[6]) if len(sys.argv) > 6 else ROWS
    programs = Programs(sys.argv)
    with tempfile.TemporaryDirectory() as folder, \
            Practice(programs, "--rate", "0", "--latency", "0") as practice, \
            Office(programs, practice, "100000/1") as office:
        campaign = office.new_campaign(make_rows(programs, folder, count))
        rounds = [look(program, office, campaign) for _ in range(ROUNDS)]
    print(f"{rounds[0]['rows']} messages, {ROUNDS} rounds; milliseconds")
    for name in ("made", "rows-on-screen", "all-rows-known", "opening-callback", "callback", "bindings", "page",
                 "jump", "layout", "paint"):
        times = [figures[name] / 1000 for figures in rounds]
        print(f"{name}: {statistics.median(times):.1f} (longest {max(times):.1f})")
    opened = statistics.median(figures["rows-on-screen"] for figures in rounds) / 1000
    # The longest of each round; of the rounds the one in the middle, since others use the machine too.
    step = statistics.median(
        max(figures[name] for name in ("callback", "bindings", "page")) for figures in rounds) / 1000
    memory = max(figures["memory"] for figures in rounds) / 1024
    print(f"rows on screen: {opened:.0f} ms after opening (at most {TARGET_OPEN}): {verdict(opened <= TARGET_OPEN)}")
    print(f"longest step while scrolling: {step:.1f} ms (at most {TARGET_STEP}): {verdict(step <= TARGET_STEP)}")
    print(f"memory: {memory:.0f} MiB at its highest (at most {TARGET_MEMORY}): {verdict(memory <= TARGET_MEMORY)}")


main()
