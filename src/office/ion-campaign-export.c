/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign as a table for the office's other programs: every row of the file comes back with what
 * became of it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-export.h"

#include "ion-export-sheet.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-people.h"
#include "ion-moment.h"

#include <inttypes.h>

#define PAGE 500

typedef struct
{
  IonLedger *ledger;
  IonExportSheet *sheet;
  GPtrArray *names; /* (element-type utf8): of the fields */
} Export;

static void
collect_names (Export *export, const IonDelivery *delivery)
{
  guint size = delivery->fields != NULL ? ion_fields_get_size (delivery->fields) : 0;

  for (guint i = 0; i < size; i++)
    {
      const char *name = NULL;
      const char *value = NULL;

      ion_fields_get_nth (delivery->fields, i, &name, &value);
      if (g_strcmp0 (name, ION_FIELD_FISCAL_CODE) != 0 &&
          !g_ptr_array_find_with_equal_func (export->names, name, g_str_equal, NULL))
        g_ptr_array_add (export->names, g_strdup (name));
    }
}

/* Every row of a campaign was mapped alike: the first page tells the columns. */
static gboolean
read_names (Export *export, const char *campaign_id, GError **error)
{
  g_autoptr (GPtrArray) page =
      ion_ledger_list_deliveries (export->ledger, campaign_id, 0, 0, PAGE, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    collect_names (export, g_ptr_array_index (page, i));
  return TRUE;
}

static gboolean
write_header (Export *export, GError **error)
{
  const char *before[] = { "row", "fiscal_code" };
  const char *after[] = { "state",   "reason",     "detail", "message_id", "language",
                          "sent_at", "settled_at", "read",   "paid" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    ion_export_sheet_add (export->sheet, before[i]);
  for (guint i = 0; i < export->names->len; i++)
    ion_export_sheet_add (export->sheet, g_ptr_array_index (export->names, i));
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    ion_export_sheet_add (export->sheet, after[i]);
  return ion_export_sheet_end_row (export->sheet, error);
}

static void
add_moment (Export *export, gint64 utc)
{
  g_autofree char *iso = utc > 0 ? ion_moment_to_iso (utc) : NULL;

  ion_export_sheet_add (export->sheet, iso);
}

static void
add_answer (Export *export, int answer)
{
  ion_export_sheet_add (export->sheet, answer < 0 ? "" : answer > 0 ? "yes" : "no");
}

static void
add_fields (Export *export, const IonDelivery *delivery)
{
  for (guint i = 0; i < export->names->len; i++)
    ion_export_sheet_add (export->sheet,
                          delivery->fields == NULL
                              ? NULL
                              : ion_fields_get (delivery->fields,
                                                g_ptr_array_index (export->names, i)));
}

static gboolean
write_delivery (Export *export, const IonDelivery *delivery, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%" PRId64, (int64_t) delivery->row);
  IonExportSheet *sheet = export->sheet;

  ion_export_sheet_add (sheet, row);
  ion_export_sheet_add (sheet, delivery->fiscal_code);
  add_fields (export, delivery);
  ion_export_sheet_add (sheet, ion_delivery_state_to_name (delivery->state));
  ion_export_sheet_add (sheet, delivery->reason_code);
  ion_export_sheet_add (sheet, delivery->reason_detail);
  ion_export_sheet_add (sheet, delivery->message_id);
  ion_export_sheet_add (sheet, delivery->language);
  add_moment (export, delivery->intended_at);
  add_moment (export, delivery->settled_at);
  add_answer (export, delivery->read);
  add_answer (export, delivery->paid);
  return ion_export_sheet_end_row (sheet, error);
}

static gint64
write_pages (Export *export,
             const char *campaign_id,
             guint states,
             gint64 total,
             IonProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  gint64 written = 0;
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      page = ion_ledger_list_deliveries (export->ledger, campaign_id, states, after, PAGE, error);
      if (page == NULL)
        return -1;
      if (page->len == 0)
        return written;
      for (guint i = 0; i < page->len; i++)
        {
          const IonDelivery *delivery = g_ptr_array_index (page, i);

          if (!write_delivery (export, delivery, error))
            return -1;
          after = delivery->id;
          written++;
        }
      if (progress != NULL)
        progress (written, (double) written / (double) MAX (1, total), user_data);
    }
}

static gint64
count_rows (const IonCampaignCounts *counts, guint states)
{
  gint64 rows = 0;

  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    if (states == 0 || (states & (1u << i)))
      rows += counts->by_state[i];
  return rows;
}

gint64
ion_office_export_campaign (IonOffice *self,
                            const char *campaign_name,
                            guint states,
                            const char *file,
                            IonProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonExportSheet) sheet = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  IonCampaignCounts counts = { 0 };
  Export export = { 0 };
  gint64 written;

  g_return_val_if_fail (ION_IS_OFFICE (self), -1);

  export.ledger = ion_office_get_ledger (self);
  export.names = names;
  campaign = ion_ledger_get_campaign (export.ledger, campaign_name, error);
  if (campaign == NULL || !ion_ledger_count_campaign (export.ledger, campaign->id, &counts, error))
    return -1;
  export.sheet = sheet = ion_export_sheet_new (file, error);
  if (sheet == NULL || !read_names (&export, campaign->id, error) || !write_header (&export, error))
    return -1;
  written = write_pages (&export, campaign->id, states, count_rows (&counts, states), progress,
                         user_data, cancellable, error);
  if (written < 0 || !ion_export_sheet_finish (sheet, error) ||
      !ion_ledger_write_journal (export.ledger, "campaign-export", campaign->id, NULL, NULL, error))
    return -1;
  return written;
}
