/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The rule that decides which made-up citizen has the app: a hash of the code, nothing stored. */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-people.h"

#include "ion-fiscal-code.h"

#include <string.h>

#define NOT_ON_IO    28 /* of 100 */
#define SWITCHED_OFF 6  /* of 100 */

/* Municipalities of the province of Bolzano, where many speak German, and Aosta. */
static const char *const german_places[] = {
  "A952", "F132", "B160", "B220", "E421", "A332", "E434"
};
static const char *const french_places[] = { "A326" };

guint32
ion_practice_hash (const char *text, guint32 salt)
{
  guint32 hash = 2166136261u ^ salt;

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * 16777619u;

  /* FNV alone leaves its last bits uneven. */
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;
  hash ^= hash >> 16;

  return hash;
}

gboolean
ion_practice_is_fiscal_code (const char *text)
{
  /* L letter, D digit or what stands for one, M month */
  static const char shape[] = "LLLLLLDDMDDLDDDL";

  if (strlen (text) != sizeof shape - 1)
    return FALSE;

  for (gsize i = 0; i < sizeof shape - 1; i++)
    {
      char c = text[i];
      gboolean fits;

      if (shape[i] == 'L')
        fits = g_ascii_isupper (c);
      else if (shape[i] == 'D')
        fits = g_ascii_isdigit (c) || strchr ("LMNPQRSTUV", c) != NULL;
      else
        fits = strchr ("ABCDEHLMPRST", c) != NULL;

      if (!fits)
        return FALSE;
    }

  return TRUE;
}

IonPracticePerson
ion_practice_person (const char *fiscal_code)
{
  guint32 draw = ion_practice_hash (fiscal_code, 0) % 100;

  /* Offices try PagoPA's test code first. */
  if (ion_fiscal_code_is_test (fiscal_code))
    return ION_PRACTICE_PERSON_REACHABLE;
  if (draw < NOT_ON_IO)
    return ION_PRACTICE_PERSON_NOT_ON_IO;
  if (draw < NOT_ON_IO + SWITCHED_OFF)
    return ION_PRACTICE_PERSON_SWITCHED_OFF;
  return ION_PRACTICE_PERSON_REACHABLE;
}

static gboolean
is_among (const char *place, const char *const *places, gsize n_places)
{
  for (gsize i = 0; i < n_places; i++)
    if (strcmp (place, places[i]) == 0)
      return TRUE;

  return FALSE;
}

const char *
ion_practice_person_language (const char *fiscal_code)
{
  guint32 draw = ion_practice_hash (fiscal_code, 1) % 100;
  char place[5] = { 0 };

  ion_fiscal_code_get_birthplace (fiscal_code, place);

  if (is_among (place, german_places, G_N_ELEMENTS (german_places)))
    return draw < 70 ? "de_DE" : "it_IT";
  if (is_among (place, french_places, G_N_ELEMENTS (french_places)))
    return draw < 30 ? "fr_FR" : "it_IT";
  return draw < 3 ? "en_GB" : "it_IT";
}
