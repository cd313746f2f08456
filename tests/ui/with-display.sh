#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# Runs a test of the window with a display, a message bus and a home of its own.
# Usage: with-display.sh PROGRAM [ARGUMENT...]
set -eu
home=$(mktemp -d "${TMPDIR:-/tmp}/io-notifier-ui-XXXXXX")
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/run"
chmod 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state"
mkdir -p "$home/config/gtk-4.0"
printf "[Settings]\ngtk-font-name=Cantarell 11\n" >"$home/config/gtk-4.0/settings.ini"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y="${GTK_A11Y:-none}" LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS || true
status=0
dbus-run-session -- xvfb-run -a -s '-screen 0 1280x1024x24 -nolisten tcp' "$@" || status=$?
exit "$status"
