# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What the benchmarks share: a practice platform in a process of its own, offices, rows, figures."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import urllib.request

KEY = "practice-benchmark"
CONCURRENCY = 16


class Programs:
    """Where the build put what the benchmarks run."""

    def __init__(self, arguments):
        self.cli, self.make_sample, self.bare_loop, self.template = arguments[1:5]


class Practice:
    """The simulated platform, as another process on this machine."""

    def __init__(self, programs, *options):
        self.process = subprocess.Popen(
            [programs.cli, "practice", "serve", "--port", "0", "--seed", "1", *options],
            stdout=subprocess.PIPE, text=True,
        )
        line = self.process.stdout.readline()
        self.url = next(word for word in line.split() if word.startswith("http://"))
        self.control = self.url.split("/api/")[0] + "/practice"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def reset(self):
        """Empties its book, so that the next figures are of one run."""
        urllib.request.urlopen(urllib.request.Request(self.control + "/reset", method="POST")).read()

    def figures(self):
        """What it saw since the last reset."""
        return json.load(urllib.request.urlopen(self.control + "/figures"))

    def times(self):
        """When each call came that was not refused as one too many, in seconds."""
        text = urllib.request.urlopen(self.control + "/times").read().decode()
        return sorted(int(line) / 1e6 for line in text.split())

    def rate(self):
        """Calls a second on its clock, from the first call to the last."""
        figures = self.figures()
        seconds = (figures["last_call"] - figures["first_call"]) / 1e6
        return figures["calls"] / seconds, figures


class Office:
    """A practice office of its own, whose platform is that other process."""

    def __init__(self, programs, practice, rate):
        self.programs = programs
        self.folder = tempfile.mkdtemp(prefix="io-notifier-bench-")
        self.run("office", "set", "api-url", practice.url)
        self.run("office", "set", "rate", rate)
        self.run("office", "set", "concurrency", str(CONCURRENCY))
        self.service = json.loads(self.run("service", "list", "--json").stdout)[0]["id"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *arguments):
        """The command line of one verb on this office."""
        folder = os.path.join(self.folder, "office")
        return [self.programs.cli, "--practice", "--office", folder, "--quiet", *arguments]

    def run(self, *arguments):
        """Runs one verb; 3 (something waits for a person) is as good as 0 here."""
        told = subprocess.run(
            self.command(*arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if told.returncode not in (0, 3):
            raise SystemExit(f"{arguments}: exit {told.returncode}\n{told.stdout}{told.stderr}")
        return told

    def peak(self, *arguments):
        """Runs one verb and gives what it said and the most memory it held, in KiB."""
        with tempfile.TemporaryFile("w+") as said:
            process = subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL, stdout=said)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 3):
                raise SystemExit(f"{arguments}: exit {process.returncode}")
            said.seek(0)
            return said.read().strip(), usage.ru_maxrss

    def new_campaign(self, rows):
        """Imports the rows and gives the campaign's id."""
        return self.run(*self.new_campaign_arguments(rows)).stdout.strip()

    def new_campaign_arguments(self, rows):
        """The verb that imports the rows."""
        return [
            "campaign", "new", "--service", self.service, "--template", self.programs.template,
            "--recipients", str(rows), "--name", "bench",
        ]

    def figures(self, campaign):
        """The campaign's figures."""
        return json.loads(self.run("campaign", "show", campaign, "--json").stdout)


def make_rows(programs, folder, count):
    """Writes a sample of made-up people and gives its path."""
    path = pathlib.Path(folder) / f"rows-{count}.csv"
    with path.open("w", encoding="utf-8") as file:
        subprocess.run([programs.make_sample, "--rows", str(count)], stdout=file, check=True)
    return path


def verdict(met):
    """The words that close a figure."""
    return "target met" if met else "target not met"
