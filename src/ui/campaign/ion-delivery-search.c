/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Looking for one row by its number, or for a person by the whole fiscal code: it is sealed, so
 * there is no looking for a part of it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-search.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-people.h"
#include "ion-ledger-rows.h"
#include "ion-person-record.h"

#include <string.h>

#define MAX_DIGITS 10

IonSought
ion_delivery_search_parse (const char *text, char code[17], guint32 *row)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  g_autofree char *digits = NULL;
  guint64 number;

  if (stripped[0] == '\0')
    return ION_SOUGHT_NOTHING;
  if (ion_fiscal_code_parse (stripped, code, NULL))
    return ION_SOUGHT_CODE;
  /* As the table writes it: "5.130". */
  parts = g_strsplit_set (stripped, ". ", -1);
  digits = g_strjoinv ("", parts);
  if (strspn (digits, "0123456789") != strlen (digits) || strlen (digits) > MAX_DIGITS)
    return ION_SOUGHT_PART;
  number = g_ascii_strtoull (digits, NULL, 10);
  if (number == 0 || number > G_MAXUINT32)
    return ION_SOUGHT_PART;
  *row = (guint32) number;
  return ION_SOUGHT_ROW;
}

static GArray *
find_row (IonLedger *ledger, const char *campaign_id, guint32 row, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) lines = ion_ledger_read_delivery_lines (ledger, campaign_id, &row, 1, error);

  if (lines == NULL)
    return NULL;
  if (lines->len > 0)
    g_array_append_val (rows, row);
  return g_steal_pointer (&rows);
}

typedef struct
{
  char *campaign_id; /* (owned) */
  char *text;        /* (owned) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->campaign_id);
  ion_wipe_free (search->text);
  g_free (search);
}

static gpointer
search_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Search *search = data;
  IonLedger *ledger = ion_office_get_ledger (office);
  char code[17] = "";
  guint32 row = 0;
  GArray *rows;

  switch (ion_delivery_search_parse (search->text, code, &row))
    {
    case ION_SOUGHT_ROW:
      return find_row (ledger, search->campaign_id, row, error);
    case ION_SOUGHT_CODE:
      if (!ion_ledger_write_journal (ledger, "person-find", search->campaign_id, NULL, NULL, error))
        return NULL;
      rows = ion_ledger_find_person_rows (ledger, search->campaign_id, code, error);
      memset (code, 0, sizeof code);
      return rows;
    case ION_SOUGHT_NOTHING:
    case ION_SOUGHT_PART:
    default:
      return g_array_new (FALSE, FALSE, sizeof (guint32));
    }
}

void
ion_delivery_search_run_async (IonDesk *desk,
                               gpointer owner,
                               const char *campaign_id,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Search *search = g_new0 (Search, 1);

  search->campaign_id = g_strdup (campaign_id);
  search->text = g_strdup (text);
  ion_desk_run_async (desk, owner, search_func, search, search_free, (GDestroyNotify) g_array_unref,
                      cancellable, callback, user_data);
}
