# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The few lines of TAP that the checks of this folder share."""

import sys


class Plan:
    """Counts checks and tells them as TAP; the faults of a check follow it as comments."""

    def __init__(self):
        self.done = 0
        self.failed = 0
        print("TAP version 13")

    def check(self, name, faults):
        """Tells one check: it passes when the list of faults is empty."""
        faults = list(faults)
        self.done += 1
        self.failed += 1 if faults else 0
        print(f"{'not ok' if faults else 'ok'} {self.done} {name}")
        for fault in faults:
            print(f"# {fault}")

    def skip(self, name, why):
        """Tells one check that cannot run here."""
        self.done += 1
        print(f"ok {self.done} {name} # SKIP {why}")

    def end(self):
        """Prints the plan and ends the program."""
        print(f"1..{self.done}", flush=True)
        sys.exit(1 if self.failed else 0)


def c_files(root, *folders):
    """Lists the C sources and headers under the folders, sorted."""
    return sorted(
        path for folder in folders for path in (root / folder).rglob("*.[ch]") if path.is_file()
    )
