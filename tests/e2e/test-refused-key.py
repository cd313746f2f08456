#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A real office whose key the platform does not take any more: it pauses, a new key goes into the keyring, it goes on.

The keyring is a real one; the platform is on this machine.
"""

import os

from program import Program
from scenario import BookedOffice, play

PEOPLE = 40
FIRST = 10
GOOD_KEY = "practice-scuola-0123456789"
# A supplier turned the old key off: the platform knows no such key.
OLD_KEY = "revocata-scuola-0123456789"
NEW_KEY = "practice-nuova-9876543210"


class RealOffice(BookedOffice):
    """A real office with one service, its keys in the desktop's keyring."""

    def prepare(self, concurrency):
        self.run("office", "init", "--name", "Comune di Prova", "--organization-code", "00297110389",
                 "--api-url", self.platform.url)
        self.run("office", "set", "rate", "1500/5")
        self.run("office", "set", "concurrency", str(concurrency))
        self.run("service", "add", "--id", "scuola", "--name", "Servizi scolastici", "--key-file", "-", given=GOOD_KEY)

    def command(self, *words):
        return [self.cli, "--office", self.folder, "--quiet", *words]

    def grep(self, secret):
        """Files of the office in which it stands."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    if secret.encode() in file.read():
                        yield name


def scenario(plan):
    """The whole story."""
    office = RealOffice()
    campaign = office.new_campaign("Rette novembre", office.make_rows("rette.csv", PEOPLE, 1), service="scuola")
    office.run("campaign", "send", campaign, "--yes", "--first", str(FIRST), allowed=(0, 3))
    first = office.counts(campaign)
    office.run("service", "set-key", "scuola", "--key-file", "-", given=OLD_KEY)

    program = Program("--office", office.folder)
    program.act("open-campaign", campaign)
    program.press(contains="Continua con i restanti")
    program.press(f"Invia {first['pending']} messaggi")
    program.shows("IO rifiuta la API Key del servizio.")
    paused = office.counts(campaign)
    plan.check("the refused key pauses the campaign",
               [] if (paused["state"], paused["pause_code"]) == ("paused", "key-refused") else [str(paused)])
    program.shows("e non sono persi")
    plan.check("one sentence says why, what has reached citizens and what waits", [])
    plan.check("nobody is lost to the refusals", [] if paused["pending"] == first["pending"] else [str(paused)])
    program.act("show-place", "overview")
    program.shows("è stata rifiutata")
    program.act("open-campaign", campaign)

    program.press("Vai al servizio")
    program.shows("API Key rifiutata")
    program.type_into("Sostituisci con un’altra API Key", NEW_KEY)
    program.key("Return")
    program.shows("API Key accettata")
    plan.check("the new key is tested at once and taken", [])
    plan.check("no key is shown", [] if NEW_KEY not in program.dump() else ["it is on the screen"])
    plan.check("nothing of it in the office's folder", office.grep(NEW_KEY))

    program.act("back")
    program.press("Riprendi l’invio")
    office.wait_for_end(campaign)
    program.shows("ricevuto l’avviso")
    plan.check("it goes on where it was, and finishes", [])
    plan.check("nobody twice, nobody lost, the states add up", office.book_faults(campaign))
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
