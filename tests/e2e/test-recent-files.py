#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A list of citizens that was chosen is not among the desktop's recent files: its name may tell on them."""

import os
import pathlib
import shutil

from program import Program
from scenario import BookedOffice, home, play

NAME = "morosi_via_garibaldi.csv"


def scenario(plan):
    """The whole story."""
    office = BookedOffice()
    rows = home(NAME)
    shutil.move(office.make_rows("rette.csv", 20, 1), rows)
    program = Program("--practice", "--office", office.folder)
    program.act("new-campaign")
    program.click_row("Destinatari")
    program.click_row("Scegli un file…")
    program.choose_file(rows)
    program.shows(NAME)
    plan.check("the list is read", [])
    program.quit()
    plan.check("it ends in order", program.faults())
    recent = pathlib.Path(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
    kept = recent.read_text(encoding="utf-8") if recent.exists() else ""
    plan.check("its name is not kept", [kept] if NAME in kept else [])
    office.close()


if __name__ == "__main__":
    play(scenario)
