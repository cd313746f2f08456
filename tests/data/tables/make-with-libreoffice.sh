#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# Writes the lo-* files of this folder with LibreOffice: the same tables in every format that an
# office may save them in. Needs libreoffice-calc and python3-uno. Its files differ from run to run
# (times, identifiers), so they are kept as they were written.
#
#   make-with-libreoffice.sh FOLDER

set -eu

here=$(dirname "$(readlink -f "$0")")
folder=$(readlink -f "$1")
profile=$(mktemp -d)
pipe="io-notifier-$$"

soffice --headless --norestore --nolockcheck "-env:UserInstallation=file://$profile" \
  "--accept=pipe,name=$pipe;urp;" >/dev/null 2>&1 &
office=$!
trap 'kill "$office" 2>/dev/null || true; rm -rf "$profile"' EXIT

/usr/bin/python3 -B "$here/libreoffice_tables.py" "$pipe" "$folder"
