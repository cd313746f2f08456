/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The rights of the people in the ledger: what is held about one of them, and forgetting one. The
 * row stays, with its state and its times, so that the figures stay; everything that leads to the
 * person goes, from the log of the engine and from the copies made by migrations too.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-people.h"
#include "ion-ledger-private.h"
#include "ion-ledger-purge-private.h"
#include "ion-sqlite.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

/* How a person is named in the journal: enough to tell two lines apart, useless without the key. */
#define SHORT_BYTES 4

typedef struct
{
  IonPrint person;
  char *short_form;    /* (owned) */
  GArray *ids;         /* (owned) (element-type gint64) */
  const char *purpose; /* (unowned) (nullable) */
  gint64 now;
} PersonData;

static void
person_data_clear (PersonData *data)
{
  g_clear_pointer (&data->short_form, g_free);
  g_clear_pointer (&data->ids, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PersonData, person_data_clear)

static gboolean
person_data_init (PersonData *data, IonLedger *self, const char *fiscal_code, GError **error)
{
  IonVault *vault = ion_ledger_need_vault (self, error);
  GString *text;

  if (vault == NULL)
    return FALSE;
  ion_print_person (vault, fiscal_code, &data->person);
  text = g_string_new ("#");
  for (guint i = 0; i < SHORT_BYTES; i++)
    g_string_append_printf (text, "%02x", data->person.bytes[i]);
  data->short_form = g_string_free (text, FALSE);
  data->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  data->now = ion_ledger_now ();
  return TRUE;
}

/* Newest first: by campaign, then by row. */
static gboolean
find_rows (IonDb *db, PersonData *data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT delivery FROM campaign JOIN delivery_person ON "
                    "delivery_person.campaign ="
                    " campaign.number WHERE delivery_person.person = $1 AND staged_by = 0"
                    " ORDER BY campaign.number DESC, delivery",
                    ION_VALUES (ion_print (&data->person)), error);

  if (query == NULL)
    return FALSE;
  g_array_set_size (data->ids, 0);
  while (ion_query_next (query, &failure))
    {
      gint64 id = ion_query_get_int (query, 0);

      g_array_append_val (data->ids, id);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
show_cb (IonDb *db, gpointer user_data, GError **error)
{
  PersonData *data = user_data;

  return find_rows (db, data, error) &&
         ion_journal_add (db, "person-show", NULL, data->short_form, data->purpose, error);
}

GPtrArray *
ion_ledger_list_person (IonLedger *self, const char *fiscal_code, GError **error)
{
  return ion_ledger_list_person_for (self, fiscal_code, NULL, error);
}

GPtrArray *
ion_ledger_list_person_for (IonLedger *self,
                            const char *fiscal_code,
                            const char *purpose,
                            GError **error)
{
  g_auto (PersonData) data = { .purpose = purpose };
  g_autoptr (GPtrArray) deliveries = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && fiscal_code != NULL, NULL);

  /* The line is in the journal before anything is shown. */
  if (!person_data_init (&data, self, fiscal_code, error) ||
      !ion_ledger_write (self, show_cb, &data, error))
    return NULL;
  deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_delivery_free);
  for (guint i = 0; i < data.ids->len; i++)
    {
      IonDelivery *delivery =
          ion_ledger_get_delivery_by_id (self, g_array_index (data.ids, gint64, i), error);

      if (delivery == NULL)
        return NULL;
      g_ptr_array_add (deliveries, delivery);
    }
  return g_steal_pointer (&deliveries);
}

static gboolean
check_none_sending (IonDb *db, PersonData *data, GError **error)
{
  for (guint i = 0; i < data->ids->len; i++)
    {
      gint64 state = 0;

      if (!ion_db_get_int (db, "SELECT state FROM delivery WHERE id = $1",
                           ION_VALUES (ion_int (g_array_index (data->ids, gint64, i))), &state,
                           error))
        return FALSE;
      if (state != ION_DELIVERY_SENDING)
        continue;
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("A message to this person is being sent now: try again in a "
                              "moment."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
forget_cb (IonDb *db, gpointer user_data, GError **error)
{
  PersonData *data = user_data;
  g_autofree char *detail = NULL;

  if (!find_rows (db, data, error) || !check_none_sending (db, data, error))
    return FALSE;
  for (guint i = 0; i < data->ids->len; i++)
    {
      gint64 id = g_array_index (data->ids, gint64, i);

      if (!ion_purge_rows (db, id, id, data->now, error))
        return FALSE;
    }
  detail = g_strdup_printf ("%s: %u", data->short_form, data->ids->len);
  return ion_db_run (db,
                     "DELETE FROM delivery_person WHERE person = $1"
                     " AND campaign IN (SELECT number FROM campaign WHERE staged_by = 0)",
                     ION_VALUES (ion_print (&data->person)), NULL, error) &&
         ion_db_run (db, "DELETE FROM reach WHERE person = $1",
                     ION_VALUES (ion_print (&data->person)), NULL, error) &&
         ion_db_run (db, "DELETE FROM test_recipient WHERE person = $1",
                     ION_VALUES (ion_print (&data->person)), NULL, error) &&
         ion_db_run (db, "DELETE FROM person_list_entry WHERE person = $1",
                     ION_VALUES (ion_print (&data->person)), NULL, error) &&
         ion_journal_add (db, "person-forget", NULL, detail, NULL, error);
}

/**
 * ion_ledger_forget_person:
 *
 * Also takes the person off the list for messages of test and the named ones, and deletes the
 * copies that migrations made, since they hold everybody.
 */
gint64
ion_ledger_forget_person (IonLedger *self, const char *fiscal_code, GError **error)
{
  g_auto (PersonData) data = { .ids = NULL };

  g_return_val_if_fail (ION_IS_LEDGER (self) && fiscal_code != NULL, -1);

  if (!person_data_init (&data, self, fiscal_code, error) ||
      !ion_ledger_write (self, forget_cb, &data, error) ||
      !ion_purge_backups (self, G_MAXINT64, error) || !ion_purge_log (self, error))
    return -1;
  return data.ids->len;
}
