#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The most memory that importing and sending hold, at 1,000 deliveries and at 100,000."""

import sys
import tempfile

from bench_common import Office, Practice, Programs, make_rows, verdict

SMALL, LARGE = 1000, 100000
TARGET = 1.3


def peaks(programs, practice, folder, count):
    """Gives the peaks of one import and of one sending, in KiB."""
    rows = make_rows(programs, folder, count)
    with Office(programs, practice, "100000/1") as office:
        campaign, importing = office.peak(*office.new_campaign_arguments(rows))
        _, sending = office.peak("campaign", "send", campaign, "--yes")
        return importing, sending


def main():
    programs = Programs(sys.argv)
    with tempfile.TemporaryDirectory() as folder, Practice(programs, "--rate", "0", "--latency", "0") as practice:
        small = peaks(programs, practice, folder, SMALL)
        large = peaks(programs, practice, folder, LARGE)
    for name, few, many in zip(("import", "send"), small, large):
        ratio = many / few
        print(
            f"{name}: {few / 1024:.1f} MiB at {SMALL}, {many / 1024:.1f} MiB at {LARGE}:"
            f" ratio {ratio:.2f} (at most {TARGET}): {verdict(ratio <= TARGET)}"
        )


main()
