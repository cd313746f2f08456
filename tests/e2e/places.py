# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the window, and the way there."""


def places(office):
    """Names of pages, each with what opens it; @office: a SampleOffice with a troubled campaign."""
    return [
        ("panoramica", lambda program: program.act("show-place", "overview")),
        ("campagne", lambda program: program.act("show-place", "campaigns")),
        ("campagna-inviata", lambda program: program.act("open-campaign", office.sent)),
        ("esiti-sconosciuti", lambda program: program.act("open-campaign", office.troubled)),
        ("rimedia", lambda program: program.act("open-remedy", office.sent)),
        ("modelli", lambda program: program.act("show-place", "templates")),
        ("servizi", lambda program: program.act("show-place", "services")),
        ("servizio", lambda program: program.act("open-service", "practice-01")),
        ("cerca-una-persona", lambda program: program.act("find-person")),
        ("registro-operazioni", lambda program: program.act("show-journal")),
        ("messaggio", lambda program: open_part(program, office, "Messaggio")),
        ("destinatari", lambda program: open_part(program, office, "Destinatari")),
        ("controllo", lambda program: open_part(program, office, "Controllo")),
        ("invio", lambda program: open_part(program, office, "Invio")),
        ("preferenze", lambda program: program.act("show-preferences")),
    ]


def open_part(program, office, part):
    """A campaign being made, at one of its parts."""
    program.act("edit-draft", office.draft)
    program.click_row(part)
