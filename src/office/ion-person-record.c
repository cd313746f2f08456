/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a citizen may ask of an office: what it holds about them, as they received it, and to be
 * forgotten. The code comes from standard input or a field and goes nowhere else.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-person-record.h"

#include "ion-draft.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"
#include "ion-ledger-services.h"
#include "ion-renderer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ion_person_record_free (IonPersonRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->campaign_name);
  g_free (self->purpose);
  g_free (self->service_name);
  g_clear_pointer (&self->delivery, ion_delivery_free);
  g_clear_pointer (&self->message, ion_message_free);
  g_free (self);
}

char *
ion_fiscal_code_mask (const char *fiscal_code)
{
  GString *masked = g_string_new (NULL);
  gsize length = fiscal_code != NULL ? strlen (fiscal_code) : 0;

  for (gsize i = 0; i < length; i++)
    {
      if (i < 3 && g_ascii_isalnum (fiscal_code[i]))
        g_string_append_c (masked, fiscal_code[i]);
      else
        g_string_append (masked, "•");
    }
  return g_string_free (masked, FALSE);
}

static void
name_campaign (IonLedger *ledger, IonPersonRecord *record)
{
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ledger, record->delivery->campaign_id, NULL);
  g_autoptr (IonService) service = NULL;
  g_autoptr (IonRenderer) renderer = NULL;

  if (campaign == NULL)
    return;
  record->campaign_name = g_strdup (campaign->name);
  record->purpose = g_strdup (campaign->purpose);
  service = ion_ledger_get_service (ledger, campaign->service_id, NULL);
  record->service_name = g_strdup (service != NULL ? service->name : campaign->service_id);
  renderer = ion_renderer_new (campaign->template_, NULL);
  if (renderer != NULL && record->delivery->fields != NULL)
    record->message =
        ion_renderer_render (renderer, record->delivery->fiscal_code, record->delivery->fields,
                             record->delivery->language, NULL);
}

GPtrArray *
ion_office_show_person (IonOffice *self, const char *fiscal_code, GError **error)
{
  return ion_office_show_person_for (self, fiscal_code, NULL, error);
}

GPtrArray *
ion_office_show_person_for (IonOffice *self,
                            const char *fiscal_code,
                            const char *purpose,
                            GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  IonLedger *ledger;
  g_autoptr (GPtrArray) deliveries = NULL;
  GPtrArray *records;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  if (!ion_fiscal_code_parse (fiscal_code, code, error))
    return NULL;
  deliveries = ion_ledger_list_person_for (ledger, code, purpose, error);
  if (deliveries == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_person_record_free);
  while (deliveries->len > 0)
    {
      IonPersonRecord *record = g_new0 (IonPersonRecord, 1);

      record->delivery = g_ptr_array_steal_index (deliveries, 0);
      name_campaign (ledger, record);
      g_ptr_array_add (records, record);
    }
  return records;
}

gint64
ion_office_forget_person (IonOffice *self, const char *fiscal_code, GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), -1);

  ledger = ion_office_get_ledger (self);
  if (!ion_fiscal_code_parse (fiscal_code, code, error))
    return -1;
  if (ion_ledger_is_test_recipient (ledger, code) &&
      !ion_ledger_remove_test_recipient (ledger, code, error))
    return -1;
  if (!ion_office_forget_in_drafts (self, code, error))
    return -1;
  return ion_ledger_forget_person (ledger, code, error);
}

gboolean
ion_office_add_test_recipient (IonOffice *self,
                               const char *fiscal_code,
                               const char *label,
                               GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  return ion_fiscal_code_parse (fiscal_code, code, error) &&
         ion_ledger_add_test_recipient (ledger, code, label, error);
}

gboolean
ion_office_remove_test_recipient (IonOffice *self, const char *fiscal_code, GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  return ion_fiscal_code_parse (fiscal_code, code, error) &&
         ion_ledger_remove_test_recipient (ledger, code, error);
}
