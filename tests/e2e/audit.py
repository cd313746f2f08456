# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What every window is held to: who does not see it, or has no mouse, works with it all the same."""

import re

from program import ROLES_TO_PRESS, Atspi, name_of, role_of, text_of, wait_for, walk

TYPE_NAME = re.compile(r"^(Gtk|Adw|Ion|Gdk)[A-Z]\w*$")
# Containers that take the focus only for what they hold, and have no words of their own.
SILENT_ROLES = {"filler", "panel", "scroll pane", "viewport", "frame", "window", "dialog", "split pane"}
# What is read by what stands in it.
READ_ROLES = {"list item", "table row", "table cell", "tree item", "link"}
# What opens something: a menu, a calendar, a list of choices.
OPENERS = {"push button", "combo box"}


def described(accessible):
    """Where it stands, for the message of a fault."""
    words = []
    while accessible is not None and len(words) < 6:
        words.append(f"{role_of(accessible)} {text_of(accessible)[:40]!r}")
        accessible = accessible.get_parent()
    return " < ".join(words)


def has_words(accessible):
    """Rows of lists are read by what stands in them."""
    if role_of(accessible) not in READ_ROLES:
        return False
    return any(text_of(child).strip() and not TYPE_NAME.match(text_of(child)) for child in walk(accessible))


def takes_focus(accessible):
    """Whether the keyboard gets there."""
    return accessible.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def is_for_the_mouse(accessible):
    """Whether it can be pressed, and no key leads to it, to a part of it or to the row that it stands in."""
    if role_of(accessible) not in ROLES_TO_PRESS or takes_focus(accessible):
        return False
    around = accessible.get_parent()
    while around is not None and role_of(around) in SILENT_ROLES:
        around = around.get_parent()
    return not any(takes_focus(child) for child in walk(accessible)) and not (around is not None and takes_focus(around))


def faults_of(root):
    """Lists what can have the focus and says nothing of itself, and what can never have it."""
    for accessible in walk(root):
        role = role_of(accessible)
        if is_for_the_mouse(accessible):
            yield f"for the mouse only: {described(accessible)}"
        if not takes_focus(accessible) or role in SILENT_ROLES:
            continue
        name = name_of(accessible).strip()
        if role in {"invalid", "unknown", ""}:
            yield f"without a role: {described(accessible)}"
        if (not name or TYPE_NAME.match(name)) and not has_words(accessible):
            yield f"without a name: {described(accessible)}"


def openers_of(window):
    """The insides of menu buttons and lists of choices that can be pressed now."""
    return [
        button for button in walk(window, False)
        if role_of(button) in {"push button", "toggle button"} and role_of(button.get_parent()) in OPENERS
        and button.get_state_set().contains(Atspi.StateType.SENSITIVE)
    ]


def opened_faults(program, window):
    """The same of all that can be opened in @window; each is closed again by keyboard."""
    for index in range(len(openers_of(window))):
        # A page may make its parts anew meanwhile.
        button = openers_of(window)[index]
        around, words = button.get_parent(), described(button)
        # As the keyboard does: the toolkit cannot place what opens beside something off the screen.
        program.bring_into_view(button)
        before = sum(1 for _ in walk(around))
        Atspi.Action.do_action(button.get_action_iface(), 0)
        wait_for(lambda: sum(1 for _ in walk(around)) > before, f"nothing opens: {words}")
        yield from faults_of(around)
        program.key("Escape")
        wait_for(lambda: sum(1 for _ in walk(around)) <= before, f"Esc does not close it: {words}")
