#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# Lets the command write its own man pages, so that they never drift from what it does.
# Usage: make-man.sh COMMAND FOLDER
set -eu
command=$1
folder=$2
LC_ALL=C.UTF-8
export LC_ALL

rm -rf "$folder"
mkdir -p "$folder"
"$command" help --man >"$folder/io-notifier-cli.1"
"$command" help --man --list >"$folder.list"
while read -r group verb; do
  # shellcheck disable=SC2086 # a verb may be empty
  "$command" help --man "$group" $verb >"$folder/io-notifier-cli-$group${verb:+-$verb}.1"
done <"$folder.list"
rm "$folder.list"
