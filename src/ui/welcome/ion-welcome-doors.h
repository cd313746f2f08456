/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonWelcomeDoors:
 *
 * The two ways in: practice, and the municipality's own office.
 *
 * Signals: "practice" (), "real" ().
 */
#define ION_TYPE_WELCOME_DOORS (ion_welcome_doors_get_type ())
G_DECLARE_FINAL_TYPE (IonWelcomeDoors, ion_welcome_doors, ION, WELCOME_DOORS, AdwBin)

/* Puts the focus on the first door. */
void ion_welcome_doors_begin (IonWelcomeDoors *self);

G_END_DECLS
