#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The window closed in the middle of a sending: the program stays at work; started again it shows it."""

import subprocess

from composing import Accounts, send_ready
from program import Program
from scenario import BookedOffice, play, wait_for

PEOPLE = 60


def scenario(plan):
    """The whole story."""
    office = BookedOffice("--latency", "300-500")
    rows = office.make_rows("rette.csv", PEOPLE, 1)
    campaign = office.new_campaign("Rette novembre", rows)
    program = Program("--practice", "--office", office.folder)
    program.act("open-campaign", campaign)
    send_ready(program, Accounts.of_file(rows))
    office.wait_for_messages(2)
    program.press("Chiudi")
    wait_for(lambda: not program.find_all("Metti in pausa"), "the window is still there")
    closed = len(office.messages())
    plan.check("the window goes, the program stays", [] if program.process.poll() is None else ["it ended"])
    office.wait_for_messages(closed + 3)
    plan.check("the sending goes on without it", [])

    # A second start hands over to the first and ends.
    again = subprocess.run([program.binary, "--practice", "--office", office.folder], timeout=60, check=False)
    program.shows("Rette novembre")
    plan.check("started again, the window comes back", [] if again.returncode == 0 else [str(again.returncode)])
    office.run("office", "set", "concurrency", "32")
    office.wait_for_end(campaign)
    program.shows("hanno ricevuto l’avviso")
    plan.check("nobody twice, nobody lost, the states add up", office.book_faults(campaign))
    program.press("Chiudi")
    wait_for(lambda: program.process.poll() is not None, "closed with nothing to send, it still runs")
    plan.check("closed with nothing to send, it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
