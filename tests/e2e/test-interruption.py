#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Paused, the program killed, started again, finished: nobody gets anything twice and nobody is forgotten."""

from composing import Accounts, send_ready
from program import Program
from scenario import BookedOffice, play

PEOPLE = 80


def scenario(plan):
    """The whole story."""
    office = BookedOffice("--latency", "300-500")
    rows = office.make_rows("rette.csv", PEOPLE, 1)
    campaign = office.new_campaign("Rette novembre", rows)
    program = Program("--practice", "--office", office.folder)
    program.act("open-campaign", campaign)
    send_ready(program, Accounts.of_file(rows))
    office.wait_for_messages(5)
    program.press("Metti in pausa")
    program.shows("L’invio è stato messo in pausa.")
    plan.check("paused by hand, it says what has reached citizens", [])
    paused = office.counts(campaign)
    plan.check(
        "the ledger knows of the pause",
        [] if (paused["state"], paused["pause_code"]) == ("paused", "by-person") else [str(paused)],
    )

    program.press("Riprendi l’invio")
    office.wait_for_messages(len(office.messages()) + 5)
    program.kill()
    plan.check("up to the kill it complained of nothing", program.complaints())
    killed = office.counts(campaign)
    plan.check("the kill came in the middle", [] if killed["pending"] > 0 else [str(killed)])

    # The rest need not take its time.
    office.run("office", "set", "concurrency", "32")
    program = Program("--practice", "--office", office.folder)
    program.shows("Rette novembre")
    program.act("open-campaign", campaign)
    office.wait_for_end(campaign)
    program.shows("hanno ricevuto l’avviso")
    plan.check("started again it goes on by itself and finishes", [])
    counts = office.counts(campaign)
    plan.check("nobody twice, nobody lost, the states add up", office.book_faults(campaign))
    plan.check("nothing waits any more", [] if counts["pending"] + counts["sending"] == 0 else [str(counts)])
    plan.check(
        "at most as many undecided as were under way",
        [] if counts["uncertain"] <= 4 else [f"{counts['uncertain']} undecided"],
    )
    if counts["uncertain"]:
        program.click_row("Da sapere")
        program.shows("Decidi…")
        program.act("show-place", "overview")
        program.shows("sconosciut")
    plan.check("what the kill left undecided is told", [])
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
