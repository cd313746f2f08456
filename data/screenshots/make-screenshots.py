#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Takes the pictures of every page: light, dark and narrow, in Italian, of an office without anybody real.

Usage: make-screenshots.py FOLDER [PAGE...]   (run by `meson compile -C build screenshots`)
"""

import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/e2e"))

from places import places  # noqa: E402
from program import Program  # noqa: E402
from sample_office import SampleOffice  # noqa: E402

LOOKS = {
    "chiaro": ("prefer-light", 1100, 760),
    "scuro": ("prefer-dark", 1100, 760),
    "stretto": ("prefer-light", 360, 700),
}


def take(program, file, width, height):
    """The window alone, without what lies around it."""
    window = program.front_window()
    subprocess.run(["xdotool", "windowsize", "--sync", window, str(width), str(height)], check=False)
    subprocess.run(["xdotool", "windowmove", window, "0", "0"], check=True)
    time.sleep(1)
    subprocess.run(
        ["import", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage", "-define", "png:exclude-chunks=date,time",
         "-strip", file],
        check=True,
    )


def main():
    folder = pathlib.Path(sys.argv[1])
    wanted = sys.argv[2:]
    office = SampleOffice(os.path.join(os.environ["HOME"], "ente"), 1200)
    office.troubled = office.add_troubled()
    office.draft = office.add_draft()
    for look, (scheme, width, height) in LOOKS.items():
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = scheme
        program = Program("--practice", "--office", office.folder)
        for name, way in places(office):
            if wanted and name not in wanted:
                continue
            program.act("show-place", "overview")
            way(program)
            take(program, folder / f"{name}-{look}.png", width, height)
            program.close_dialogs()
        program.quit()


if __name__ == "__main__":
    main()
