#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# The demonstration: sends the sample campaign (5,130 school-fee notices to made-up people) to the
# practice platform. Usage: send-sample.sh BUILD-FOLDER
set -eu
build=$(cd "$1" && pwd)
sources=$(cd "$(dirname "$0")/../.." && pwd)
folder=$build/sample
rows=$folder/rette.csv
rate=1500/5

# The command speaks the language of the person, installed or not.
export TEXTDOMAINDIR="$build/po"

rm -rf "$folder"
mkdir -p "$folder"

io () {
  "$build/src/cli/io-notifier-cli" --practice --office "$folder/office" "$@"
}

"$build/data/sample/make-sample" >"$rows"
echo "5,130 school-fee notices for made-up people: $rows"
echo "Practice platform: no key, no citizen. Its rate is raised to $rate calls/seconds for this"
echo "demonstration; the real platform allows 150/5."

io --quiet office set rate "$rate" >/dev/null
service=$(io --json service list | sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' | head -n 1)
campaign=$(io campaign new --service "$service" --name 'Rette scolastiche' \
  --template "$sources/data/templates/retta-scolastica.json" --recipients "$rows" --valid-only)
io campaign send "$campaign" --yes --expect-people 5130
