#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The same of what stands above a page, and of the first start: each thing has a role and a name, and a key leads there."""

import time

from audit import faults_of
from places import find_person, open_from
from program import Program, wait_for
from sample_office import SERVICE, SampleOffice
from scenario import home, play


def press_at(place, action, parameter, button):
    """The way to what a button of a page opens."""

    def way(program):
        open_from(program, place, action, parameter)
        program.press(button)

    return way


def add_service(program):
    """The question for another service."""
    program.act("show-place", "services")
    program.press("Aggiungi un servizio")


def erase(program, office):
    """The question before a person is erased."""
    find_person(program, office)
    # Its description makes a part of its name.
    program.press(contains="Can_cella…")


def windows(office):
    """What opens above a page, and the way there; shortcuts and credits are the toolkit's own windows."""
    return [
        ("nuovo-servizio", add_service),
        ("domanda-di-invio", press_at("campaigns", "open-campaign", office.ready, "Invia…")),
        ("esiti-sconosciuti", press_at("campaigns", "open-campaign", office.troubled, "Decidi…")),
        ("cancella-persona", lambda program: erase(program, office)),
    ]


def check(plan, program, name):
    """Holds what is shown now to it."""
    time.sleep(1)
    plan.check(f"/accessibility/{name}", faults_of(program.window()))


def check_windows(plan):
    """One after the other, above the page that they belong to."""
    office = SampleOffice(home("ente"), 60)
    office.troubled = office.add_troubled()
    program = Program("--practice", "--office", office.folder)
    for name, way in windows(office):
        program.act("show-place", "overview")
        way(program)
        wait_for(lambda: len(program.windows()) > 1, f"no window: {name}")
        check(plan, program, name)
        program.close_dialogs()
    open_from(program, "services", "open-service", SERVICE)
    program.press("Inizia la rotazione")
    check(plan, program, "rotazione")
    program.quit()
    plan.check("/accessibility/no-complaint", program.complaints())


def check_first_start(plan):
    """The two doors, and the steps as far as the platform is not asked."""
    program = Program("--office", home("nuovo"))
    program.shows("Benvenuto in IO Notifier")
    check(plan, program, "benvenuto")
    program.press("Configura l’ente")
    program.write("Nome, per esempio «Comune di Ferrara»", "Comune di Prova")
    program.write("Codice fiscale dell’ente (11 cifre)", "00297110389")
    check(plan, program, "benvenuto-ente")
    program.press("Continua")
    program.shows("chiave di recupero")
    check(plan, program, "benvenuto-chiave")
    # The focus waits on “I have kept it”.
    program.key("space")
    program.press("Continua")
    program.find("ID del servizio")
    check(plan, program, "benvenuto-servizio")
    program.quit()
    plan.check("/accessibility/first-start/no-complaint", program.complaints())


def scenario(plan):
    """Both."""
    check_windows(plan)
    check_first_start(plan)


if __name__ == "__main__":
    play(scenario)
