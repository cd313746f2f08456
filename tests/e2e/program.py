# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The program as a person works with it: found by its words over the accessibility bus."""

import atexit
import os
import re
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ID = "org.comune.IONotifier"
PATH = "/org/comune/IONotifier"
PATIENCE = 60.0
# The desktop of the tests shows no notifications.
ABSENT = "org.freedesktop.Notifications"
COMPLAINT = re.compile(r"WARNING|CRITICAL|ERROR|Sanitizer|runtime error")
ROLES_TO_PRESS = {"push button", "toggle button", "button", "check box", "radio button", "menu item", "link", "switch"}


class Missing(AssertionError):
    """What was looked for did not appear."""


def wait_for(look, what, patience=PATIENCE):
    """Asks again and again until @look gives something."""
    end = time.monotonic() + patience
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(what() if callable(what) else what)
        time.sleep(0.05)


def children(accessible):
    """What lies below, as far as it is still there."""
    try:
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is not None:
                yield child
    except GLib.Error:
        return


def walk(accessible, into_tables=True):
    """Everything that is shown below @accessible, in order; the rows of tables are hundreds, each a slow question."""
    if not into_tables and role_of(accessible) in {"table", "tree table"}:
        return
    for child in children(accessible):
        try:
            if not child.get_state_set().contains(Atspi.StateType.VISIBLE):
                continue
        except GLib.Error:
            continue
        yield child
        yield from walk(child, into_tables)


def name_of(accessible):
    """Its name; empty where it has gone meanwhile."""
    try:
        return accessible.get_name() or ""
    except GLib.Error:
        return ""


def words_of(accessible):
    """Its name as a person reads it: a button with a mnemonic is named twice, "_Send Send"."""
    name = name_of(accessible).replace("_", "").strip()
    middle = len(name) // 2
    return name[:middle] if name[:middle] == name[middle + 1 :] and name[middle : middle + 1] == " " else name


def role_of(accessible):
    """Its role, in the bus' words."""
    try:
        return accessible.get_role_name() or ""
    except GLib.Error:
        return ""


def is_focused(accessible):
    """Whether what is typed goes there."""
    try:
        return accessible.get_state_set().contains(Atspi.StateType.FOCUSED)
    except GLib.Error:
        return False


def text_of(accessible):
    """What stands in it, where it holds text; else its name."""
    try:
        text = accessible.get_text_iface()
        if text is not None:
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    except GLib.Error:
        pass
    return name_of(accessible)


def box_of(accessible):
    """Where it stands in its window."""
    return Atspi.Component.get_extents(accessible.get_component_iface(), Atspi.CoordType.WINDOW)


