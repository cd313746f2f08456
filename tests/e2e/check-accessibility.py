#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Walks every page and what opens on it: what can have the focus has a role and a name; nothing is for the mouse only."""

import time

from audit import faults_of, opened_faults
from places import places
from program import Program
from sample_office import SampleOffice
from scenario import home, play


def scenario(plan):
    """One page after the other."""
    office = SampleOffice(home("ente"), 60)
    office.troubled = office.add_troubled()
    office.draft = ""
    program = Program("--practice", "--office", office.folder)
    for name, way in places(office):
        program.act("show-place", "overview")
        way(program)
        time.sleep(1)
        window = program.window()
        plan.check(f"/accessibility/{name}", [*faults_of(window), *opened_faults(program, window)])
        program.close_dialogs()
    program.quit()
    plan.check("/accessibility/no-complaint", program.complaints())


if __name__ == "__main__":
    play(scenario)
