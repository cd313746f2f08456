#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Outcomes that nobody can know: each choice says its harm; decided one by one, then together."""

from program import Program
from scenario import BookedOffice, play, wait_for

PEOPLE = 30
LOST = 3


def scenario(plan):
    """The whole story."""
    office = BookedOffice("--fault", f"accepted-then-lost=#{LOST}")
    campaign = office.new_campaign("Rette novembre", office.make_rows("rette.csv", PEOPLE, 1))
    office.run("campaign", "send", campaign, "--yes", "--expect-people", str(PEOPLE), allowed=(0, 3))
    before = office.counts(campaign)
    plan.check("the answers got lost", [] if before["uncertain"] == LOST else [str(before)])

    program = Program("--practice", "--office", office.folder)
    program.shows(f"{LOST} esiti sconosciuti in «Rette novembre»")
    plan.check("the overview says what is to be decided", [])
    program.press(f"Decidi {LOST} esiti sconosciuti in «Rette novembre»")
    program.open_expander("Da sapere")
    program.press("Mostra queste righe")
    table = program.find("Messaggi della campagna")
    wait_for(lambda: len(program.find_all("Esito sconosciuto", within=table)) == LOST, "not the uncertain rows alone")
    plan.check("the rows in question are shown alone", [])

    program.click(program.find("Esito sconosciuto", within=table))
    program.key("Return")
    program.press("Decidi su questo messaggio…")
    program.shows("quella persona riceve un secondo avviso identico")
    program.shows("quella persona resta senza avviso")
    program.tick("Considerali inviati")
    program.press("Decidi per 1 messaggio")
    wait_for(lambda: office.counts(campaign)["uncertain"] == LOST - 1, "the one was not decided")
    plan.check("one is decided, the others wait", [])

    program.press("Decidi…")
    program.shows(f"Decidere su {LOST - 1} esiti sconosciuti")
    program.tick("Considerali non inviati")
    program.press(f"Decidi per {LOST - 1} messaggi")
    wait_for(lambda: office.counts(campaign)["uncertain"] == 0, "the others were not decided")
    plan.check("the others are decided together", [])
    program.act("show-place", "overview")
    program.hides("esiti sconosciuti in")
    plan.check("nothing waits for a decision any more", [])
    plan.check("deciding wrote to nobody", [] if len(office.messages()) == before["accepted"] + LOST else ["it did"])
    journal = office.run("--json", "journal", "show")
    plan.check("the journal says it", [] if journal.count("resolve") >= 2 else [journal])
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
