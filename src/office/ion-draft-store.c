/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Drafts in the ledger: sealed as a whole, and with the campaign that was prepared of them.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

#include "ion-fiscal-code.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-drafts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
take_head (IonDraft *draft, IonStoredDraft *stored)
{
  g_free (draft->id);
  g_free (draft->campaign_id);
  draft->id = g_steal_pointer (&stored->id);
  draft->campaign_id = g_steal_pointer (&stored->campaign_id);
  draft->created_at = stored->created_at;
  draft->saved_at = stored->saved_at;
}

static void
take_kept (IonDraft *draft, const IonStoredDraft *stored)
{
  g_autoptr (IonDraft) kept = ion_draft_from_bytes (stored->content, NULL);

  if (kept != NULL)
    ion_draft_take_forgotten (draft, kept);
}

/* Somebody may have been forgotten in the draft since it was read: not from here do they come
 * back. */
static GBytes *
keep_forgotten (GBytes *stored, GBytes *content, gpointer user_data)
{
  g_autoptr (IonDraft) kept = NULL;
  g_autoptr (IonDraft) draft = NULL;

  if (stored == NULL ||
      ion_draft_bytes_get_forgotten (stored) <= ion_draft_bytes_get_forgotten (content))
    return g_bytes_ref (content);
  kept = ion_draft_from_bytes (stored, NULL);
  draft = ion_draft_from_bytes (content, NULL);
  if (kept == NULL || draft == NULL)
    return g_bytes_ref (stored);
  ion_draft_take_forgotten (draft, kept);
  return ion_draft_to_bytes (draft);
}

gboolean
ion_office_save_draft (IonOffice *office, IonDraft *draft, GError **error)
{
  g_auto (IonStoredDraft) stored = { NULL };

  g_return_val_if_fail (ION_IS_OFFICE (office) && draft != NULL, FALSE);

  if (draft->source == ION_DRAFT_SOURCE_ROWS && !ion_draft_check_rows (draft->rows, error))
    return FALSE;
  stored.id = g_strdup (draft->id);
  stored.created_at = draft->created_at;
  stored.content = ion_draft_to_bytes (draft);
  if (!ion_ledger_merge_draft (ion_office_get_ledger (office), &stored, keep_forgotten, NULL,
                               error))
    return FALSE;
  if (ion_draft_bytes_get_forgotten (stored.content) > draft->forgotten)
    take_kept (draft, &stored);
  take_head (draft, &stored);
  return TRUE;
}

static IonDraft *
draft_from_stored (IonStoredDraft *stored, GError **error)
{
  IonDraft *draft = ion_draft_from_bytes (stored->content, error);

  if (draft != NULL)
    take_head (draft, stored);
  return draft;
}

IonDraft *
ion_office_get_draft (IonOffice *office, const char *id, GError **error)
{
  g_autoptr (IonStoredDraft) stored = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office) && id != NULL, NULL);

  stored = ion_ledger_get_draft (ion_office_get_ledger (office), id, error);
  return stored != NULL ? draft_from_stored (stored, error) : NULL;
}

GPtrArray *
ion_office_list_drafts (IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office), NULL);

  all = ion_ledger_list_drafts (ion_office_get_ledger (office), error);
  if (all == NULL)
    return NULL;
  drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_free);
  for (guint i = 0; i < all->len; i++)
    {
      IonDraft *draft = draft_from_stored (g_ptr_array_index (all, i), error);

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }
  return g_steal_pointer (&drafts);
}

gboolean
ion_office_remove_draft (IonOffice *office, const char *id, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (office) && id != NULL, FALSE);

  return ion_ledger_remove_draft (ion_office_get_ledger (office), id, error);
}

gboolean
ion_office_launch_draft (IonOffice *office, IonDraft *draft, GError **error)
{
  g_autoptr (IonCampaign) campaign = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office) && draft != NULL, FALSE);
  g_return_val_if_fail (draft->campaign_id != NULL, FALSE);

  campaign = ion_ledger_get_campaign (ion_office_get_ledger (office), draft->campaign_id, error);
  if (campaign == NULL)
    return FALSE;
  if (campaign->draft_id == NULL)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                       _ ("The sending of this campaign has not begun: its draft stays."));
  return FALSE;
}

