/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What can be done from anywhere: the stop of everything is always one click away.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-office-actions.h"

#include "ion-campaign-act.h"
#include "ion-dialog.h"
#include "ion-draft.h"
#include "ion-ledger-campaigns.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwApplicationWindow *window; /* (unowned): owns the actions */
  IonDesk *desk;                /* (owned) */
  GHashTable *begun;            /* (owned): what drafts are being made of, action and text */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_hash_table_unref (place->begun);
  g_object_unref (place->desk);
  g_free (place);
}

/* A toast finds its overlay from inside it. */
static GtkWidget *
get_inside (GtkWidget *window)
{
  return adw_toast_overlay_get_child (
      ADW_TOAST_OVERLAY (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))));
}

/* Runs @func on the office with a text of its own. */
static void
run (Place *place, IonDeskFunc func, const char *text, GAsyncReadyCallback callback)
{
  ion_desk_run_async (place->desk, place->window, func, g_strdup (text), g_free, g_free, NULL,
                      callback, g_object_ref (place->desk));
}

/* (transfer full) (nullable): what it brought; tells the person where it failed */
static gpointer
finish (GObject *window, GAsyncResult *result, const char *heading)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = ion_desk_run_finish (result, &error);

  if (error != NULL && gtk_widget_get_visible (GTK_WIDGET (window)))
    ion_dialog_tell_error (GTK_WIDGET (window), heading, error);
  return answer;
}

/* Stopping and resuming */

static gpointer
stop_all (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_set_stopped (office, TRUE, error);
  return NULL;
}

static gpointer
resume_all (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_set_stopped (office, FALSE, error);
  return NULL;
}

static gpointer
pause_campaign (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_ledger_pause_campaign (ion_office_get_ledger (office), data, "by-person", NULL, error);
  return NULL;
}

static gpointer
resume_campaign (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonCampaignAct *act = ion_campaign_act_new (ION_ACT_GO_ON, data);

  ion_campaign_act_do (act, office, error);
  ion_campaign_act_free (act);
  return NULL;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;

  g_free (finish (source, result, _ ("This could not be done")));
  ion_desk_tell_changed (desk);
}

static void
resume_again_cb (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.resume-all", NULL);
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  changed_cb (source, result, user_data);
  ion_toast_offer (get_inside (GTK_WIDGET (source)), _ ("All sending is stopped"), _ ("_Resume"),
                   G_CALLBACK (resume_again_cb), g_object_ref (source),
                   (GClosureNotify) (GCallback) g_object_unref);
}

static void
stop_all_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  run (place, stop_all, NULL, stopped_cb);
}

static void
resume_all_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  run (place, resume_all, NULL, changed_cb);
}

static void
pause_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  run (place, pause_campaign, g_variant_get_string (parameter, NULL), changed_cb);
}

static void
resume_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  run (place, resume_campaign, g_variant_get_string (parameter, NULL), changed_cb);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Place *place = user_data;

  ion_desk_retry (place->desk);
}

/* New drafts */

static gpointer
draft_of_file (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IonDraft) draft = ion_draft_new (NULL);

  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = g_strdup (data);
  return ion_office_save_draft (office, draft, error) ? g_strdup (draft->id) : NULL;
}

static gpointer
draft_like (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IonDraft) draft = ion_office_draft_like (office, data, error);

  return draft != NULL && ion_office_save_draft (office, draft, error) ? g_strdup (draft->id)
                                                                       : NULL;
}

/* What a draft is being made of: a second click on it makes no second draft. */
typedef struct
{
  IonDesk *desk;     /* (owned) */
  GHashTable *begun; /* (owned) */
  char *what;        /* (owned) */
} Beginning;

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Beginning *beginning = user_data;
  g_autofree char *id = finish (source, result, _ ("The campaign could not be begun"));

  g_hash_table_remove (beginning->begun, beginning->what);
  if (id != NULL)
    {
      ion_desk_tell_office_changed (beginning->desk);
      gtk_widget_activate_action (GTK_WIDGET (source), "win.edit-draft", "s", id);
    }
  g_object_unref (beginning->desk);
  g_hash_table_unref (beginning->begun);
  g_free (beginning->what);
  g_free (beginning);
}

static void
begin_draft (GSimpleAction *action, GVariant *parameter, Place *place, IonDeskFunc func)
{
  const char *text = g_variant_get_string (parameter, NULL);
  Beginning *beginning;
  char *what = g_strconcat (g_action_get_name (G_ACTION (action)), " ", text, NULL);

  if (!g_hash_table_add (place->begun, g_strdup (what)))
    {
      g_free (what);
      return;
    }
  beginning = g_new0 (Beginning, 1);
  beginning->desk = g_object_ref (place->desk);
  beginning->begun = g_hash_table_ref (place->begun);
  beginning->what = what;
  ion_desk_run_async (place->desk, place->window, func, g_strdup (text), g_free, g_free, NULL,
                      drafted_cb, beginning);
}

static void
new_from_file_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  begin_draft (action, parameter, place, draft_of_file);
}

static void
new_like_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  begin_draft (action, parameter, place, draft_like);
}

/* An older copy of the office */

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!ion_desk_decide_copy_finish (ION_DESK (source), result, &error) &&
      gtk_widget_get_visible (window))
    ion_dialog_tell_error (window, _ ("This could not be done"), error);
}

static void
copy_chosen_cb (GtkWidget *window, const char *which, gpointer user_data)
{
  Place *place = user_data;

  ion_desk_decide_copy_async (place->desk, g_str_equal (which, "nothing"), decided_cb,
                              g_object_ref (window));
}

static void
decide_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Place *place = user_data;
  const char *const choices[] = { "nothing", _ ("_Nothing was sent since"), "doubt",
                                  _ ("_I do not know"), NULL };

  ion_dialog_ask_which (GTK_WIDGET (place->window), _ ("This office’s data is an older copy"),
                        _ ("Messages may have been sent after this copy was made. If nothing was "
                           "sent since, "
                           "everything goes on. If that is not known, what was still to be sent "
                           "becomes an unknown "
                           "outcome, to be decided message by message: nobody gets the same "
                           "message twice."),
                        _ ("_Decide later"), choices, copy_chosen_cb, place);
}

static const GActionEntry actions[] = {
  { .name = "stop-all", .activate = stop_all_cb },
  { .name = "resume-all", .activate = resume_all_cb },
  { .name = "pause-campaign", .activate = pause_campaign_cb, .parameter_type = "s" },
  { .name = "resume-campaign", .activate = resume_campaign_cb, .parameter_type = "s" },
  { .name = "new-from-file", .activate = new_from_file_cb, .parameter_type = "s" },
  { .name = "new-like", .activate = new_like_cb, .parameter_type = "s" },
  { .name = "decide-copy", .activate = decide_copy_cb },
  { .name = "retry", .activate = retry_cb },
};

void
ion_office_actions_add (AdwApplicationWindow *window, IonDesk *desk)
{
  Place *place = g_new0 (Place, 1);

  place->window = window;
  place->desk = g_object_ref (desk);
  place->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), place);
  g_object_set_data_full (G_OBJECT (window), "ion-office-actions", place, place_free);
}
