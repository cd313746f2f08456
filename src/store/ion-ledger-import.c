/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Filling a campaign. Three threads have a part in it, so that all processors have work: the
 * caller's lays the rows out, the sealer's seals them, the writer's inserts them, some thousand at
 * a time, so that nobody else waits long. What they are found by is inserted at the end, in its own
 * order.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-sealer.h"
#include "ion-import-held.h"
#include "ion-ledger-drafts-private.h"
#include "ion-ledger-import.h"
#include "ion-ledger-private.h"
#include "ion-template-json.h"

#include <inttypes.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define ID_LENGTH 10

struct _IonLedgerImport
{
  IonLedger *ledger; /* (owned) */
  IonVault *vault;
  char *id; /* (owned) */
  gint64 number;
  char *template_name; /* (owned) */
  char *purpose;       /* (owned) (nullable) */
  char *draft_id;      /* (owned) (nullable) */
  gint64 n_rows;
  IonImportKeys *keys;     /* (owned) (nullable) */
  IonImportSealer *sealer; /* (owned) (nullable) */
  gboolean is_finished;
};

typedef struct
{
  IonLedgerImport *import;
  const IonCampaign *campaign;
  const char *template_text;
  const IonImportEnding *ending;
  GArray *former; /* (element-type IonStagedCampaign): what the draft had before */
} HeadData;

/* Short enough to be typed, and without what the eye confuses. */
char *
ion_ledger_make_id (void)
{
  static const char letters[] = "23456789abcdefghjkmnpqrstvwxyz";
  char *id = g_malloc (ID_LENGTH + 1);

  for (guint i = 0; i < ID_LENGTH; i++)
    id[i] = letters[randombytes_uniform (sizeof letters - 1)];
  id[ID_LENGTH] = '\0';
  return id;
}

/* Never one that another campaign had, even if that is gone. */
static gboolean
draw_number (IonDb *db, gint64 *number, GError **error)
{
  return ion_db_run (db,
                     "UPDATE ledger SET last_campaign = 1 + CASE WHEN last_campaign >"
                     " (SELECT COALESCE (MAX (number), 0) FROM campaign) THEN last_campaign"
                     " ELSE (SELECT COALESCE (MAX (number), 0) FROM campaign) END WHERE only = 1",
                     ION_NO_VALUES, NULL, error) &&
         ion_db_get_int (db, "SELECT last_campaign FROM ledger WHERE only = 1", ION_NO_VALUES,
                         number, error);
}

static gboolean
new_cb (IonDb *db, gpointer data, GError **error)
{
  HeadData *head = data;
  const IonCampaign *campaign = head->campaign;
  IonLedgerImport *self = head->import;

  return draw_number (db, &self->number, error) &&
         ion_db_run (db,
                     "INSERT INTO campaign (id, staged_by, name, service_id, template_name, "
                     "template,"
                     " state, is_test, created_at, source_name, accepted_doubts, follows_id, "
                     "purpose, answers, number)"
                     " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                     ION_VALUES (ion_text (self->id),
                                 ion_int (ion_owner_get_number (self->ledger->owner)),
                                 ion_text (campaign->name), ion_text (campaign->service_id),
                                 ion_text (self->template_name), ion_text (head->template_text),
                                 ion_int (ION_CAMPAIGN_DRAFT), ion_int (campaign->is_test != FALSE),
                                 ion_int (ion_ledger_now ()), ion_text (campaign->source_name),
                                 ion_text (campaign->accepted_doubts),
                                 ion_text (campaign->follows_id), ion_text (campaign->purpose),
                                 ion_text (campaign->answers), ion_int (self->number)),
                     NULL, error);
}

IonLedgerImport *
ion_ledger_import_new (IonLedger *self, const IonCampaign *campaign, GError **error)
{
  g_autofree char *template_text = NULL;
  IonLedgerImport *import;
  IonVault *vault;
  HeadData head;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign != NULL, NULL);
  g_return_val_if_fail (campaign->service_id != NULL && campaign->template_ != NULL, NULL);
  g_return_val_if_fail (campaign->name != NULL, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  import = g_new0 (IonLedgerImport, 1);
  import->ledger = g_object_ref (self);
  import->vault = vault;
  import->id = ion_ledger_make_id ();
  import->template_name = g_strdup (campaign->template_->name);
  import->purpose = g_strdup (campaign->purpose);
  import->draft_id = g_strdup (campaign->draft_id);
  template_text = ion_template_to_json (campaign->template_);
  head = (HeadData){ .import = import, .campaign = campaign, .template_text = template_text };
  if (!ion_ledger_write (self, new_cb, &head, error))
    {
      import->number = 0;
      ion_ledger_import_free (import);
      return NULL;
    }
  import->keys = ion_import_keys_new (self, vault, import->number);
  import->sealer = ion_import_sealer_new (self, vault, import->number, import->keys);
  return import;
}

