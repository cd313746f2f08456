/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Campaigns without a file: a second notice to people of an earlier one, one message to one person,
 * test messages. All become tables and pass the importer, so that no check is written twice.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-sources.h"

#include "ion-campaign-table.h"
#include "ion-fiscal-code.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"
#include "ion-mapping.h"
#include "ion-rows-table.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

#define REACHED ((1u << ION_DELIVERY_ACCEPTED) | (1u << ION_DELIVERY_DELIVERED))

char *
ion_office_new_campaign_from (IonOffice *self,
                              const IonTemplate *template_,
                              const char *from,
                              guint states,
                              const char *const *constants,
                              const IonNewCampaign *campaign,
                              IonImportReport **report,
                              GCancellable *cancellable,
                              GError **error)
{
  IonNewCampaign wanted = *campaign;
  IonLedger *ledger;
  g_autoptr (IonCampaign) earlier = NULL;
  g_autoptr (IonTable) table = NULL;
  g_autoptr (IonImporter) importer = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  earlier = ion_ledger_get_campaign (ledger, from, error);
  if (earlier == NULL)
    return NULL;
  table = ion_campaign_table_new (ledger, earlier->id, states != 0 ? states : REACHED, error);
  if (table == NULL)
    return NULL;
  importer = ion_importer_new (self, template_);
  ion_importer_set_table (importer, table, earlier->name);
  ion_importer_set_constants (importer, constants);
  wanted.follows_id = earlier->id;
  return ion_importer_create (importer, &wanted, report, cancellable, error);
}

/* A table of one row: the fiscal code first, then the fields. */
static IonRowsTable *
table_of_person (const char *fiscal_code, const IonFields *fields)
{
  guint size = fields != NULL ? ion_fields_get_size (fields) : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  IonRowsTable *table;

  g_ptr_array_add (names, (char *) ION_FIELD_FISCAL_CODE);
  g_ptr_array_add (cells, (char *) fiscal_code);
  for (guint i = 0; i < size; i++)
    {
      const char *name = NULL;
      const char *value = NULL;

      ion_fields_get_nth (fields, i, &name, &value);
      g_ptr_array_add (names, (char *) name);
      g_ptr_array_add (cells, (char *) (value != NULL ? value : ""));
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (cells, NULL);
  table = ion_rows_table_new ((const char *const *) names->pdata);
  ion_rows_table_add (table, (const char *const *) cells->pdata);
  return table;
}

char *
ion_office_new_message (IonOffice *self,
                        const IonTemplate *template_,
                        const char *fiscal_code,
                        const IonFields *fields,
                        const IonNewCampaign *campaign,
                        IonImportReport **report,
                        GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  g_autoptr (IonRowsTable) table = NULL;
  g_autoptr (IonImporter) importer = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  if (!ion_fiscal_code_parse (fiscal_code, code, error))
    return NULL;
  table = table_of_person (code, fields);
  importer = ion_importer_new (self, template_);
  /* Translators: where a campaign's people come from: one message, written by a person */
  ion_importer_set_table (importer, ION_TABLE (table), _ ("single message"));
  return ion_importer_create (importer, campaign, report, NULL, error);
}

/* The same made-up row for everybody on the list. */
static IonRowsTable *
table_of_list (GPtrArray *codes, const IonFields *sample)
{
  g_autoptr (IonRowsTable) table = NULL;

  /* Codes and labels come in pairs. */
  for (guint i = 0; i < codes->len; i += 2)
    {
      const char *code = g_ptr_array_index (codes, i);

      if (table == NULL)
        {
          table = table_of_person (code, sample);
          continue;
        }
      ion_rows_table_add_like_last (table, code);
    }
  return g_steal_pointer (&table);
}

char *
ion_office_new_test_campaign (IonOffice *self,
                              const IonTemplate *template_,
                              const char *service,
                              GError **error)
{
  IonNewCampaign campaign = { .service = service, .is_test = TRUE };
  /* A sample notice goes to each tester again and again: that is what it is for. */
  const char *accepted[] = { "already-sent", "same-file", "notice-on-different-people", NULL };
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (IonFields) sample = NULL;
  g_autoptr (IonRowsTable) table = NULL;
  g_autoptr (IonImporter) importer = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  codes = ion_ledger_list_test_recipients (ion_office_get_ledger (self), error);
  if (codes == NULL)
    return NULL;
  if (codes->len == 0)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
                           _ ("The office's test list is empty. Add to it the people who agreed to "
                              "get test messages, then try again."));
      return NULL;
    }
  sample = ion_template_sample_fields (template_, g_get_real_time () / G_USEC_PER_SEC, error);
  if (sample == NULL)
    return NULL;
  table = table_of_list (codes, sample);
  importer = ion_importer_new (self, template_);
  ion_importer_set_table (importer, ION_TABLE (table), _ ("test list"));
  /* Translators: name of a campaign of test messages; %s is the template */
  campaign.name = name = g_strdup_printf (_ ("Test: %s"), template_->name);
  campaign.accept_doubts = accepted;
  return ion_importer_create (importer, &campaign, NULL, NULL, error);
}
