/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a draft to the campaign that could be sent: the import of a file as the command does it, and
 * in the step that makes it visible to the program it takes the place of the one before.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

#include "ion-ledger-campaigns.h"

#include <glib/gi18n-lib.h>

static const char *
name_answer (IonDraftAnswer answer)
{
  return answer == ION_DRAFT_ANSWER_YES ? "yes" : answer == ION_DRAFT_ANSWER_NO ? "no" : "unknown";
}

/* What the journal will say about the payments; no personal data. */
static char *
describe_answers (const IonDraft *self)
{
  if (!ion_template_has_payment (self->template_))
    return NULL;
  return g_strdup_printf ("positions-exist=%s supplier-writes=%s",
                          name_answer (self->positions_exist), name_answer (self->supplier_writes));
}

/* Somebody may be asking who of them can be reached: they are not needed any more. */
static void
stop_asking (IonOffice *office, const char *campaign_id)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) former =
      campaign_id != NULL ? ion_ledger_get_campaign (ledger, campaign_id, NULL) : NULL;

  if (former != NULL && former->draft_id != NULL && former->reach_only &&
      former->state == ION_CAMPAIGN_RUNNING)
    ion_ledger_pause_campaign (ledger, campaign_id, "by-person", NULL, NULL);
}

static gboolean
check_complete (const IonDraft *self, GError **error)
{
  if (self->service_id != NULL && self->service_id[0] != '\0')
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                       _ ("Choose the service that the message comes from."));
  return FALSE;
}

static char *
create (IonOffice *office,
        IonDraft *draft,
        IonImporter *importer,
        IonImportReport **report,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *answers = describe_answers (draft);
  const IonNewCampaign campaign = {
    .service = draft->service_id,
    .name = draft->name,
    .valid_only = draft->valid_only,
    .keep_first = draft->keep_first,
    .accept_doubts = (const char *const *) draft->accepted_doubts,
    .follows_id = draft->follows_id != NULL                    ? draft->follows_id
                  : draft->source == ION_DRAFT_SOURCE_CAMPAIGN ? draft->from_campaign
                                                               : NULL,
    .purpose = draft->purpose,
    .answers = answers,
    .draft_id = draft->id,
  };

  return ion_importer_create (importer, &campaign, report, cancellable, error);
}

gboolean
ion_office_prepare_draft (IonOffice *office,
                          IonDraft *draft,
                          IonImportReport **report,
                          IonProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonImporter) importer = NULL;
  char *id;

  g_return_val_if_fail (ION_IS_OFFICE (office) && draft != NULL, FALSE);

  if (report != NULL)
    *report = NULL;
  if (!check_complete (draft, error) ||
      !(draft->id[0] == '\0' ? ion_office_save_draft (office, draft, error)
                             : ion_office_forget_again (office, draft, error)))
    return FALSE;
  template_ = ion_draft_complete_template (draft, TRUE);
  importer = ion_draft_make_importer (draft, office, template_, error);
  if (importer == NULL)
    return FALSE;
  if (progress != NULL)
    ion_importer_set_progress (importer, progress, user_data);
  stop_asking (office, draft->campaign_id);
  id = create (office, draft, importer, report, cancellable, error);
  if (id == NULL)
    return FALSE;
  g_free (draft->campaign_id);
  draft->campaign_id = id;
  return TRUE;
}
