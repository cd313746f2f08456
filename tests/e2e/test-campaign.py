#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""From the first start to a campaign that is delivered, everything done in the window, on a practice office."""

import os

from composing import Accounts, Composing
from program import Program, wait_for
from scenario import BookedOffice, home, play

PEOPLE = 30
COUNTDOWN = 15


def make_campaign(plan, program, office):
    """Template, file and answers; Returns: the page and what the accounts say."""
    program.press("Nuova campagna")
    page = Composing(program)
    program.pick("Modello", "Retta scolastica")
    program.shows("Retta scolastica di ottobre")
    page.is_at("Messaggio", "Servizi scolastici · Retta scolastica")
    plan.check("a template is chosen, and the phone shows it", [])

    rows = office.make_rows("rette.csv", PEOPLE, 5)
    accounts = Accounts.of_file(rows)
    page.choose_recipients(rows)
    program.shows(f"{PEOPLE} pronte")
    plan.check("the file is read, every row is ready", [])

    page.answer(accounts)
    page.is_at("Controllo", f"{PEOPLE} persone · ")
    plan.check("the figures typed from the accounts match", [])
    return page, accounts


def send(plan, program, page, office):
    """Called off once, extended by keyboard; then it leaves."""
    page.open("Invio")
    page.start_countdown(PEOPLE)
    # The focus is on “do not send”; the next button gives more time.
    program.key("Tab space")
    wait_for(
        lambda: any(program.find_all(contains=f"Parte tra {COUNTDOWN + left}") for left in range(30, 5, -1)),
        "the countdown was not extended",
    )
    plan.check("the countdown is extended by keyboard", [])
    program.press("Non inviare")
    page.wait_for_countdown()
    plan.check("“do not send” sends nothing", [] if not office.messages() else ["something left"])
    page.start_countdown(PEOPLE)
    page.wait_for_countdown()


def wait_for_delivery(program):
    """Asks what became of the messages until the sentence has come."""

    def is_told():
        if program.find_all(contains=f"su {PEOPLE} ("):
            return True
        program.press("Altro su questa campagna")
        program.press("Verifica ora il recapito")
        return False

    wait_for(is_told, lambda: f"not delivered:\n{program.dump()}")


def scenario(plan):
    """The whole story."""
    program = Program()
    program.press("Esercitazione")
    program.shows("Niente aspetta una decisione")
    # Its example has been sent.
    program.shows("ancora da verificare")
    plan.check("the practice office is there, with nothing to decide", [])
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "io-notifier", "practice")
    # From here on its platform is the one that keeps a book.
    office = BookedOffice(folder=folder)
    office.run("office", "set", "countdown", str(COUNTDOWN))

    page, accounts = make_campaign(plan, program, office)
    send(plan, program, page, office)
    wait_for_delivery(program)
    program.shows("hanno ricevuto l’avviso")
    plan.check("the campaign's page says how many got the notice", [])

    campaign = office.newest()
    counts = office.counts(campaign)
    taken = [message["fiscal_code"] for message in office.messages()]
    strangers = set(taken) - accounts.people
    plan.check("the platform's book holds nobody else", [f"{len(strangers)} strangers"] if strangers else [])
    plan.check("each person once, the states add up", office.book_faults(campaign))
    plan.check("to every row of the file", [] if counts["rows"] == PEOPLE else [str(counts)])
    plan.check("some are delivered, none waits", [] if counts["delivered"] and not counts["pending"] else [str(counts)])
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
