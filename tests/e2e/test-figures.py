#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The window's figures are the command's: a campaign with unknown outcomes, one tried again, one with rows left out."""

import re

from program import Program, role_of, text_of, wait_for, walk
from sample_office import Practice
from scenario import BookedOffice, play

# What stands in "Da sapere", and which states of the command it counts.
CAUSES = {
    "Esito sconosciuto": ("uncertain",),
    "Non accettati": ("refused",),
    "Non recapitati": ("rejected",),
    "Errore di IO": ("failed",),
    "Non raggiungibili su IO": ("not_on_io",),
    "Servizio non attivo": ("switched_off",),
    "Non inviati": ("cancelled",),
    "Esclusi": ("excluded",),
}
STAGES = ("destinatari", "raggiungibili", "recapitati", "letti", "pagati")


def number(text):
    """A number as it is shown, with points between its thousands."""
    return int(re.sub(r"\D", "", text))


def labels(program):
    """The words on the page, in order."""
    return [text_of(one) for one in walk(program.window(), False) if role_of(one) == "label"]


def funnel(program):
    """Its numbers by the words behind them."""
    words = labels(program)
    return {name: number(words[words.index(name) - 1]) for name in STAGES if name in words}


def causes(program):
    """The line that is shown before the causes are unfolded."""
    line = next((words for words in labels(program) if re.match(r"^[^:]+: [\d.]+( · [^:]+: [\d.]+)*$", words)), "")
    return {part.rsplit(": ", 1)[0]: number(part.rsplit(": ", 1)[1]) for part in line.split(" · ") if part}


def expected_funnel(counts):
    """The same from the command's numbers."""
    people = counts["rows"] - counts["excluded"]
    unreachable = counts["not_on_io"] + counts["switched_off"]
    reachable = people - unreachable - counts["pending"] - counts["cancelled"]
    return {"destinatari": people, "raggiungibili": reachable, "recapitati": counts["delivered"]}


def faults(program, office, campaign):
    """Where page and command differ."""
    counts = office.counts(campaign)
    program.act("open-campaign", campaign)
    program.shows(counts["name"])
    program.shows("destinatari")
    shown, wanted = funnel(program), expected_funnel(counts)
    if shown != wanted:
        yield f"the funnel says {shown}, the command {wanted}"
    told = causes(program)
    for title, states in CAUSES.items():
        if told.pop(title, 0) != sum(counts[state] for state in states):
            yield f"«{title}» differs: {causes(program)}, {counts}"
    if told:
        yield f"nothing is known of {told}"
    sentence = next(words for words in labels(program) if "Esercitazione: nessun cittadino è coinvolto" in words)
    for figure in (counts["delivered"], wanted["destinatari"]):
        if figure and not re.search(rf"\b{figure}\b", sentence):
            yield f"{figure} is not in «{sentence}»"


def accepted(office, campaign):
    """How many are still on their way, after having asked."""
    office.run("campaign", "follow", campaign, "--once", allowed=(0, 3))
    return office.counts(campaign)["accepted"]


def send(office, campaign, people, *options):
    """By the command, on a platform of its own kind; then what became of the messages."""
    with Practice(office.cli, *options) as url:
        office.run("office", "set", "api-url", url)
        office.run("campaign", "send", campaign, "--yes", "--expect-people", str(people), allowed=(0, 3))
        wait_for(lambda: not accepted(office, campaign), "some messages have not been delivered")
    office.run("office", "set", "api-url", office.platform.url)


def break_rows(path, every):
    """Spoils the fiscal code of each @every row; Returns: how many."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    spoilt = range(every, len(lines), every)
    for row in spoilt:
        lines[row] = "X" + lines[row][1:4] + "9" + lines[row][5:]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return len(spoilt)


def scenario(plan):
    """Three campaigns, each with something in it that is easily counted wrongly."""
    office = BookedOffice()
    uncertain = office.new_campaign("Rette settembre", office.make_rows("settembre.csv", 120, 1))
    send(office, uncertain, 120, "--fault", "502@messages=0.1")
    again = office.new_campaign("Rette ottobre", office.make_rows("ottobre.csv", 90, 2))
    send(office, again, 90, "--fault", "403-recipient@messages=0.5")
    office.run("campaign", "retry", again)
    send(office, again, 90)
    rows = office.make_rows("novembre.csv", 70, 3)
    left_out = break_rows(rows, 6)
    partial = office.new_campaign("Rette novembre", rows)
    send(office, partial, 70 - left_out)

    program = Program("--practice", "--office", office.folder)
    for campaign, what in ((uncertain, "unknown outcomes"), (again, "messages tried again"), (partial, "rows left out")):
        plan.check(f"a campaign with {what} has the command's figures", faults(program, office, campaign))
    plan.check(
        "each of the three is what it is meant to be",
        []
        if office.counts(uncertain)["uncertain"] and office.counts(partial)["excluded"] == left_out
        else [str(office.counts(campaign)) for campaign in (uncertain, again, partial)],
    )
    program.quit()
    plan.check("it ends in order", program.faults())
    office.close()


if __name__ == "__main__":
    play(scenario)
