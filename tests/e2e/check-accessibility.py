#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Walks every page: what can have the focus has a role, and a name that is not its type's."""

import os
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "data"))

from places import places  # noqa: E402
from program import Atspi, Program, name_of, role_of, text_of, walk  # noqa: E402
from sample_office import SampleOffice  # noqa: E402
from tap import Plan  # noqa: E402

TYPE_NAME = re.compile(r"^(Gtk|Adw|Ion|Gdk)[A-Z]\w*$")
# Containers that take the focus only for what they hold, and have no words of their own.
SILENT_ROLES = {"filler", "panel", "scroll pane", "viewport", "frame", "window", "dialog", "split pane"}


def described(accessible):
    """Where it stands, for the message of a fault."""
    words = []
    while accessible is not None and len(words) < 6:
        words.append(f"{role_of(accessible)} {text_of(accessible)[:40]!r}")
        accessible = accessible.get_parent()
    return " < ".join(words)


def faults_of(window):
    """Lists what can have the focus and says nothing of itself."""
    for accessible in walk(window):
        states = accessible.get_state_set()
        if not states.contains(Atspi.StateType.FOCUSABLE) or role_of(accessible) in SILENT_ROLES:
            continue
        name = name_of(accessible).strip()
        if role_of(accessible) in {"invalid", "unknown", ""}:
            yield f"without a role: {described(accessible)}"
        if (not name or TYPE_NAME.match(name)) and not has_words(accessible):
            yield f"without a name: {described(accessible)}"


def has_words(accessible):
    """Rows of lists are read by what stands in them."""
    if role_of(accessible) not in {"list item", "table row", "table cell", "tree item", "link"}:
        return False
    return any(text_of(child).strip() and not TYPE_NAME.match(text_of(child)) for child in walk(accessible))


def main():
    plan = Plan()
    office = SampleOffice(os.path.join(os.environ["HOME"], "ente"), 60)
    office.troubled = office.add_troubled()
    office.draft = ""
    program = Program("--practice", "--office", office.folder)
    for name, way in places(office):
        program.act("show-place", "overview")
        way(program)
        time.sleep(1)
        plan.check(f"/accessibility/{name}", faults_of(program.window()))
        program.close_dialogs()
    program.quit()
    complaints = [line for line in program.errors.splitlines() if re.search("WARNING|CRITICAL|Sanitizer|runtime error", line)]
    plan.check("/accessibility/no-complaint", complaints)
    plan.end()


if __name__ == "__main__":
    main()
