/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: the made-up citizens of the practice platform
 *
 * Anybody with a fiscal code exists. Who has the app, and who switched the service off, follows
 * from the code alone, so that a rehearsal can be repeated and a test can foresee it.
 */

typedef enum
{
  ION_PRACTICE_PERSON_REACHABLE,
  ION_PRACTICE_PERSON_SWITCHED_OFF, /* about 6 of 100 */
  ION_PRACTICE_PERSON_NOT_ON_IO,    /* about 28 of 100 */
} IonPracticePerson;

/* The contract's pattern, upper case, without the check character. */
gboolean ion_practice_is_fiscal_code (const char *text);

IonPracticePerson ion_practice_person (const char *fiscal_code);

/* Returns: (transfer none): "it_IT", "de_DE", ... */
const char *ion_practice_person_language (const char *fiscal_code);

/* A number that depends on the text alone, spread evenly. */
guint32 ion_practice_hash (const char *text, guint32 salt);

G_END_DECLS
