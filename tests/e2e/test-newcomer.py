#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""./dev run as a newcomer types it: with a display it ends in the window with the sample campaign."""

import os
import pathlib
import subprocess

from program import Program
from scenario import home, play

PEOPLE = "5.130"
ROOT = pathlib.Path(__file__).parent.parent.parent
BUILD = pathlib.Path(os.environ["ION_WINDOW"]).parent.parent.parent
# The sample is sent at the pace of the demonstration, on a machine that may be busy.
PATIENCE = 200.0


def check_without_display(plan):
    """Programs that do nothing stand in for what is built: only what is said is looked at."""
    folder = pathlib.Path(home("built"))
    for program in ("src/cli/io-notifier-cli", "data/sample/make-sample"):
        path = folder / program
        path.parent.mkdir(parents=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o700)
    blind = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    run = subprocess.run([ROOT / "dev", "run", folder], env=blind, capture_output=True, text=True, check=False)
    faults = [] if run.returncode == 0 and "on a desktop" in run.stdout else [str(run.returncode), run.stdout, run.stderr]
    plan.check("without a display it says what to do", faults)


def scenario(plan):
    """The whole story."""
    check_without_display(plan)
    said = home("said")
    # The window takes the place of the shell: its process is the program's.
    line = f'cd "{ROOT}" && exec ./dev run "{BUILD}" >"{said}"'
    program = Program("-c", line, binary="/bin/sh", patience=PATIENCE)
    words = pathlib.Path(said).read_text(encoding="utf-8")
    plan.check("it says what it does", [] if "The window opens" in words else words.splitlines())
    program.act("show-place", "campaigns")
    program.shows("Rette scolastiche")
    plan.check("the sample campaign stands among the campaigns", [])
    program.click_row(contains="Rette scolastiche")
    program.shows(PEOPLE)
    program.shows("hanno ricevuto")
    plan.check("it opens and says how many got it", [])
    program.quit()
    plan.check("it ends in order", program.faults())


if __name__ == "__main__":
    play(scenario)
