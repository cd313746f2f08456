/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonPersonSearch:
 *
 * Whom to look for, and why: the code is judged while it is typed, Enter searches.
 *
 * Properties: "is-busy". Signal: "search" (const char *code, const char *purpose).
 */
#define ION_TYPE_PERSON_SEARCH (ion_person_search_get_type ())
G_DECLARE_FINAL_TYPE (IonPersonSearch, ion_person_search, ION, PERSON_SEARCH, AdwBin)

/* Puts the cursor where the code is typed. */
void ion_person_search_begin (IonPersonSearch *self);
/* What was typed goes: the desk may be left alone. */
void ion_person_search_clear (IonPersonSearch *self);
void ion_person_search_set_busy (IonPersonSearch *self, gboolean is_busy);

G_END_DECLS
