#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A mistake found after 900 messages: stopped, told to those who have it, and the right list sent to the others."""

import csv
from collections import Counter
from decimal import Decimal

from program import Atspi, Program, wait_for
from scenario import STATES, BookedOffice, home, play

# Two of three are on IO: some 1,250 messages.
ROWS = 1880
# Whom the first list forgot.
FORGOTTEN = 20
FOUND_AFTER = 880
LOST = 3
# Slow enough to be stopped in the middle; what follows is not.
SLOW, FAST = "750/5", "5000/5"
TITLE_MAX = 120
NAME = "Rette novembre"
RIGHT = "La rata scade il 15 dicembre 2026."
UNCERTAIN = "Esito sconosciuto"
PURPOSE = "A chi serve questo messaggio, e a che scopo?"


def count(number):
    """As it stands on the screen: 2.250."""
    return f"{number:,}".replace(",", ".")


def read_table(path):
    """Its rows, each by the names of the columns."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write_table(path, rows):
    """The other way round; its path."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        table.writeheader()
        table.writerows(rows)
    return path


class Story:
    """What the officer does, and what is known of it."""

    def __init__(self):
        self.office = BookedOffice("--latency", "5-10", "--fault", f"accepted-then-lost=#{LOST}", concurrency=16)
        self.office.run("office", "set", "rate", SLOW)
        self.office.run("office", "set", "countdown", "2")
        self.right = read_table(self.office.make_rows("tutti.csv", ROWS + FORGOTTEN, 1))
        self.campaign = self.office.new_campaign(NAME, write_table(home("rette.csv"), self.right[:ROWS]))
        self.program = Program("--practice", "--office", self.office.folder)

    def find_campaign(self, name):
        """The id of the campaign of that name, as soon as there is one."""

        def look():
            named = [campaign["id"] for campaign in self.office.json("campaign", "list") if campaign["name"] == name]
            return named[0] if named else None

        return wait_for(look, f"no campaign {name!r}")

    def stop_in_the_middle(self):
        """Sends, pauses from the window after some 900, and waits for what was under way."""
        self.program.act("open-campaign", self.campaign)
        self.program.press("Invia…")
        self.tell(self.right[:ROWS])
        self.program.press(f"Invia a {count(ROWS)} persone")
        # Found beforehand: to look for it takes time on a busy machine.
        button = self.program.find("Metti in pausa", "push button")
        self.office.wait_for_messages(FOUND_AFTER)
        Atspi.Action.do_action(button.get_action_iface(), 0)
        self.program.shows("L’invio è stato messo in pausa.")
        self.office.run("office", "set", "rate", FAST)

    def verify(self):
        """Asks what became of each message until that is known of all, so that the figures stand still; Returns: them."""
        figures = {}

        def look():
            figures.update(self.office.counts(self.campaign))
            items = self.program.find_all("Verifica ora il recapito", "menu item")
            if figures["accepted"] + figures["sending"] == 0:
                if items:
                    self.program.key("Escape")
                return True
            # IO takes its time for the last ones; the menu may be closed when the page changes.
            if items:
                Atspi.Action.do_action(items[0].get_action_iface(), 0)
            else:
                self.program.press("Altro su questa campagna")
            return False

        wait_for(look, lambda: f"not verified: {figures}")
        return figures

    def export_notices(self):
        """What is handed to whoever cancels the notices: each number with what became of it."""
        self.program.press(contains="Esporta…")
        self.program.choose_file(home("annullare.csv"), "Salva")
        self.program.shows("codici avviso esportati")
        return [(row["codice avviso"], row["stato"]) for row in read_table(home("annullare.csv"))]

    def prepare_correction(self, people):
        """The correction of the text; it opens."""
        self.program.write("Che cosa è giusto invece", RIGHT)
        self.program.press(f"Prepara la correzione per {count(people)} persone")
        self.program.shows(f"Correzione di «{NAME}»")

    def tell(self, rows):
        """The figures of the accounts, and what is asked about payments."""
        self.type_figure("A quante persone si scrive", str(len(rows)))
        self.type_figure("Totale in euro", str(sum(Decimal(row["IMPORTO"].replace(",", ".")) for row in rows)).replace(".", ","))
        self.answer("Le posizioni debitorie esistono già?", "Sì")
        self.answer("Il fornitore dei pagamenti scrive già a questi cittadini?", "No")
        self.program.write(PURPOSE, "Alle famiglie, per la retta di novembre")

    def type_figure(self, name, figure):
        """A figure of the accounts."""
        self.program.type_into(name, figure)
        self.program.key("Return")

    def answer(self, question, answer):
        """One of the questions about payments."""
        self.program.press(answer, within=self.program.find(question, "list item"))

    def send(self, people, name):
        """Through the countdown to the end; Returns: the campaign's id, and what the platform took of it."""
        before = len(self.office.messages())
        self.program.click_row("Invio")
        self.program.press(f"Invia a {count(people)} persone")
        sent = self.find_campaign(name)
        self.office.wait_for_end(sent)
        return sent, self.office.messages()[before:]


