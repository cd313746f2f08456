#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Takes the pictures of every page: light, dark and narrow, in Italian, of an office without anybody real.

Usage: make-screenshots.py FOLDER [PAGE|LOOK...]   (run by `meson compile -C build screenshots`)
"""

import datetime
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/e2e"))

from places import places  # noqa: E402
from program import Program, name_of  # noqa: E402
from sample_office import SampleOffice  # noqa: E402

# Five past nine on a Tuesday in Rome: what is due, sent and saved then is so in every series of pictures.
MORNING = datetime.datetime(2026, 11, 24, 8, 5, tzinfo=datetime.timezone.utc)
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"

LOOKS = {
    "chiaro": ("prefer-light", 1100, 760),
    "scuro": ("prefer-dark", 1100, 760),
    "stretto": ("prefer-light", 360, 700),
}


def set_clock():
    """For the programs that are started from now on, where the library for it is there."""
    offset = round((MORNING - datetime.datetime.now(datetime.timezone.utc)).total_seconds())
    if os.path.exists(FAKETIME):
        os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "detect_leaks=0") + ":verify_asan_link_order=0"
        os.environ.update(LD_PRELOAD=FAKETIME, FAKETIME=f"{offset:+d}", FAKETIME_DONT_FAKE_MONOTONIC="1", FAKETIME_NO_CACHE="1")


def size_of(window):
    """Its width and height."""
    words = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], check=True, capture_output=True, text=True)
    found = dict(line.split("=", 1) for line in words.stdout.splitlines() if "=" in line)
    return int(found["WIDTH"]), int(found["HEIGHT"])


def take(program, file, width, height):
    """The window alone, without what lies around it; one above the main window keeps its size where it fits."""
    window = program.front_window()
    if len(program.windows()) > 1:
        width, height = (min(pair) for pair in zip(size_of(window), (width, height)))
    subprocess.run(["xdotool", "windowsize", window, str(width), str(height)], check=True)
    subprocess.run(["xdotool", "windowmove", window, "0", "0"], check=True)
    time.sleep(1)
    # The toolkit makes no window as narrow as that with its frame.
    width, height = (max(pair) for pair in zip(size_of(window), (width, height)))
    with tempfile.NamedTemporaryFile(suffix=".png") as whole:
        subprocess.run(
            ["import", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage", "-strip", whole.name], check=True
        )
        # A palette, in a step of its own: while taking it the picture keeps all its colours.
        subprocess.run(
            ["convert", whole.name, "-depth", "8", "+dither", "-treedepth", "8", "-colors", "240", "-define", "png:exclude-chunks=date,time",
             "-define", "png:compression-level=9", f"PNG8:{file}"],
            check=True,
        )


def settle(program):
    """Until what is read in the background has come."""
    before = None
    for _ in range(4):
        now = program.dump()
        if now == before:
            return
        before = now
        time.sleep(0.5)


def choose_template(program, name):
    """By keyboard: the list is a window of its own."""
    program.click(program.find("Modello", "combo box"))
    time.sleep(1)
    labels = [name_of(label) for label in program.find_all(role="label")]
    free = "Messaggio libero"
    first = labels.index(free, labels.index(free) + 1)
    program.key(" ".join(["Down"] * (labels.index(name, first) - first)))
    program.key("Return")


def make_draft(office):
    """A campaign being made, begun as a person begins it: the program opened with a file; its id."""
    file = office.make_rows("rette_dicembre.csv", 1200, 4)
    program = Program("--practice", "--office", office.folder, file)
    program.click_row("Messaggio")
    choose_template(program, "Retta scolastica")
    program.shows("Pronto")
    settle(program)
    program.quit()
    with sqlite3.connect(os.path.join(office.folder, "ledger.db")) as ledger:
        return ledger.execute("SELECT id FROM draft").fetchone()[0]


def take_welcome(folder, look, width, height):
    """The two doors, before there is any office."""
    program = Program("--office", os.path.join(os.environ["HOME"], "nessuno"))
    program.shows("Esercitazione")
    take(program, folder / f"benvenuto-{look}.png", width, height)
    program.quit()


def main():
    folder = pathlib.Path(sys.argv[1])
    looks = {look: how for look, how in LOOKS.items() if look in sys.argv[2:]} or LOOKS
    wanted = [word for word in sys.argv[2:] if word not in LOOKS]
    set_clock()
    office = SampleOffice(os.path.join(os.environ["HOME"], "ente"), 1200)
    office.troubled = office.add_troubled()
    office.draft = make_draft(office)
    for look, (scheme, width, height) in looks.items():
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = scheme
        program = Program("--practice", "--office", office.folder)
        for name, way in places(office):
            if wanted and name not in wanted:
                continue
            program.act("show-place", "overview")
            way(program)
            settle(program)
            take(program, folder / f"{name}-{look}.png", width, height)
            program.close_dialogs()
        program.quit()
        if not wanted or "benvenuto" in wanted:
            take_welcome(folder, look, width, height)


if __name__ == "__main__":
    main()
