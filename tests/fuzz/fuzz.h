/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What every fuzzer defines, and libFuzzer or standalone-driver.c calls. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
