/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who asks what an office holds about them gets it whole, and the journal says that they did.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-person-export.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-lists.h"
#include "ion-ledger-people.h"
#include "ion-ledger-services.h"
#include "ion-office-settings.h"
#include "ion-person-copy.h"

#define MODE 0600

static gboolean
is_listed (IonLedger *ledger, const char *list_id, const char *code, GError **error)
{
  g_autoptr (GPtrArray) people = ion_ledger_list_listed_people (ledger, list_id, error);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const IonListedPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->fiscal_code, code))
        return TRUE;
    }
  return FALSE;
}

static GStrv
find_lists (IonLedger *ledger, const char *code, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) lists = ion_ledger_list_lists (ledger, &failure);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; lists != NULL && failure == NULL && i < lists->len; i++)
    {
      const IonPersonList *list = g_ptr_array_index (lists, i);

      if (is_listed (ledger, list->id, code, &failure))
        g_strv_builder_add (names, list->name);
    }
  if (failure == NULL)
    return g_strv_builder_end (names);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
ion_office_export_person (IonOffice *self,
                          const char *fiscal_code,
                          GPtrArray *records,
                          const char *path,
                          gint64 now,
                          GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  g_autofree char *json = NULL, *html = NULL;
  g_auto (GStrv) lists = NULL;
  IonPersonCopy copy;
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (records != NULL && path != NULL, FALSE);

  ledger = ion_office_get_ledger (self);
  if (!ion_fiscal_code_parse (fiscal_code, code, error))
    return FALSE;
  lists = find_lists (ledger, code, error);
  if (lists == NULL || !ion_ledger_write_journal (ledger, "person-export", NULL, NULL, NULL, error))
    return FALSE;
  copy = (IonPersonCopy){ .office_name = ion_office_get_name (self),
                          .organization_code = ion_office_get_organization_code (self),
                          .fiscal_code = code,
                          .records = records,
                          .is_test_recipient = ion_ledger_is_test_recipient (ledger, code),
                          .lists = lists,
                          .retention_days = ion_office_get_number (self, "retention-days"),
                          .now = now };
  json = ion_person_copy_to_json (&copy);
  if (!g_str_has_suffix (path, ".json"))
    html = ion_person_copy_to_html (&copy, json);
  return g_file_set_contents_full (path, html != NULL ? html : json, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT, MODE, error);
}