def scenario(plan):
    """The whole story."""
    story = Story()
    office, program = story.office, story.program
    story.stop_in_the_middle()
    paused = story.verify()
    first = office.messages()
    have_it = paused["delivered"]
    plan.check("caught in the middle", [] if FOUND_AFTER <= len(first) and paused["pending"] > 100 else [str(paused)])

    program.press("Rimedia a un errore…")
    program.shows("Chi ce l’ha adesso")
    for words, figure in (("L’hanno ricevuto", have_it), ("Potrebbero averlo ricevuto", LOST), ("Non ancora inviato", paused["pending"])):
        program.find(count(figure), within=program.find(words, "list item"))
    plan.check("who has it, who may have it and who does not is told", [])
    notices = story.export_notices()
    people = {entry["notice_number"]: entry["fiscal_code"] for entry in first}
    exported = Counter(notice for notice, _ in notices)
    arrived = len(first) - paused["rejected"] - paused["failed"]
    plan.check("exported are the notices that arrived or may have, each once",
               [] if len(exported) == len(notices) == arrived and exported.keys() <= people.keys()
               else [f"{len(notices)} of {len(first)}"])

    told = Counter(people[notice] for notice, state in notices if state != UNCERTAIN)
    story.prepare_correction(have_it)
    program.shows("Errata corrige: Retta scolastica di")
    program.click_row("Controllo")
    story.type_figure("A quante persone si scrive", str(have_it))
    program.write(PURPOSE, "A chi l’ha ricevuto, per la scadenza giusta")
    _, corrections = story.send(have_it, f"Correzione di «{NAME}»")
    plan.check("the correction reaches those who have it, and only them",
               [] if Counter(entry["fiscal_code"] for entry in corrections) == told
               else [f"{len(corrections)} corrections for {have_it}"])
    titles = {entry["subject"] for entry in corrections}
    plan.check("in the platform's form, within its limit",
               [title for title in titles if not title.startswith("Errata corrige: Retta") or len(title) > TITLE_MAX])

    program.act("open-remedy", story.campaign)
    program.shows("Già preparate")
    program.click_row(f"Correzione di «{NAME}» (esito sconosciuto)")
    program.shows("potresti aver ricevuto da noi")
    program.click_row("Controllo")
    program.tick("Ho guardato il messaggio e chi lo riceve: sono giusti")
    program.write(PURPOSE, "A chi potrebbe averlo ricevuto")
    _, corrections = story.send(LOST, f"Correzione di «{NAME}» (esito sconosciuto)")
    doubtful = Counter(people[notice] for notice, state in notices if state == UNCERTAIN)
    plan.check("those of whom nobody knows are told apart",
               [] if Counter(entry["fiscal_code"] for entry in corrections) == doubtful else [str(len(corrections))])

    program.act("open-campaign", story.campaign)
    program.press(contains="Interrompi l’invio…")
    program.press(f"Non inviare {count(paused['pending'])} messaggi")
    wait_for(lambda: office.counts(story.campaign)["pending"] == 0, "it was not stopped")
    send_right_list(plan, story, exported)

    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


def send_right_list(plan, story, held):
    """The same message to the right list: who holds the notice is left out."""
    office, program = story.office, story.program
    right = [{**row, "SCADENZA": "15/12/2026"} for row in story.right]
    program.act("open-remedy", story.campaign)
    program.tick("L’elenco era incompleto o sbagliato")
    program.press("Prepara il messaggio per un elenco corretto")
    program.click_row("Destinatari")
    program.click_row("Scegli un file…")
    program.choose_file(write_table(home("giuste.csv"), right))
    program.shows(f"{count(len(held))} persone hanno già un messaggio con lo stesso codice avviso")
    switch = program.find("Invia anche a chi ha già l’avviso", {"check box", "switch", "toggle button"})
    asked = switch.get_state_set().contains(Atspi.StateType.CHECKED)
    plan.check("loaded, the right list leaves out who holds the notice", [] if not asked else ["they are not left out"])
    leaves_out = "hanno già un messaggio con lo stesso codice avviso e vengono escluse"
    program.shows(f"{count(len(held))} persone {leaves_out}")
    program.press("Invia anche a chi ha già l’avviso")
    program.shows(f"{count(len(held))} persone ricevono un secondo messaggio con lo stesso codice avviso")
    program.press("Invia anche a chi ha già l’avviso")
    program.shows(f"{count(len(held))} persone {leaves_out}")
    plan.check("unless that is asked for, and taken back", [])

    others = [row for row in right if row["AVVISO"] not in held]
    program.click_row("Controllo")
    story.tell(others)
    sent, messages = story.send(len(others), f"«{NAME}», elenco corretto")
    again = [entry["notice_number"] for entry in messages if entry["notice_number"] in held]
    plan.check("nobody gets a second notice", [f"{len(again)} hold it twice"] if again else [])
    counts = office.counts(sent)
    plan.check("nobody of the others is forgotten", [] if counts["excluded"] == len(held) and counts["pending"] == 0
               and len(messages) == len({entry["notice_number"] for entry in messages}) else [str(counts)])
    for id in (story.campaign, sent):
        counts = office.counts(id)
        plan.check("the states add up", [] if sum(counts[state] for state in STATES) == counts["rows"] else [str(counts)])


if __name__ == "__main__":
    play(scenario)
