#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""From nothing to a first message: the program's first start, a real office set up, its key kept and tested.

The keyring is a real one; the platform is on this machine.
"""

import json
import os
import re
import subprocess

from program import Program, name_of, wait_for
from sample_office import Practice
from scenario import home, play

KEY = "practice-scuola-0123456789"
OFFICER = "RSSMRA85T10A562S"
RECOVERY_KEY = re.compile(r"^[0-9A-Za-z]+(-[0-9A-Za-z]+){4,}$")


def run(*words):
    """The command on the office of this desktop; its standard output."""
    command = [os.environ["ION_CLI"], "--quiet", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def holding(secret):
    """Files below the home in which it stands as it is."""
    for folder, _, names in os.walk(os.environ["HOME"]):
        for path in (os.path.join(folder, name) for name in names):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    if secret.encode() in file.read():
                        yield path


def recovery_key(program):
    """The key on paper, once it is shown."""
    labels = program.find_all(role="label")
    return next((name_of(label) for label in labels if RECOVERY_KEY.match(name_of(label))), None)


def make_office(program):
    """Through the second door to the key on paper; Returns: that key."""
    program.press("Configura l’ente")
    program.write("Nome, per esempio «Comune di Ferrara»", "Comune di Prova")
    program.write("Codice fiscale dell’ente (11 cifre)", "00297110389")
    program.press("Continua")
    return wait_for(lambda: recovery_key(program), "no recovery key")


def add_service(program):
    """The first service with its key, which is tested."""
    # The focus waits on “I have kept it”.
    program.key("space")
    program.press("Continua")
    program.write("Nome del servizio, come su IO", "Servizi scolastici")
    program.write("ID del servizio", "scuola")
    program.write("API Key (primaria o secondaria)", KEY)
    program.press("Conserva e verifica la API Key")


def story(plan, url):
    """The whole of it."""
    program = Program()
    program.shows("Benvenuto in IO Notifier")
    plan.check("without an office it opens at the two doors", [])
    paper = make_office(program)
    plan.check("the key on paper is shown, and stands in no file", holding(paper))
    # From here on its platform is the one of this machine.
    run("office", "set", "api-url", url)
    add_service(program)
    program.write("Il tuo codice fiscale", OFFICER)
    program.press("Inviami il messaggio")
    plan.check("the platform took the key; it stands in no file", holding(KEY))
    program.press("Inizia")
    program.shows("Niente aspetta una decisione")
    plan.check("then the window is there, with nothing to decide", [])
    with open(home("book"), encoding="utf-8") as book:
        people = [json.loads(line)["fiscal_code"] for line in book]
    plan.check("one message went out, to the officer", [] if people == [OFFICER] else [str(len(people))])
    office = json.loads(run("--json", "office", "show"))
    plan.check("a real office stands", [] if not office.get("practice") else [str(office)])
    program.quit()
    plan.check("it ends in order", program.faults())

    program = Program()
    program.shows("Niente aspetta una decisione")
    plan.check("started again it opens at once", [])
    program.quit()
    plan.check("and ends in order again", program.faults())


def scenario(plan):
    """On a platform of its own."""
    with Practice(os.environ["ION_CLI"], "--book", home("book")) as url:
        story(plan, url)


if __name__ == "__main__":
    play(scenario)
