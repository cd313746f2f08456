/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Importing and sending, as the program does both: through the page of a draft, whose editor works
 * in threads, and through the engine's host.
 */

#define G_LOG_DOMAIN "ion-bench"

#include "config.h"

#include "campaign-load.h"

#include "ion-compose-page.h"
#include "ion-compose-part.h"
#include "ion-ledger-campaigns.h"
#include "ion-template-catalog.h"

static struct
{
  IonDraftEditor *editor; /* (owned) (nullable) */
  guint n_imports;
  gboolean is_over;
} load;

void
campaign_load_send (IonDesk *desk, const char *campaign)
{
  const IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GError) error = NULL;

  ion_ledger_start_campaign (ion_office_get_ledger (ion_desk_get_office (desk)), campaign, &start,
                             &error);
  g_assert_no_error (error);
  ion_desk_start (desk);
}

GtkWidget *
campaign_load_new_page (IonDesk *desk, const char *file)
{
  IonOffice *office = ion_desk_get_office (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = ion_office_find_template (office, "Retta scolastica", &error);
  g_autoptr (IonDraft) draft = NULL;

  g_assert_no_error (error);
  draft = ion_draft_new (template_);
  g_free (draft->service_id);
  draft->service_id = g_strdup ("practice-01");
  draft->valid_only = draft->keep_first = TRUE;
  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = g_strdup (file);
  ion_office_save_draft (office, draft, &error);
  g_assert_no_error (error);
  return g_object_new (ION_TYPE_COMPOSE_PAGE, "desk", desk, "draft-id", draft->id, NULL);
}

/* As if the person had chosen the file once more. */
static void
read_again (void)
{
  if (!load.is_over)
    ion_draft_editor_tell_source (load.editor);
}

static void
checked_cb (IonDraftEditor *editor)
{
  g_assert_no_error (ion_draft_editor_get_check_error (editor));
  if (!load.is_over && ion_draft_editor_get_report (editor) != NULL)
    ion_draft_editor_prepare (editor);
}

static void
prepared_cb (IonDraftEditor *editor)
{
  g_assert_no_error (ion_draft_editor_get_prepare_error (editor));
  if (ion_draft_editor_get_prepared (editor) == NULL)
    return;
  load.n_imports++;
  read_again ();
}

static IonDraftEditor *
find_editor (GtkWidget *widget)
{
  IonDraftEditor *editor =
      ION_IS_COMPOSE_PART (widget) ? ion_compose_part_get_editor (ION_COMPOSE_PART (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && editor == NULL;
       child = gtk_widget_get_next_sibling (child))
    editor = find_editor (child);
  return editor;
}

void
campaign_load_import (GtkWidget *page)
{
  IonDraftEditor *editor;

  while ((editor = find_editor (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  load.editor = g_object_ref (editor);
  g_signal_connect (editor, "checked", G_CALLBACK (checked_cb), NULL);
  g_signal_connect (editor, "prepared", G_CALLBACK (prepared_cb), NULL);
  read_again ();
}

void
campaign_load_stop_importing (void)
{
  load.is_over = TRUE;
}

guint
campaign_load_get_n_imports (void)
{
  return load.n_imports;
}

gint64
campaign_load_count_sent (IonDesk *desk, const char *campaign)
{
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  ion_ledger_count_campaign (ion_office_get_ledger (ion_desk_get_office (desk)), campaign, &counts,
                             &error);
  g_assert_no_error (error);
  return counts.rows - counts.by_state[ION_DELIVERY_PENDING] -
         counts.by_state[ION_DELIVERY_EXCLUDED];
}
