#!/bin/sh
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
#
# usage: run-libfuzzer.sh SOURCE-DIR BUILD-DIR NAME...
#
# Builds the fuzzers once more with clang, so that every layer below them is instrumented, and lets each run for
# $FUZZ_SECONDS (2) from its kept corpus. What it finds is left in BUILD-DIR: add it to the corpus with the fix.
set -eu

# Debian has clang under its version's name only, unless the package without one is installed too.
clang=
for candidate in clang clang-19 clang-17 clang-16 clang-15 clang-14; do
  command -v "$candidate" >/dev/null && { clang=$candidate; break; }
done
[ -n "$clang" ] || { echo 'no clang: skipped'; exit 77; }
echo 'int LLVMFuzzerTestOneInput (const void *d, unsigned long n) { return 0; }' |
  "$clang" -x c - -fsanitize=fuzzer -o /dev/null 2>/dev/null || { echo 'no libFuzzer: skipped'; exit 77; }

source=$1
build=$2
shift 2

[ -e "$build/build.ninja" ] ||
  CC="$(command -v ccache || :) $clang" meson setup "$build" "$source" --buildtype=debugoptimized \
    -Dc_args=-fsanitize=fuzzer-no-link -Db_sanitize=address,undefined -Db_lundef=false >"$build.log" 2>&1 ||
  { cat "$build.log"; exit 1; }
ninja -C "$build" libfuzzer >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }

# The tests' own settings stay out: they are for the driver that is linked to GLib's test framework.
unset MALLOC_PERTURB_
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

for name; do
  found=$build/found/$name
  mkdir -p "$found"
  echo "fuzzing $name"
  "$build/tests/fuzz/libfuzzer-$name" -max_total_time="${FUZZ_SECONDS:-2}" -timeout=10 -rss_limit_mb=1024 \
    -max_len=4096 -verbosity=0 -artifact_prefix="$build/crash-$name-" "$found" "$source/tests/fuzz/corpus/$name"
done
