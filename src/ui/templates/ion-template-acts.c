/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What can be done with a template, wherever it is shown.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-acts.h"

#include "ion-dialog.h"
#include "ion-draft.h"
#include "ion-store-error.h"
#include "ion-template-json.h"
#include "ion-template-shelf.h"

#include <glib/gi18n-lib.h>

/* One act on its way: what it works on and whom it answers. */
typedef struct
{
  GtkWidget *widget; /* (unowned) (nullable): weak */
  IonDesk *desk;     /* (owned) */
  char *json;        /* (owned) (nullable): the template */
  char *name;        /* (owned) (nullable): its name */
  char *path;        /* (owned) (nullable) */
  gboolean replace;
  IonTemplateSay say;
  void (*done) (GtkWidget *widget); /* (nullable) */
} Act;

static Act *
act_new (GtkWidget *widget, IonDesk *desk, const IonTemplate *template_, IonTemplateSay say)
{
  Act *act = g_new0 (Act, 1);

  g_set_weak_pointer (&act->widget, widget);
  act->desk = g_object_ref (desk);
  act->json = template_ != NULL ? ion_template_to_json (template_) : NULL;
  act->name = template_ != NULL ? g_strdup (template_->name) : NULL;
  act->say = say;
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_weak_pointer (&act->widget);
  g_clear_object (&act->desk);
  g_free (act->json);
  g_free (act->name);
  g_free (act->path);
  g_free (act);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  act_free (data);
}

/* Returns: whether it went well; says what did not */
static gboolean
settle (Act *act, const GError *error)
{
  g_autofree char *sentence = error != NULL ? ion_office_error_explain (error) : NULL;

  if (error == NULL)
    ion_desk_tell_office_changed (act->desk);
  if (act->widget != NULL)
    act->say (act->widget, sentence);
  return error == NULL && act->widget != NULL;
}

static void
run (Act *act, IonDeskFunc func, GAsyncReadyCallback callback)
{
  ion_desk_run_async (act->desk, NULL, func, act, NULL, g_free, NULL, callback, act);
}

/* Removal and its undoing. */

static gpointer
put_back (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;
  g_autoptr (IonTemplate) template_ = ion_template_from_json (act->json, -1, error);

  if (template_ != NULL)
    ion_office_put_template (office, template_, FALSE, error);
  return NULL;
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  settle (act, error);
  act_free (act);
}

static void
undo_cb (Act *removal)
{
  g_autoptr (IonTemplate) template_ = ion_template_from_json (removal->json, -1, NULL);

  if (template_ != NULL)
    run (act_new (removal->widget, removal->desk, template_, removal->say), put_back, put_back_cb);
}

static gpointer
take_off (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_remove_template (office, ((Act *) data)->name, error);
  return NULL;
}

static void
taken_off_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ion_desk_run_finish (result, &error);
  if (!settle (act, error))
    {
      act_free (act);
      return;
    }
  text = g_strdup_printf (_ ("The template «%s» was removed"), act->name);
  ion_toast_offer (act->widget, text, _ ("_Undo"), G_CALLBACK (undo_cb), act, closure_free);
  if (act->done != NULL)
    act->done (act->widget);
}

void
ion_template_act_remove (GtkWidget *widget,
                         IonDesk *desk,
                         const IonTemplate *template_,
                         IonTemplateSay say,
                         void (*done) (GtkWidget *widget))
{
  Act *act = act_new (widget, desk, template_, say);

  act->done = done;
  run (act, take_off, taken_off_cb);
}

/* A new campaign. */

/* Returns: (transfer full): the draft's id */
static gpointer
make_draft (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;
  g_autoptr (IonTemplate) template_ = ion_template_from_json (act->json, -1, error);
  g_autoptr (IonDraft) draft = template_ != NULL ? ion_draft_new (template_) : NULL;

  if (draft == NULL || !ion_office_save_draft (office, draft, error))
    return NULL;
  return g_strdup (draft->id);
}

