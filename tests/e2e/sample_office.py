# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A practice office with something on every page, made with the command; nobody in it is real."""

import json
import os
import subprocess

SERVICE = "practice-01"


class SampleOffice:
    """Its folder, and the ids of what is in it."""

    def __init__(self, folder, people=400):
        self.folder = folder
        self.cli = os.environ["ION_CLI"]
        self.data = os.environ["ION_DATA_DIR"]
        self.run("office", "set", "rate", "1500/5")
        self.rows = self.make_rows("rette_ottobre.csv", people, 1)
        self.sent = self.new_campaign("Rette ottobre", self.rows)
        self.run("campaign", "send", self.sent, "--yes", "--expect-people", str(people))
        self.run("campaign", "follow", self.sent, "--once", allowed=(0, 3))
        self.ready = self.new_campaign("Rette novembre", self.make_rows("rette_novembre.csv", people, 2))

    def make_rows(self, name, people, seed):
        """A file of made-up people beside the office; its path."""
        path = os.path.join(os.path.dirname(self.folder), name)
        with open(path, "wb") as rows:
            subprocess.run(
                [os.environ["ION_MAKE_SAMPLE"], f"--rows={people}", f"--seed={seed}"], check=True, stdout=rows
            )
        return path

    def run(self, *words, allowed=(0,)):
        """One command on this office; its standard output."""
        run = subprocess.run(
            [self.cli, "--practice", "--office", self.folder, "--quiet", *words], capture_output=True, text=True
        )
        if run.returncode not in allowed:
            raise AssertionError(f"{words}: {run.returncode}: {run.stderr}")
        return run.stdout

    def json(self, *words):
        """The same, as JSON."""
        return json.loads(self.run("--json", *words))

    def new_campaign(self, name, rows):
        """A campaign of school fees, not sent yet; its id."""
        return self.run(
            "campaign", "new", "--service", SERVICE, "--name", name, "--valid-only",
            "--template", f"{self.data}/templates/retta-scolastica.json", "--recipients", rows,
        ).strip()