static gboolean
check_row (const IonRecipient *recipient, gboolean is_sent, GError **error)
{
  if (recipient->row <= 0 || recipient->row > ION_DELIVERY_ROW_MAX)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED,
                           _ ("The file has more rows than a campaign can hold."));
      return FALSE;
    }
  g_return_val_if_fail (!is_sent || recipient->fiscal_code[0] != '\0', FALSE);
  return TRUE;
}

gboolean
ion_ledger_import_add (IonLedgerImport *self,
                       const IonRecipient *recipient,
                       const char *reason_code,
                       const char *reason_detail,
                       GError **error)
{
  gboolean is_sent = recipient->is_valid && !recipient->is_duplicate;
  IonImportBatch *batch;

  g_return_val_if_fail (self != NULL && !self->is_finished, FALSE);

  if (!check_row (recipient, is_sent, error))
    return FALSE;
  batch = ion_import_sealer_get_batch (self->sealer);
  ion_import_batch_add (batch, recipient, reason_code, reason_detail);
  self->n_rows++;
  return !ion_import_batch_is_full (batch) || ion_import_sealer_push (self->sealer, error);
}

static gboolean
journal_ending (IonDb *db, const IonLedgerImport *self, const char *doubts, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%" PRId64, self->n_rows);

  /* A draft is prepared again and again: told when it begins. */
  if (self->draft_id != NULL)
    return TRUE;
  return ion_journal_add (db, "campaign-new", self->id, detail, self->purpose, error) &&
         (doubts == NULL ||
          ion_journal_add (db, "doubts-accept", self->id, doubts, self->purpose, error));
}

static gboolean
finish_cb (IonDb *db, gpointer data, GError **error)
{
  HeadData *head = data;
  IonLedgerImport *self = head->import;
  const IonImportEnding *ending = head->ending;

  return (self->draft_id == NULL || ion_draft_take_campaign (db, self->ledger, self->draft_id,
                                                             self->id, head->former, error)) &&
         ion_db_run (db,
                     "UPDATE campaign SET staged_by = 0, state = $2, file_print = $3,"
                     " rows_print = $4, accepted_doubts = COALESCE ($5, accepted_doubts),"
                     " doubts_detail = $6, draft_id = $7 WHERE number = $1",
                     ION_VALUES (ion_int (self->number), ion_int (ION_CAMPAIGN_READY),
                                 ion_print (ending->file_print), ion_print (ending->rows_print),
                                 ion_text (ending->accepted_doubts),
                                 ion_text (ending->doubts_detail), ion_text (self->draft_id)),
                     NULL, error) &&
         ion_template_map_put (db, self->template_name, ending->map, error) &&
         journal_ending (db, self, ending->doubts_detail, error);
}

char *
ion_ledger_import_finish_with (IonLedgerImport *self, const IonImportEnding *ending, GError **error)
{
  static const IonImportEnding nothing = { NULL };
  g_autoptr (GArray) former = ion_staged_campaigns_new ();
  HeadData head = { .import = self,
                    .ending = ending != NULL ? ending : &nothing,
                    .former = former };

  g_return_val_if_fail (self != NULL && !self->is_finished, NULL);

  if (!ion_import_sealer_finish (self->sealer, error) ||
      !ion_import_keys_write (self->keys, error) ||
      !ion_import_held_settle (self->ledger, self->number, head.ending, error) ||
      !ion_ledger_write (self->ledger, finish_cb, &head, error))
    return NULL;
  self->is_finished = TRUE;
  ion_staged_campaigns_remove (self->ledger, former);
  return g_strdup (self->id);
}

char *
ion_ledger_import_finish (IonLedgerImport *self, const IonPrint *file_print, GError **error)
{
  const IonImportEnding ending = { .file_print = file_print };

  return ion_ledger_import_finish_with (self, &ending, error);
}

/* What cannot be removed now (a full disk) is removed at the next opening: by then nobody owns it.
 */
void
ion_ledger_import_free (IonLedgerImport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sealer, ion_import_sealer_free);
  if (!self->is_finished && self->number > 0)
    ion_import_remove_staged (self->ledger, self->number, self->id, NULL);
  g_clear_pointer (&self->keys, ion_import_keys_free);
  g_free (self->template_name);
  g_free (self->purpose);
  g_free (self->draft_id);
  g_free (self->id);
  g_object_unref (self->ledger);
  g_free (self);
}
