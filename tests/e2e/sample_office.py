# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""A practice office with something on every page, made with the command; nobody in it is real."""

import atexit
import json
import os
import signal
import subprocess

SERVICE = "practice-01"


class Practice:
    """The simulated platform as another process, with what goes wrong at will."""

    def __init__(self, cli, *options):
        self.process = subprocess.Popen(
            [cli, "practice", "serve", "--port", "0", "--seed", "1", "--rate", "none", *options],
            stdout=subprocess.PIPE, text=True,
        )
        atexit.register(self.process.kill)
        line = self.process.stdout.readline()
        self.url = next(word for word in line.split() if word.startswith("http://"))

    def __enter__(self):
        return self.url

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.process.stdout.close()


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

    def add_troubled(self, people=60):
        """A campaign in which some answers got lost and some messages were not accepted; its id."""
        id = self.new_campaign("Rette settembre", self.make_rows("rette_settembre.csv", people, 3))
        with Practice(self.cli, "--fault", "502@messages=#3", "--fault", "403-recipient@messages=0.1") as url:
            self.run("office", "set", "api-url", url)
            self.run("campaign", "send", id, "--yes", "--expect-people", str(people), allowed=(0, 3))
        self.run("office", "set", "api-url", "")
        return id

    def make_rows(self, name, people, seed):
        """A file of made-up people beside the office; its path."""
        path = os.path.join(os.path.dirname(self.folder), name)
        with open(path, "wb") as rows:
            subprocess.run(
                [os.environ["ION_MAKE_SAMPLE"], f"--rows={people}", f"--seed={seed}"], check=True, stdout=rows
            )
        return path

    def command(self, *words):
        """One command on this office."""
        return [self.cli, "--practice", "--office", self.folder, "--quiet", *words]

    def run(self, *words, allowed=(0,), given=""):
        """Runs one, with what it is given to read; its standard output."""
        run = subprocess.run(self.command(*words), capture_output=True, text=True, input=given)
        if run.returncode not in allowed:
            raise AssertionError(f"{words}: {run.returncode}: {run.stderr}")
        return run.stdout

    def json(self, *words):
        """The same, as JSON."""
        return json.loads(self.run("--json", *words))

    def new_campaign(self, name, rows, service=SERVICE):
        """A campaign of school fees, not sent yet; its id."""
        return self.run(
            "campaign", "new", "--service", service, "--name", name, "--valid-only",
            "--template", f"{self.data}/templates/retta-scolastica.json", "--recipients", rows,
        ).strip()
