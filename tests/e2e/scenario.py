# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What the scenarios share: a platform with a book, an office that sends to it, and what must hold afterwards."""

import json
import os
import pathlib
import sys
import traceback
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "data"))

from program import wait_for  # noqa: E402
from sample_office import Practice, SampleOffice  # noqa: E402
from tap import Plan  # noqa: E402

LEFT = ("accepted", "delivered", "rejected", "failed")
STATES = (*LEFT, "pending", "sending", "not_on_io", "switched_off", "refused", "uncertain", "cancelled", "excluded")


def home(name):
    """A path that goes with the desktop."""
    return os.path.join(os.environ["HOME"], name)


class BookedOffice(SampleOffice):
    """A practice office without anything sent, on a platform of its own that writes down what it takes."""

    def __init__(self, *options, concurrency=4, folder=None):
        self.folder = folder or home("ente")
        self.cli = os.environ["ION_CLI"]
        self.data = os.environ["ION_DATA_DIR"]
        self.book = home("book")
        self.platform = Practice(self.cli, "--book", self.book, *options)
        self.prepare(concurrency)

    def prepare(self, concurrency):
        """Tells the office of the platform."""
        self.run("office", "set", "api-url", self.platform.url)
        self.run("office", "set", "rate", "1500/5")
        self.run("office", "set", "concurrency", str(concurrency))

    def messages(self):
        """What the platform took so far."""
        with open(self.book, encoding="utf-8") as book:
            lines = book.read().splitlines()
        # The last line may be half written while it is read.
        return [json.loads(line) for line in lines if line.endswith("}")]

    def wait_for_messages(self, count):
        """Until the platform took so many."""
        wait_for(lambda: len(self.messages()) >= count, lambda: f"only {len(self.messages())} messages of {count}")

    def wait_for_end(self, campaign):
        """Until everything of the campaign has been sent."""
        wait_for(lambda: self.counts(campaign)["state"] == "done", lambda: f"not done: {self.counts(campaign)}")

    def counts(self, campaign):
        """Its figures."""
        return self.json("campaign", "show", campaign)

    def newest(self):
        """The id of the campaign that was made last."""
        return self.run("campaign", "list").split()[0]

    def book_faults(self, campaign):
        """Nobody twice; nothing lost between the book and the ledger; the states add up."""
        counts = self.counts(campaign)
        people = Counter((entry["fiscal_code"], entry.get("notice_number")) for entry in self.messages())
        for (_, notice), times in people.items():
            if times > 1:
                yield f"the notice {notice} was taken {times} times"
        known = sum(counts[state] for state in LEFT)
        if not known <= len(people) <= known + counts["uncertain"]:
            yield f"{len(people)} in the book, {known} known and {counts['uncertain']} uncertain"
        if sum(counts[state] for state in STATES) != counts["rows"]:
            yield f"the states do not add up: {counts}"

    def close(self):
        """Ends the platform."""
        self.platform.__exit__()


def play(scenario):
    """Runs a scenario as a test; where it breaks off, what broke is told."""
    plan = Plan()
    try:
        scenario(plan)
    except Exception as error:  # pylint: disable=broad-except
        frames = traceback.format_tb(error.__traceback__)
        plan.check("goes through", [*"".join(frames).splitlines(), type(error).__name__, *str(error).splitlines()])
    plan.end()
