#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that every language is complete and that no text for people was left out."""

import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Plan, c_files

MARK = re.compile(r"(?<![\w])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dngettext) \(")
UI_MARK = re.compile(r'translatable="(?:yes|true)"')
# What Meson's preset "glib" passes to xgettext.
KEYWORDS = """_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3 ngettext:1,2
dngettext:2,3""".split()
FLAGS = """N_:1:pass-c-format C_:2:pass-c-format NC_:2:pass-c-format g_dngettext:2:pass-c-format
g_strdup_printf:1:c-format g_string_printf:2:c-format g_string_append_printf:2:c-format
g_error_new:3:c-format g_set_error:4:c-format g_printerr:1:c-format g_print:1:c-format""".split()

# Marks that a language does not use: quotation marks, and what is not the apostrophe (’).
FOREIGN_MARKS = {"it": re.compile(r"[“”]|(?<=[^\W\d_])'")}

# xgettext ends the text at such a macro, in silence: the number is to be a %s of its own.
TEXT = r'"(?:[^"\\]|\\.)*"'
BROKEN = re.compile(
    rf'(?<!\w)(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext) \((?:[^()"]|{TEXT})*?{TEXT}\s*G_G\w+_FORMAT'
)


def tool(*arguments, data=None):
    """Runs one of gettext's programs."""
    return subprocess.run(arguments, input=data, capture_output=True, text=True, check=False)


def template(root, listed):
    """Extracts what is to be translated from the sources, as it is now."""
    told = tool(
        "xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--output=-",
        f"--directory={root}", "--files-from=-",
        *[f"--keyword={word}" for word in KEYWORDS], *[f"--flag={flag}" for flag in FLAGS],
        data="\n".join(listed) + "\n",
    )
    return told.stdout, [line for line in told.stderr.splitlines() if line]


def first_lines(entries):
    """Lists the message ids of a PO text, without its header."""
    ids = re.findall(r'^msgid ((?:".*"\n?)+)', entries, re.MULTILINE)
    return [text.replace('"\n"', "").strip() for text in ids if text.strip() != '""']


def check_language(plan, root, language, pot):
    """Checks one PO file against the sources."""
    po = root / "po" / f"{language}.po"
    with tempfile.TemporaryDirectory() as folder:
        pot_file = pathlib.Path(folder) / "new.pot"
        pot_file.write_text(pot, encoding="utf-8")
        merged = tool("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", "-", po, pot_file)
    plan.check(f"/translations/{language}/readable", merged.stderr.splitlines() if merged.returncode else [])
    missing = tool("msgattrib", "--untranslated", "--no-obsolete", "-", data=merged.stdout)
    plan.check(f"/translations/{language}/complete", first_lines(missing.stdout))
    fuzzy = tool("msgattrib", "--only-fuzzy", "--no-obsolete", po)
    plan.check(f"/translations/{language}/no-doubt", first_lines(fuzzy.stdout))
    marks = FOREIGN_MARKS.get(language)
    if marks:
        lines = tool("msgcat", "--no-wrap", "--no-location", po).stdout.splitlines()
        plan.check(
            f"/translations/{language}/marks",
            [line for line in lines if line.startswith("msgstr") and marks.search(line)],
        )
    formats = tool("msgfmt", "-c", "-o", "/dev/null", "-", data=merged.stdout)
    plan.check(f"/translations/{language}/formats", formats.stderr.splitlines() if formats.returncode else [])


def main():
    root = pathlib.Path(sys.argv[1])
    plan = Plan()
    lines = (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    marked = sorted(
        str(path.relative_to(root))
        for mark, paths in ((MARK, c_files(root, "src")), (UI_MARK, (root / "src").rglob("*.ui")))
        for path in paths
        if mark.search(path.read_text(encoding="utf-8"))
    )
    plan.check("/translations/files/all-listed", sorted(set(marked) - set(listed)))
    plan.check("/translations/files/no-stranger", sorted(set(listed) - set(marked)))
    plan.check("/translations/files/sorted", [] if listed == sorted(listed) else ["po/POTFILES.in is not sorted"])
    pot, faults = template(root, marked) if marked else ("", [])
    plan.check("/translations/extracted", faults)
    plan.check(
        "/translations/whole",
        [name for name in marked if BROKEN.search((root / name).read_text(encoding="utf-8"))],
    )
    languages = [
        line.strip() for line in (root / "po/LINGUAS").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    for language in languages if pot else []:
        check_language(plan, root, language, pot)
    plan.end()


main()
