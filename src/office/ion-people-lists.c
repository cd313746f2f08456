/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists of people by one set of calls, whichever list it is.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-people-lists.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-services.h"
#include "ion-person-record.h"

static GPtrArray *
list_test_recipients (IonLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) pairs = ion_ledger_list_test_recipients (ledger, error);
  GPtrArray *people;

  if (pairs == NULL)
    return NULL;
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_listed_person_free);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      IonListedPerson *person = g_new0 (IonListedPerson, 1);

      person->fiscal_code = g_strdup (g_ptr_array_index (pairs, i));
      person->label = g_strdup (g_ptr_array_index (pairs, i + 1));
      g_ptr_array_add (people, person);
    }
  return people;
}

GPtrArray *
ion_office_list_people (IonOffice *self, const char *list_id, GError **error)
{
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  return list_id == NULL ? list_test_recipients (ledger, error)
                         : ion_ledger_list_listed_people (ledger, list_id, error);
}

gboolean
ion_office_add_person (IonOffice *self,
                       const char *list_id,
                       const char *fiscal_code,
                       const char *label,
                       GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  g_return_val_if_fail (ION_IS_OFFICE (self) && fiscal_code != NULL, FALSE);

  if (list_id == NULL)
    return ion_office_add_test_recipient (self, fiscal_code, label, error);
  return ion_fiscal_code_parse (fiscal_code, code, error) &&
         ion_ledger_add_listed_person (ion_office_get_ledger (self), list_id, code, label, error);
}

gboolean
ion_office_remove_person (IonOffice *self,
                          const char *list_id,
                          const char *fiscal_code,
                          GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  g_return_val_if_fail (ION_IS_OFFICE (self) && fiscal_code != NULL, FALSE);

  if (list_id == NULL)
    return ion_office_remove_test_recipient (self, fiscal_code, error);
  return ion_fiscal_code_parse (fiscal_code, code, error) &&
         ion_ledger_remove_listed_person (ion_office_get_ledger (self), list_id, code, error);
}

gboolean
ion_office_put_list_back (IonOffice *self,
                          const char *name,
                          const GPtrArray *people,
                          GError **error)
{
  IonLedger *ledger;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && people != NULL, FALSE);

  ledger = ion_office_get_ledger (self);
  id = ion_ledger_add_list (ledger, name, error);
  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const IonListedPerson *person = g_ptr_array_index (people, i);

      if (!ion_ledger_add_listed_person (ledger, id, person->fiscal_code, person->label, error))
        return FALSE;
    }
  return TRUE;
}
