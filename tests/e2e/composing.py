# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A campaign being made, as an office makes it: its parts, the figures from the accounts, the countdown."""

import csv
from decimal import Decimal

from program import wait_for

PURPOSE = "Famiglie degli alunni che mangiano a mensa"


class Accounts:
    """What the office's accounts say of the people to be written to, whatever file they come in."""

    def __init__(self, rows):
        self.rows = rows
        self.people = {row["CODICE FISCALE"] for row in rows}

    @classmethod
    def of_file(cls, path):
        """Those of a file as it is made."""
        with open(path, encoding="utf-8", newline="") as file:
            return cls(list(csv.DictReader(file, delimiter=";")))

    @property
    def total(self):
        """What is asked of all of them, as it is typed."""
        return str(sum(Decimal(row["IMPORTO"].replace(",", ".")) for row in self.rows)).replace(".", ",")


def type_figure(program, name, figure):
    """Types a figure and confirms it, as it stands in the accounts."""
    program.type_into(name, figure)
    program.key("Return")


def answer(program, accounts):
    """What is asked before more than a few people are written to."""
    type_figure(program, "A quante persone si scrive", str(len(accounts.people)))
    type_figure(program, "Totale in euro", accounts.total)
    program.press("Sì", within=program.find("Le posizioni debitorie esistono già?", "list item"))
    program.press("No", within=program.find("Il fornitore dei pagamenti scrive già a questi cittadini?", "list item"))
    program.write("A chi serve questo messaggio, e a che scopo?", PURPOSE)


def send_ready(program, accounts):
    """Sends a campaign that was made with the command, from its page."""
    program.press("Invia…")
    answer(program, accounts)
    program.press(f"Invia a {len(accounts.people)} persone")


class Composing:
    """The page of a campaign being made."""

    def __init__(self, program):
        self.program = program
        self.parts = program.find("Parti della campagna", "list")

    def open(self, part):
        """Shows one of the four parts."""
        self.program.click_row(part, within=self.parts)

    def is_at(self, part, words):
        """Waits until the row of a part says so."""
        self.program.find(part, "label", within=self.parts)
        self.program.find(contains=words, role="label", within=self.parts)

    def choose_recipients(self, path):
        """From a file, with the part's own question."""
        self.open("Destinatari")
        self.program.click_row("Scegli un file…")
        self.program.choose_file(path)

    def answer(self, accounts):
        """Everything that is asked under Controllo."""
        program = self.program
        self.open("Controllo")
        program.press("Controlla tutte le righe")
        answer(program, accounts)
        program.shows("Ogni riga diventa un messaggio che IO accetta.")

    def start_countdown(self, people):
        """Presses the button that says what it does."""
        self.program.press(f"Invia a {people} persone")
        wait_for(lambda: len(self.program.windows()) > 1, "no countdown")

    def wait_for_countdown(self):
        """Until its window is gone."""
        wait_for(lambda: len(self.program.windows()) == 1, "the countdown does not go")
