#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""How much of what the platform permits a campaign uses, at the real rate, with a jittery network.

Each call takes 20-80 ms to arrive, and its answer as long to come back. The platform counts 150
calls in any 5 seconds on its own clock. The share is taken over whole windows: 150 x m calls and
the one after them, so that neither the first burst nor the last, partly filled window makes the
figure better or worse than it is.
"""

import sys
import tempfile

from bench_common import Office, Practice, Programs, make_rows, verdict

CALLS, SECONDS = 150, 5
ROWS = 1400
TARGET = 0.98


def main():
    programs = Programs(sys.argv)
    options = ("--rate", f"{CALLS}/{SECONDS}", "--latency", "40-160")
    with tempfile.TemporaryDirectory() as folder, Practice(programs, *options) as practice:
        rows = make_rows(programs, folder, ROWS)
        with Office(programs, practice, f"{CALLS}/{SECONDS}") as office:
            campaign = office.new_campaign(rows)
            practice.reset()
            office.run("campaign", "send", campaign, "--yes")
            times = practice.times()
            throttled = practice.figures()["throttled"]
    windows = (len(times) - 1) // CALLS
    elapsed = times[windows * CALLS] - times[0]
    share = windows * SECONDS / elapsed
    print(f"{len(times)} calls in {times[-1] - times[0]:.1f} s on the platform's clock, {throttled} answers 429")
    print(f"share of the permitted calls used: {share:.2%} (at least {TARGET:.0%}): {verdict(share >= TARGET)}")
    print(f"answers 429: {throttled} (none): {verdict(throttled == 0)}")


main()
