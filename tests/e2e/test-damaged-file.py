#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A file that a spreadsheet and a hurried hand have spoilt: told, mended in part, the rest left out, and sent."""

import csv
import os

from composing import Accounts, Composing
from program import Program, wait_for
from scenario import BookedOffice, home, play

# Lines of the file, the first being the names of the columns.
SCIENTIFIC, WRONG_CODE, LOST_ZERO, EMPTY, ROUNDED, MISREAD = 4, 6, 9, 12, 15, 18
REPEATED = (2, 3)
LEFT_OUT = (LOST_ZERO, ROUNDED, MISREAD)
RIGHT_AMOUNT = "120,00"


def spoil(rows):
    """Spoils rows as they come from the accounts; Returns: the lines of the file."""
    lines = [dict(row) for row in rows]

    def line(number):
        return lines[number - 2]

    code = line(WRONG_CODE)["CODICE FISCALE"]
    line(SCIENTIFIC)["IMPORTO"] = "1,2E+02"
    line(WRONG_CODE)["CODICE FISCALE"] = code[:15] + ("A" if code[15] != "A" else "B")
    line(LOST_ZERO)["AVVISO"] = line(LOST_ZERO)["AVVISO"][1:]
    line(EMPTY)["MESE"] = ""
    line(ROUNDED)["AVVISO"] = "3,01E+17"
    line(MISREAD)["IMPORTO"] = "8S,50"
    return lines + [dict(line(number)) for number in REPEATED]


def make_file(office):
    """The file in the old encoding of Windows; Returns: its path, and the accounts."""
    accounts = Accounts.of_file(office.make_rows("contabilità.csv", 30, 7))
    accounts.rows[SCIENTIFIC - 2]["IMPORTO"] = RIGHT_AMOUNT
    path = home("rette.csv")
    with open(path, "w", encoding="windows-1252", newline="") as file:
        writer = csv.DictWriter(file, accounts.rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(spoil(accounts.rows))
    return path, accounts


def cell(number, column):
    """What the entry that mends a cell is called."""
    return f"Nuovo valore della cella: Riga {number}, {column}"


def see(plan, program, page):
    """Everything that is wrong is listed, with its count."""
    page.open("Messaggio")
    program.pick("Modello", "Retta scolastica")
    program.shows("Ciao Nicolò,")
    plan.check("the old encoding is understood", [])
    page.open("Destinatari")
    for words in (
        "25 pronte", "5 da correggere", "2 duplicati", "1 da guardare",
        f"2 importi non leggibili («IMPORTO»): righe {SCIENTIFIC}, {MISREAD}",
        f"1 codice avviso non valido («AVVISO»): riga {LOST_ZERO}",
        f"1 cella vuota che serve al messaggio («MESE»): riga {EMPTY}",
        f"1 codice avviso troncato da un foglio di calcolo («AVVISO»): riga {ROUNDED}",
        f"1 codice fiscale con un carattere di controllo diverso («CODICE FISCALE»): riga {WRONG_CODE}",
        "2 righe di persone già presenti («CODICE FISCALE»): righe 32, 33",
    ):
        program.shows(words)
    page.is_at("Destinatari", "5 da correggere")
    plan.check("what is wrong is listed, each kind with its count", [])


def mend(plan, program, right_code):
    """Three cells are mended in the list."""
    program.click_row(f"1 cella vuota che serve al messaggio («MESE»): riga {EMPTY}")
    program.hides(f"Riga {MISREAD}, IMPORTO")
    plan.check("one kind is shown alone", [])
    program.type_into(cell(EMPTY, "MESE"), "novembre")
    program.key("Return")
    program.shows("26 pronte")
    # The focus has gone on to the first cell that is wrong still, its text selected.
    program.shows(f"Riga {SCIENTIFIC}, IMPORTO")
    program.type(RIGHT_AMOUNT)
    program.key("Return")
    program.shows("27 pronte")
    plan.check("a cell is mended in its place, then the next without the mouse", [])
    program.type_into(cell(WRONG_CODE, "CODICE FISCALE"), right_code)
    program.key("Return")
    program.hides("1 da guardare")
    program.shows("3 celle corrette qui")
    plan.check("a doubt is mended too", [])


def save_copy(plan, program):
    """What is wrong goes back to whoever made the list."""
    path = home("rette da correggere.csv")
    program.press("Salva una copia con gli errori…")
    program.choose_file(path, "Salva")
    wait_for(lambda: os.path.exists(path), "no copy was saved")
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    told = [number for number, line in enumerate(lines, 2) if line["errori"]]
    plan.check("the copy says what is wrong beside its rows", [] if told == [*LEFT_OUT, 32, 33] else [str(told)])


def leave_out(plan, program, page):
    """The duplicates and what is wrong still are left out, by decision."""
    program.press(contains="Tieni solo la prima riga di ogni persona")
    page.is_at("Destinatari", "3 da correggere")
    program.press(contains="Escludi le righe con errori")
    page.is_at("Destinatari", "Pronto")
    plan.check("duplicates and the rest are left out by decision", [])


def send(plan, program, page, accounts):
    """To the people that are left."""
    page.answer(accounts)
    people = len(accounts.people)
    page.is_at("Controllo", f"{people} persone · ")
    page.open("Invio")
    page.start_countdown(people)
    page.wait_for_countdown()
    program.shows(f"delle {people} persone")
    plan.check("it is sent to the others", [])
    program.shows("Esclusi: 5")
    program.open_expander("Da sapere")
    program.shows("codice avviso troncato da un foglio di calcolo (AVVISO)")
    plan.check("who was left out stands on the campaign's page, with the reason", [])


def scenario(plan):
    """The whole story."""
    office = BookedOffice()
    office.run("office", "set", "countdown", "3")
    # A practice office without any campaign is given an example, which would stand in the book.
    office.new_campaign("Rette ottobre", office.make_rows("ottobre.csv", 5, 8))
    path, accounts = make_file(office)
    right_code = accounts.rows[WRONG_CODE - 2]["CODICE FISCALE"]
    program = Program("--practice", "--office", office.folder, path)
    page = Composing(program)
    see(plan, program, page)
    mend(plan, program, right_code)
    save_copy(plan, program)
    leave_out(plan, program, page)
    rest = Accounts([row for number, row in enumerate(accounts.rows, 2) if number not in LEFT_OUT])
    send(plan, program, page, rest)

    campaign = office.newest()
    counts = office.counts(campaign)
    strangers = {message["fiscal_code"] for message in office.messages()} - rest.people
    plan.check("the platform's book holds nobody else", [f"{len(strangers)} strangers"] if strangers else [])
    plan.check("each person once, the states add up", office.book_faults(campaign))
    plan.check(
        "every line of the file is accounted for",
        [] if (counts["rows"], counts["excluded"], counts["pending"]) == (32, 5, 0) else [str(counts)],
    )
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
