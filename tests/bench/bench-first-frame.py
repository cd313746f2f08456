#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""From start to the first frame: our window over an office beside gnome-text-editor, in turns."""

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 12
TARGET = 1.2


def measure(first_frame, *command):
    """Milliseconds from start to first frame, on a message bus of its own."""
    run = subprocess.run(
        ["dbus-run-session", "--", first_frame, *command], check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def main():
    window, cli, first_frame = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(f"{home}/run", mode=0o700)
        os.environ.update(
            HOME=home, XDG_RUNTIME_DIR=f"{home}/run", XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
            XDG_CACHE_HOME=f"{home}/cache", XDG_STATE_HOME=f"{home}/state", GDK_BACKEND="x11", GSK_RENDERER="cairo",
            GTK_A11Y="none", GSETTINGS_BACKEND="memory",
        )
        office = f"{home}/office"
        subprocess.run([cli, "--practice", "--office", office, "office", "show"], check=True, capture_output=True)
        commands = {"gnome-text-editor": ["gnome-text-editor"], "io-notifier": [window, "--practice", "--office", office]}
        for command in commands.values():
            measure(first_frame, *command)  # what the disk holds ready, and settings made once
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(measure(first_frame, *command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f"{name}: first frame after {medians[name]:.0f} ms (from {min(values):.0f} to {max(values):.0f})")
    ratio = medians["io-notifier"] / medians["gnome-text-editor"]
    print(f"io-notifier / gnome-text-editor: {ratio:.2f} (target: at most {TARGET})")


if __name__ == "__main__":
    main()
