#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A campaign of a million messages in the window: opened, then scrolled through while it is being sent and a file
is imported. Time until rows are on screen, the UI thread, memory.

With one more argument, that many rows instead.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from bench_common import Office, Practice, Programs, make_rows, verdict

ROWS = 1000000
IMPORTED = 100000
ROUNDS = 5
TARGET_OPEN = 150  # ms until rows are on screen
TARGET_STEP = 16  # ms of the UI thread for one thing of ours
TARGET_MEMORY = 250  # MiB
YARDSTICK = 3000000


def yardstick():
    """How often this process had a processor while it wanted one: 1 on a machine that does nothing else."""
    clock, processor = time.perf_counter(), time.process_time()
    sum(range(YARDSTICK))
    return (time.process_time() - processor) / (time.perf_counter() - clock)


def look(program, office, *arguments):
    """Runs the window once and gives its figures by name."""
    data = os.path.dirname(os.path.dirname(office.programs.template))
    environment = dict(os.environ, GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_A11Y="none",
                       GSETTINGS_BACKEND="memory", ION_DATA_DIR=data)
    told = subprocess.run(
        [program, os.path.join(office.folder, "office"), *arguments],
        env=environment, stdout=subprocess.PIPE, text=True, check=True,
    )
    return dict(line.split(" ", 1) for line in told.stdout.splitlines())


def name_places(program, places):
    """The functions at these addresses, innermost first, as far as the tools of the machine know them."""
    if places == "-":
        return "not in a function of ours"
    try:
        told = subprocess.run(
            ["addr2line", "-f", "-e", program, *places.split(",")], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return places
    return " < ".join(told.stdout.split("\n")[0::2][:6])


def say(name, value, target=None, more=""):
    """One figure, in milliseconds, beside its target."""
    beside = f" (at most {target}): {verdict(value <= target)}" if target else ""
    print(f"{name}: {value:.1f} ms{beside}{more}")


def tell_opening(rounds):
    """Until rows are on screen: by the clock, and without the time that other programs had the processor."""
    clock = [int(figures["rows-on-screen"]) / 1000 for figures in rounds]
    alone = [(int(figures["rows-on-screen"]) - int(figures["rows-on-screen-queued"])) / 1000 for figures in rounds]
    print(f"opening, {rounds[0]['rows']} messages, the middle of {len(rounds)} rounds:")
    say("rows on screen", statistics.median(clock), TARGET_OPEN,
        f" (from {min(clock):.0f} to {max(clock):.0f}; without waiting for a processor {statistics.median(alone):.1f})")
    for name in ("made", "all-rows-known", "opening-callback", "opening-callback-work"):
        say(f"  {name}", statistics.median(int(figures[name]) / 1000 for figures in rounds))


def tell_work(program, figures):
    """The UI thread, and memory."""
    step = {name: int(value) / 1000 for name, value in figures.items() if name != "callback-where"}
    print(f"scrolling, while {figures['sent']} messages were sent and {IMPORTED} rows imported {figures['imports']} times"
          " (without waiting for a processor; longest of all):")
    where = name_places(program, figures["callback-where"])
    say("callbacks between two looks at the queue", step["callback"], TARGET_STEP,
        f" (by the clock {step['callback-by-clock']:.1f}, at work {step['callback-work']:.1f}); {where}")
    say("one cell made or bound", step["cell"], TARGET_STEP)
    say("all cells of one move", step["cells"], TARGET_STEP)
    say("page read", step["page"], TARGET_STEP, f" (at work {step['page-work']:.1f})")
    for name in ("move", "layout", "paint"):
        say(f"  {name}, with what GTK does", step[name])
    memory = int(figures["memory"]) / 1024
    print(f"memory: {memory:.0f} MiB at its highest (at most {TARGET_MEMORY}): {verdict(memory <= TARGET_MEMORY)}")


def main():
    program = sys.argv[5]
    count = int(sys.argv[6]) if len(sys.argv) > 6 else ROWS
    programs = Programs(sys.argv)
    print(f"share of a processor that was to be had: {yardstick():.2f}")
    with tempfile.TemporaryDirectory() as folder, \
            Practice(programs, "--rate", "0", "--latency", "0") as practice, \
            Office(programs, practice, "100000/1") as office:
        campaign = office.new_campaign(make_rows(programs, folder, count))
        tell_opening([look(program, office, campaign) for _ in range(ROUNDS)])
        sys.stdout.flush()
        tell_work(program, look(program, office, campaign, str(make_rows(programs, folder, IMPORTED))))
    print(f"share of a processor that was to be had: {yardstick():.2f}")


main()
