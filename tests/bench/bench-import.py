#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A million rows imported, beside sqlite3's own .import of the same file: time, memory, the longest wait for the lock.

With one more argument, that many rows instead.
"""

import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from bench_common import Office, Practice, Programs, make_rows, verdict

ROWS = 1000000
ROUNDS = 3
TARGET_RATIO = 3.0
TARGET_MEMORY = 128  # MiB
TARGET_LOCK = 50  # ms
LOOK = 0.0002  # s


class Waiter(threading.Thread):
    """Somebody else who wants to write to the ledger, all the time; remembers the longest that took."""

    def __init__(self, ledger):
        super().__init__()
        self.ledger = ledger
        self.over = threading.Event()
        self.times = 0
        self.longest = 0.0

    def run(self):
        # Without a timeout: SQLite's own waiting sleeps for longer than the lock is held.
        connection = sqlite3.connect(self.ledger, timeout=0, isolation_level=None)
        while not self.over.is_set():
            began = time.monotonic()
            while True:
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    break
                except sqlite3.OperationalError:
                    time.sleep(LOOK)
            self.longest = max(self.longest, time.monotonic() - began)
            self.times += 1
            connection.execute("ROLLBACK")
            time.sleep(0.001)
        connection.close()

    def stop(self):
        """Ends it and gives the longest wait, in milliseconds."""
        self.over.set()
        self.join()
        return self.longest * 1000


def time_yardstick(rows, folder):
    """Seconds that sqlite3 needs for the same file."""
    database = pathlib.Path(folder) / "yardstick.db"
    database.unlink(missing_ok=True)
    began = time.monotonic()
    subprocess.run(["sqlite3", database, ".mode csv", ".separator ;", f".import {rows} rows"], check=True)
    return time.monotonic() - began


def time_import(programs, practice, rows):
    """Seconds and peak (KiB) of one import into an office of its own."""
    with Office(programs, practice, "100000/1") as office:
        began = time.monotonic()
        _, peak = office.peak(*office.new_campaign_arguments(rows))
        return time.monotonic() - began, peak


def longest_wait(programs, practice, rows):
    """Milliseconds, and how often was asked, while one more import runs."""
    with Office(programs, practice, "100000/1") as office:
        waiter = Waiter(os.path.join(office.folder, "office", "ledger.db"))
        waiter.start()
        office.peak(*office.new_campaign_arguments(rows))
        return waiter.stop(), waiter.times


def main():
    count = int(sys.argv[5]) if len(sys.argv) > 5 else ROWS
    programs = Programs(sys.argv)
    with tempfile.TemporaryDirectory() as folder, Practice(programs, "--rate", "0", "--latency", "0") as practice:
        rows = make_rows(programs, folder, count)
        print(f"{count} rows, {rows.stat().st_size / 1e6:.0f} MB")
        yardsticks, ours, peaks = [], [], []
        for turn in range(ROUNDS):
            yardsticks.append(time_yardstick(rows, folder))
            seconds, peak = time_import(programs, practice, rows)
            ours.append(seconds)
            peaks.append(peak)
            print(f"round {turn + 1}: .import {yardsticks[-1]:.2f} s, ours {seconds:.2f} s, {peak / 1024:.1f} MiB")
        wait, times = longest_wait(programs, practice, rows)
    ratio = statistics.median(ours) / statistics.median(yardsticks)
    memory = max(peaks) / 1024
    print(f"import: {ratio:.2f} times .import (at most {TARGET_RATIO}): {verdict(ratio <= TARGET_RATIO)}")
    print(f"memory: {memory:.1f} MiB (at most {TARGET_MEMORY}): {verdict(memory <= TARGET_MEMORY)}")
    print(f"longest of {times} waits to write: {wait:.1f} ms (at most {TARGET_LOCK}): {verdict(wait <= TARGET_LOCK)}")


main()
