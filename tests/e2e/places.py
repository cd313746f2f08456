# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the window, and the way there."""

import csv


def places(office):
    """Names of pages, each with what opens it; @office: a SampleOffice with a troubled campaign."""
    return [
        ("panoramica", lambda program: program.act("show-place", "overview")),
        ("campagne", lambda program: program.act("show-place", "campaigns")),
        ("campagna-inviata", lambda program: open_from(program, "campaigns", "open-campaign", office.sent)),
        ("esiti-sconosciuti", lambda program: open_from(program, "campaigns", "open-campaign", office.troubled)),
        ("rimedia", lambda program: open_from(program, "campaigns", "open-remedy", office.sent)),
        ("modelli", lambda program: program.act("show-place", "templates")),
        ("modello", lambda program: open_from(program, "templates", "open-template", "Mensa scolastica")),
        ("modello-nuovo", lambda program: open_from(program, "templates", "edit-template", "")),
        ("servizi", lambda program: program.act("show-place", "services")),
        ("servizio", lambda program: open_from(program, "services", "open-service", "practice-01")),
        ("cerca-una-persona", lambda program: program.act("find-person")),
        ("persona", lambda program: find_person(program, office)),
        ("registro-operazioni", lambda program: program.act("show-journal")),
        ("messaggio", lambda program: open_part(program, office, "Messaggio")),
        ("destinatari", lambda program: open_part(program, office, "Destinatari")),
        ("controllo", lambda program: open_part(program, office, "Controllo")),
        ("invio", lambda program: open_part(program, office, "Invio")),
        ("preferenze", lambda program: program.act("show-preferences")),
    ]


def open_from(program, place, action, parameter):
    """A page, as it is opened from its place in the sidebar."""
    program.act("show-place", place)
    program.act(action, parameter)


def find_person(program, office):
    """What somebody was sent, found by the fiscal code."""
    with open(office.rows, newline="", encoding="utf-8-sig") as rows:
        line = next(row for n, row in enumerate(csv.reader(rows, delimiter=";")) if n == 1)
    program.act("find-person")
    program.type_into("Codice fiscale", line[0])
    program.key("Return")
    program.shows("Rette ottobre")


def open_part(program, office, part):
    """A campaign being made, at one of its parts."""
    program.act("edit-draft", office.draft)
    program.click_row(part)