IonDraft *
ion_office_draft_like (IonOffice *office, const char *campaign, GError **error)
{
  g_autoptr (IonCampaign) earlier = NULL;
  IonDraft *draft;

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL, NULL);

  earlier = ion_ledger_get_campaign (ion_office_get_ledger (office), campaign, error);
  if (earlier == NULL)
    return NULL;
  draft = ion_draft_new (earlier->template_);
  draft->service_id = g_strdup (earlier->service_id);
  draft->purpose = g_strdup (earlier->purpose);
  draft->daily = earlier->daily_limit;
  draft->when = earlier->in_hours ? ION_DRAFT_SEND_IN_HOURS : ION_DRAFT_SEND_NOW;
  return draft;
}

/* Forgetting somebody */

/* Without blanks and case, as people write codes. */
static gboolean
names_person (const char *text, gsize length, const char *code)
{
  gsize n = 0;

  for (gsize i = 0; i < length && code[n] != '\0'; i++)
    {
      if (g_ascii_isspace (text[i]))
        continue;
      if (g_ascii_toupper (text[i]) == code[n])
        n++;
      else
        n = g_ascii_toupper (text[i]) == code[0] ? 1 : 0;
    }
  return code[n] == '\0';
}

/* Returns: whether something was taken away; the header stays, and so do the other rows' numbers */
static gboolean
forget_rows (IonDraft *draft, const char *code, GHashTable *gone)
{
  g_auto (GStrv) lines = NULL;
  gboolean is_changed = FALSE;

  if (draft->rows == NULL)
    return FALSE;
  lines = g_strsplit (draft->rows, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (names_person (lines[i], strlen (lines[i]), code))
      {
        gint64 row = (gint64) i + 1;

        g_hash_table_add (gone, g_memdup2 (&row, sizeof row));
        memset (lines[i], '\0', strlen (lines[i]));
        is_changed = TRUE;
      }
  if (is_changed)
    {
      g_free (draft->rows);
      draft->rows = g_strjoinv ("\n", lines);
    }
  return is_changed;
}

static gboolean
forget_in_draft (IonDraft *draft, const char *code)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean is_changed = forget_rows (draft, code, gone);

  /* A person whose code was mended is known by that cell: what else was mended of them goes too. */
  for (guint i = 0; i < draft->mends->len; i++)
    {
      const IonDraftMend *mend = g_ptr_array_index (draft->mends, i);

      if (names_person (mend->value, strlen (mend->value), code))
        g_hash_table_add (gone, g_memdup2 (&mend->row, sizeof mend->row));
    }
  for (guint i = draft->mends->len; i > 0; i--)
    {
      const IonDraftMend *mend = g_ptr_array_index (draft->mends, i - 1);

      if (!g_hash_table_contains (gone, &mend->row))
        continue;
      g_ptr_array_remove_index (draft->mends, i - 1);
      is_changed = TRUE;
    }
  return is_changed;
}

static GBytes *
forget_cb (GBytes *stored, GBytes *content, gpointer code)
{
  g_autoptr (IonDraft) draft = stored != NULL ? ion_draft_from_bytes (stored, NULL) : NULL;

  if (draft == NULL || !forget_in_draft (draft, code))
    return NULL;
  draft->forgotten++;
  return ion_draft_to_bytes (draft);
}

gboolean
ion_office_forget_in_drafts (IonOffice *office, const char *fiscal_code, GError **error)
{
  IonLedger *ledger;
  char code[ION_FISCAL_CODE_LENGTH + 1];
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office) && fiscal_code != NULL, FALSE);

  if (!ion_fiscal_code_parse (fiscal_code, code, error))
    return FALSE;
  ledger = ion_office_get_ledger (office);
  drafts = ion_ledger_list_drafts (ledger, error);
  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (!ion_ledger_merge_draft (ledger, g_ptr_array_index (drafts, i), forget_cb, code, error))
      return FALSE;
  return TRUE;
}

gboolean
ion_office_forget_again (IonOffice *office, IonDraft *draft, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonDraft) kept = ion_office_get_draft (office, draft->id, &failure);

  if (kept != NULL)
    ion_draft_take_forgotten (draft, kept);
  else if (!g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}