static void
open_result (GAsyncResult *result, Act *act, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);

  if (settle (act, error))
    gtk_widget_activate_action (act->widget, action, "s", id);
  act_free (act);
}

static void
draft_made_cb (GObject *source, GAsyncResult *result, gpointer act)
{
  open_result (result, act, "win.edit-draft");
}

void
ion_template_act_use (GtkWidget *widget,
                      IonDesk *desk,
                      const IonTemplate *template_,
                      IonTemplateSay say)
{
  run (act_new (widget, desk, template_, say), make_draft, draft_made_cb);
}

static gpointer
copy (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_copy_template (office, ((Act *) data)->name, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer act)
{
  open_result (result, act, "win.open-template");
}

void
ion_template_act_copy (GtkWidget *widget,
                       IonDesk *desk,
                       const IonTemplate *template_,
                       IonTemplateSay say)
{
  run (act_new (widget, desk, template_, say), copy, copied_cb);
}

/* Files. */

/* Returns: (transfer full): the template's name */
static gpointer
load_file (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;
  g_autoptr (IonTemplate) template_ = ion_template_load_file (act->path, error);

  if (template_ == NULL)
    return NULL;
  g_free (act->name);
  act->name = g_strdup (template_->name);
  if (!ion_office_put_template (office, template_, act->replace, error))
    return NULL;
  return g_strdup (template_->name);
}

static void loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
replace_cb (GtkWidget *widget, gpointer user_data)
{
  Act *asked = user_data;
  Act *act = act_new (widget, asked->desk, NULL, asked->say);

  act->path = g_strdup (asked->path);
  act->replace = TRUE;
  run (act, load_file, loaded_cb);
}

static void
ask_to_replace (Act *act)
{
  g_autofree char *heading = g_strdup_printf (_ ("Replace the template «%s»?"), act->name);
  GtkWidget *dialog;

  dialog = ion_dialog_ask (act->widget, heading,
                           _ ("The office has a template of this name. What it says now stays "
                              "among its versions."),
                           _ ("_Replace"), NULL, ION_DIALOG_SUGGESTED, replace_cb, act);
  g_object_set_data_full (G_OBJECT (dialog), "ion-template-act", act, act_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS) && act->widget != NULL)
    {
      ask_to_replace (act);
      return;
    }
  if (settle (act, error))
    gtk_widget_activate_action (act->widget, "win.open-template", "s", name);
  act_free (act);
}

static void
import_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  Act *act = user_data;

  if (file == NULL || act->widget == NULL)
    {
      act_free (act);
      return;
    }
  act->path = g_file_get_path (file);
  run (act, load_file, loaded_cb);
}

void
ion_template_act_import (GtkWidget *widget, IonDesk *desk, IonTemplateSay say)
{
  static const char *const suffixes[] = { "json", NULL };
  IonDialogFilter filter = { _ ("Templates"), suffixes };

  ion_dialog_open_file (widget, _ ("Import a template"), &filter, import_chosen_cb,
                        act_new (widget, desk, NULL, say));
}

static gpointer
save_file (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;
  g_autoptr (IonTemplate) template_ = ion_template_from_json (act->json, -1, error);

  if (template_ != NULL)
    ion_template_save_file (template_, act->path, error);
  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (settle (act, error))
    ion_toast_show (act->widget, _ ("The template was exported"));
  act_free (act);
}

static void
export_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  Act *act = user_data;

  if (file == NULL || act->widget == NULL)
    {
      act_free (act);
      return;
    }
  act->path = g_file_get_path (file);
  run (act, save_file, saved_cb);
}

void
ion_template_act_export (GtkWidget *widget,
                         IonDesk *desk,
                         const IonTemplate *template_,
                         IonTemplateSay say)
{
  g_autofree char *file_name = g_strdup_printf ("%s.json", template_->name);

  g_strdelimit (file_name, "/", '-');
  ion_dialog_save_file (widget, _ ("Export the template"), file_name, export_chosen_cb,
                        act_new (widget, desk, template_, say));
}