class Program:
    """One run of the window's program."""

    def __init__(self, *arguments, binary=None, patience=PATIENCE):
        self.binary = binary or os.environ["ION_WINDOW"]
        self.process = subprocess.Popen(
            [self.binary, *arguments], stderr=subprocess.PIPE, text=True,
            env={**os.environ, "G_DEBUG": "fatal-criticals"},
        )
        atexit.register(self.process.kill)
        os.set_blocking(self.process.stderr.fileno(), False)
        self.errors = ""
        self.application = wait_for(self._find_application, "the program did not appear on the bus", patience)
        wait_for(lambda: self.window(), "no window appeared")

    def _find_application(self):
        if self.process.poll() is not None:
            raise Missing(f"the program ended with {self.process.returncode}: {self.read_errors()}")
        desktop = Atspi.get_desktop(0)
        for child in children(desktop):
            try:
                if child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                    return child
            except GLib.Error:
                continue
        return None

    def read_errors(self):
        """What it wrote on standard error so far."""
        try:
            self.errors += self.process.stderr.read() or ""
        except (TypeError, ValueError):
            pass
        return self.errors

    def windows(self):
        """Its windows and dialogs, the newest last."""
        return [child for child in children(self.application)]

    def window(self):
        """The newest of them."""
        windows = self.windows()
        return windows[-1] if windows else None

    # Looking

    def find_all(self, name=None, role=None, contains=None, within=None):
        """All that is shown with that name (or that holds @contains) and role; of what stands in tables only @within one."""
        roots = [within] if within is not None else reversed(self.windows())
        found = []
        for root in roots:
            for accessible in walk(root, within is not None):
                if role is not None and role_of(accessible) not in ({role} if isinstance(role, str) else role):
                    continue
                if name is not None and words_of(accessible) != name:
                    continue
                if contains is not None and contains not in text_of(accessible):
                    continue
                found.append(accessible)
        return found

    def find(self, name=None, role=None, contains=None, within=None, patience=PATIENCE):
        """The first of them, waited for."""

        def look():
            found = self.find_all(name, role, contains, within)
            return found[0] if found else None

        return wait_for(look, lambda: f"nothing with name {name!r}, role {role!r}, text {contains!r} in:\n{self.dump()}", patience)

    def shows(self, text, patience=PATIENCE):
        """Waits until some label holds @text."""
        return self.find(contains=text, patience=patience)

    def hides(self, text, patience=PATIENCE):
        """Waits until no label holds @text."""
        wait_for(lambda: not self.find_all(contains=text), f"{text!r} is still shown", patience)

    def dump(self):
        """Everything that has words, for the message of a failure."""
        lines = []
        for window in self.windows():
            for accessible in walk(window, False):
                if name_of(accessible) and role_of(accessible) not in {"filler", "panel", "scroll bar"}:
                    lines.append(f"  {role_of(accessible)}: {text_of(accessible)!r}")
        return "\n".join(lines[-400:]) + "\n" + self.read_errors()

    # Doing

    def press(self, name=None, contains=None, role=None, within=None):
        """Presses a button, a menu's item, a switch: waits until it can be pressed."""

        def look():
            for accessible in self.find_all(name, role or ROLES_TO_PRESS, contains, within):
                try:
                    action = accessible.get_action_iface()
                    if action is None or Atspi.Action.get_n_actions(action) == 0:
                        continue
                    if accessible.get_state_set().contains(Atspi.StateType.SENSITIVE):
                        return accessible
                except GLib.Error:
                    continue
            return None

        button = wait_for(look, lambda: f"no button {name or contains!r} that can be pressed in:\n{self.dump()}")
        Atspi.Action.do_action(button.get_action_iface(), 0)
        time.sleep(0.1)
        return button

    def write(self, name, text, role=None, within=None):
        """Puts @text into the entry of that name, in place of what stands there."""
        entry = self.find(name, role or {"text", "entry", "password text"}, within=within)
        length = Atspi.Text.get_character_count(entry.get_text_iface())
        editable = entry.get_editable_text_iface()
        if length:
            Atspi.EditableText.delete_text(editable, 0, length)
        Atspi.EditableText.insert_text(editable, 0, text, len(text.encode()))
        return entry

    def type_into(self, name, text):
        """Types @text into the entry of that name, key by key."""
        self.click(self.find(name, {"text", "entry", "password text"}))
        self.type(text)

    @staticmethod
    def type(text):
        """Types @text to whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def click_row(self, name=None, contains=None, within=None):
        """Clicks a row of a list: rows have no action on the bus."""

        def look():
            try:
                self.click(self.find(name, contains=contains, within=within))
                return True
            except (TypeError, GLib.Error):
                # The page made its rows anew meanwhile.
                return False

        return wait_for(look, lambda: f"{name or contains!r} cannot be clicked")

    def open_expander(self, name):
        """Opens a row that unfolds: what is in it appears."""
        row = self.find(name, "list item")
        if not row.get_state_set().contains(Atspi.StateType.EXPANDED):
            self.click(self.find(name, "label", within=row))

    def tick(self, name):
        """Clicks a box to tick: it has no action on the bus."""
        self.click(self.find(name, {"check box", "radio button"}))

    def choose(self, name, within=None):
        """Selects the row or item of that name in its list."""
        item = self.find(name, within=within)
        while item is not None:
            parent = item.get_parent()
            if parent is not None and parent.get_selection_iface() is not None:
                Atspi.Selection.select_child(parent.get_selection_iface(), item.get_index_in_parent())
                return item
            item = parent
        raise Missing(f"{name!r} stands in no list")

    def pick(self, name, choice):
        """Opens the row of choices of that name and takes one."""
        row = self.find(name, "combo box")
        self.click(row)
        self.take(row, choice)

    def take(self, row, choice):
        """Takes one of the choices of a row that has been opened, by keyboard."""

        def offered():
            lists = [found for found in walk(row) if role_of(found) == "list"]
            if len(lists) < 2:
                return None
            items = [item for item in walk(lists[-1]) if role_of(item) == "list item"]
            # Keys go to the choices only when one of them has the focus.
            if not any(is_focused(item) for item in items):
                return None
            words = [[words_of(label) for label in walk(item) if role_of(label) == "label"] for item in items]
            return next((index for index, labels in enumerate(words) if choice in labels), None)

        index = wait_for(lambda: (found := offered()) is not None and [found], f"{choice!r} is not offered under {name_of(row)!r}")[0]
        self.key(" ".join(["Home", *["Down"] * index, "Return"]))
        wait_for(
            lambda: self.find_all(choice, "label", within=row),
            lambda: f"of {name_of(row)!r} not {choice!r} was taken, but {[words_of(found) for found in self.find_all(role='label', within=row)]}",
        )

    def choose_file(self, path, verb="Apri"):
        """Answers the question for a file that has come up, as one who knows where it lies; @verb: what the button says."""
        chooser = wait_for(lambda: self.windows()[-1] if len(self.windows()) > 1 else None, "no question for a file")

        def entry():
            self.key("ctrl+l")
            return next(iter(self.find_all(role="text", within=chooser)), None)

        Atspi.EditableText.set_text_contents(wait_for(entry, "no place to type a path").get_editable_text_iface(), path)
        self.press(verb, within=chooser)
        wait_for(lambda: len(self.windows()) == 1, "the question for a file does not go")

    def key(self, keys):
        """Sends keys to the window in front: "ctrl+n", "Return", "Tab"."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys.split()], check=True)
        time.sleep(0.1)

    @staticmethod
    def front_window():
        """The number that the display gives the window in front."""
        return subprocess.run(["xdotool", "getactivewindow"], check=True, capture_output=True, text=True).stdout.strip()

    def bring_into_view(self, accessible):
        """Turns the wheel until it stands in everything that scrolls around it."""
        panes = []
        around = accessible.get_parent()
        while around is not None:
            if role_of(around) == "scroll pane":
                panes.insert(0, around)
            around = around.get_parent()
        for pane, target in zip(panes, [*panes[1:], accessible]):
            self.turn_to(pane, target)
        for pane in panes[:-1]:
            self.turn_to(pane, accessible)

    def turn_to(self, pane, target):
        """Turns the wheel over @pane until the middle of @target stands in it."""

        def is_there():
            frame, box = box_of(pane), box_of(target)
            middle = box.y + box.height // 2
            if frame.y <= middle < frame.y + frame.height:
                return True
            # Near the edge, where nothing else takes the wheel.
            self.point(frame.x + 12, frame.y + frame.height // 2, "5" if middle > frame.y else "4")
            return False

        wait_for(is_there, lambda: f"{name_of(target)!r} does not come into view")

    def click(self, accessible):
        """The mouse, on what has no action of its own."""
        self.bring_into_view(accessible)
        box = box_of(accessible)
        self.point(box.x + box.width // 2, box.y + box.height // 2, "1")

    def point(self, x, y, button):
        """Presses a button of the mouse at a place of the window in front."""
        window = self.front_window()
        subprocess.run(
            ["xdotool", "mousemove", "--window", window, str(x), str(y), "click", button],
            check=True,
        )
        time.sleep(0.1)

    def act(self, action, parameter=None, on="window/1"):
        """Activates one of its actions over the message bus."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        given = [] if parameter is None else [GLib.Variant("s", parameter)]
        path = PATH if on == "" else f"{PATH}/{on}"
        bus.call_sync(
            ID, path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (action, given, {})), None,
            Gio.DBusCallFlags.NONE, 10000, None,
        )
        time.sleep(0.2)

    def close_dialogs(self):
        """Closes what stands above the main window."""
        for _ in range(5):
            if len(self.windows()) <= 1:
                return
            self.key("Escape")
            time.sleep(0.3)

    # Ending

    def kill(self):
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.read_errors()

    def quit(self):
        """Ends it in order, as the session does when it ends."""
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self.read_errors()

    def faults(self):
        """What is wrong with how it ran and ended."""
        if self.process.returncode != 0:
            yield f"it ended with {self.process.returncode}"
        yield from self.complaints()

    def complaints(self):
        """What it said on standard error that it should not have to say."""
        lines = self.read_errors().splitlines()
        return [line for line in lines if COMPLAINT.search(line) and ABSENT not in line]

    def picture(self, file):
        """The whole screen, for whoever looks at a failure."""
        subprocess.run(["import", "-window", "root", file], check=False)
