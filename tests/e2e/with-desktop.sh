#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# Runs a test of the whole program on a desktop of its own: display, window manager, message bus,
# accessibility bus, keyring. Usage: with-desktop.sh PROGRAM [ARGUMENT...]
set -eu
home=$(mktemp -d "${TMPDIR:-/tmp}/io-notifier-e2e-XXXXXX")
mkdir -p "$home/run" "$home/config/gtk-4.0"
chmod 700 "$home/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n%s\n' \
  'gtk-decoration-layout=appmenu:close' >"$home/config/gtk-4.0/settings.ini"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state"
export GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1 XDG_CURRENT_DESKTOP=GNOME
export LC_ALL=it_IT.UTF-8 LANGUAGE=it NO_AT_BRIDGE=0 GTK_MODULES=
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GTK_A11Y || true
# The desktop's own services are not under test: only the program is held to its warnings.
unset G_DEBUG MALLOC_PERTURB_ || true
cat >"$home/desktop" <<'DESKTOP'
printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
openbox --sm-disable >/dev/null 2>&1 &
manager=$!
status=0
"$@" >&3 || status=$?
kill "$manager" 2>/dev/null || true
exit "$status"
DESKTOP
status=0
# What services print does not belong to the test's own output.
exec 3>&1 >&2
dbus-run-session -- xvfb-run -a -s '-screen 0 1280x1024x24 -nolisten tcp' sh "$home/desktop" "$@" || status=$?
rm -rf "$home"
exit "$status"
