#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Compares every #include under src/ with the layer rules of src/README.md."""

import pathlib
import re
import sys

from tap import Plan, c_files

ADAPTERS = {"adapters/io-platform", "adapters/keyring", "adapters/tables"}
BELOW_OFFICE = {"domain", "store", "engine", "practice"} | ADAPTERS

# What each layer may include besides itself.
LAYERS = {
    "domain": set(),
    "store": {"domain"},
    "engine": {"domain", "store"},
    "practice": {"domain"},
    "office": BELOW_OFFICE,
    "cli": BELOW_OFFICE | {"office"},
    "ui": BELOW_OFFICE | {"office"},
    **{adapter: {"domain", "engine"} for adapter in ADAPTERS},
}

# Folders within a layer: each may use itself and those of the lines above it.
FOLDERS = {
    "domain": [{"values"}, {"repair"}, {"template"}, {"mapping"}, {"check"}],
    "adapters/tables": [
        {""},
        {"file"},
        {"text"},
        {"zip"},
        {"xml"},
        {"workbook"},
        {"csv", "xlsx", "ods", "xls", "excel-xml", "html"},
        {"choice"},
        {"recipients", "writer"},
    ],
    # A page knows the parts it is made of, never another page: actions of the window lead there.
    "ui": [
        {"common"},
        {"phone"},
        {"compose-model"},
        {"message", "recipients", "check", "send"},
        {"compose", "overview", "campaigns", "campaign", "remedy", "person", "welcome", "templates",
         "services", "journal", "preferences"},
        {"shell"},
    ],
}

# Outside libraries that only some layers may see.
LIBRARIES = {
    r"sqlite3": {"store"},
    r"sodium": {"store"},
    r"libsoup/": {"adapters/io-platform", "practice"},
    r"libsecret/": {"adapters/keyring"},
    r"archive(_entry)?\.h": {"adapters/tables"},
    r"libxml/": {"adapters/tables"},
    r"(gtk/|gdk/|adwaita|gtksourceview/|cmark-gfm)": {"ui"},
}

# Headers in which the engine of the ledger shows: another one is to come, so nobody above knows.
STORE_ONLY = re.compile(r"ion-(db|sqlite|writer|migration|owner|sealed-person|.*-private)\.h")

# What a pure function has no use for.
IMPURE_HEADER = re.compile(r"<(gio/|glib/gstdio|stdio|unistd|fcntl|time|sys/)")
IMPURE_CALL = re.compile(
    r"\b(g_date_time_new_now\w*|g_get_(?:real|monotonic)_time|g_random_\w+|g_rand_\w+|g_file_\w+"
    r"|g_getenv|fopen|open|getenv) \("
)
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
# A log line of libsoup holds the subscription key.
LOGGER = re.compile(r"\bsoup_logger_\w+")


def layer_of(path, source):
    """Tells the layer of a file: its folder, or the first two under adapters/."""
    parts = path.relative_to(source).parts
    return "/".join(parts[: 2 if parts[0] == "adapters" else 1])


def folder_faults(path, source, owners):
    """Lists what one file includes of a folder of its own layer that does not stand below its own."""
    layer = layer_of(path, source)
    levels = {name: level for level, names in enumerate(FOLDERS[layer]) for name in names}

    def folder_of(name):
        return str(name.parent.relative_to(source / layer)).replace(".", "")

    mine = folder_of(path)
    if mine not in levels:
        return [f"{path.relative_to(source)}: no rule for the folder {mine}"]
    faults = []
    for kind, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
        owner = owners.get(pathlib.PurePath(header).name) if kind == '"' else None
        if owner is None or layer_of(owner, source) != layer or folder_of(owner) == mine:
            continue
        if levels.get(folder_of(owner), len(levels)) >= levels[mine]:
            faults.append(f"{path.relative_to(source)}: must not include {header} of {folder_of(owner)}/")
    return faults


def faults_of(path, source, owners):
    """Lists what one file includes or calls against the rules of its layer."""
    layer = layer_of(path, source)
    name = path.relative_to(source)
    text = path.read_text(encoding="utf-8")
    if layer not in LAYERS:
        return [f"{name}: no rule for the layer {layer}"]
    faults = []
    for kind, header in INCLUDE.findall(text):
        owner = owners.get(pathlib.PurePath(header).name) if kind == '"' else None
        if owner and owner != layer and owner not in LAYERS[layer]:
            faults.append(f"{name}: {layer} must not include {header} of {owner}")
        if owner == "store" and layer != "store" and STORE_ONLY.fullmatch(pathlib.PurePath(header).name):
            faults.append(f"{name}: only store may know {header}")
        for library, layers in LIBRARIES.items():
            if kind == "<" and re.match(library, header) and layer not in layers:
                faults.append(f"{name}: {layer} must not see <{header}>")
        if layer == "domain" and kind == "<" and IMPURE_HEADER.match(f"<{header}"):
            faults.append(f"{name}: a pure layer has no use for <{header}>")
    if layer == "domain":
        faults += [f"{name}: calls {call}" for call in IMPURE_CALL.findall(text)]
    faults += [f"{name}: calls {call}" for call in LOGGER.findall(text)]
    return faults


def main():
    source = pathlib.Path(sys.argv[1]) / "src"
    plan = Plan()
    files = c_files(source, ".")
    owners = {path.name: layer_of(path, source) for path in files if path.suffix == ".h"}
    for layer in LAYERS:
        mine = [path for path in files if layer_of(path, source) == layer]
        plan.check(
            f"/layers/{layer}", [fault for path in mine for fault in faults_of(path, source, owners)]
        )
    headers = {path.name: path for path in files if path.suffix == ".h"}
    for layer in FOLDERS:
        mine = [path for path in files if layer_of(path, source) == layer]
        plan.check(
            f"/layers/{layer}/folders",
            [fault for path in mine for fault in folder_faults(path, source, headers)],
        )
    strangers = {layer_of(path, source) for path in files} - set(LAYERS)
    plan.check("/layers/no-other", [f"no rule for {layer}" for layer in sorted(strangers)])
    names = [path.name for path in files]
    plan.check(
        "/layers/one-file-a-name", [f"{n} is there twice" for n in sorted({n for n in names if names.count(n) > 1})]
    )
    plan.end()


main()
