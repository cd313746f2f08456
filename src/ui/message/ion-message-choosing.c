/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The service that the message is from, and the template that it begins with.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-part-private.h"

#include "ion-dialog.h"
#include "ion-ledger-services.h"

#include <glib/gi18n-lib.h>

static guint
find_service (IonMessagePart *self)
{
  const char *id = ion_message_part_get_draft (self)->service_id;

  for (guint i = 0; i < self->choices->services->len; i++)
    {
      const IonService *service = g_ptr_array_index (self->choices->services, i);

      if (g_strcmp0 (service->id, id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The first is nobody's: an empty sheet. */
static guint
find_template (IonMessagePart *self)
{
  const char *name = ion_message_part_get_draft (self)->template_->name;

  for (guint i = 0; i < self->choices->templates->len; i++)
    {
      const IonTemplate *template_ = g_ptr_array_index (self->choices->templates, i);

      if (g_strcmp0 (template_->name, name) == 0)
        return i + 1;
    }
  return 0;
}

static void
fill_lists (IonMessagePart *self)
{
  g_autoptr (GtkStringList) services = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) templates = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices->services->len; i++)
    gtk_string_list_append (services,
                            ((IonService *) g_ptr_array_index (self->choices->services, i))->name);
  gtk_string_list_append (templates, _ ("Free message"));
  for (guint i = 0; i < self->choices->templates->len; i++)
    gtk_string_list_append (templates,
                            ((IonTemplate *) g_ptr_array_index (self->choices->templates, i))
                                ->name);
  adw_combo_row_set_model (self->service_row, G_LIST_MODEL (services));
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (templates));
}

void
ion_message_part_show_choices (IonMessagePart *self)
{
  gboolean was = self->is_showing;

  if (self->choices == NULL)
    return;
  self->is_showing = TRUE;
  if (adw_combo_row_get_selected (self->service_row) != find_service (self))
    adw_combo_row_set_selected (self->service_row, find_service (self));
  if (adw_combo_row_get_selected (self->template_row) != find_template (self))
    adw_combo_row_set_selected (self->template_row, find_template (self));
  self->is_showing = was;
}

/* Where there is one service only, nobody has to choose it. */
static void
choose_only_service (IonMessagePart *self)
{
  IonDraft *draft = ion_message_part_get_draft (self);

  if (draft->service_id == NULL && self->choices->services->len == 1)
    {
      const IonService *service = g_ptr_array_index (self->choices->services, 0);

      draft->service_id = g_strdup (service->id);
      g_signal_emit_by_name (ion_compose_part_get_editor (ION_COMPOSE_PART (self)),
                             "message-changed");
    }
}

/* Without choices these rows cannot have the focus: whoever came to the first thing that could be
 * done then is led to what is to be chosen. */
static void
lead_to_choices (IonMessagePart *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *language_row = GTK_WIDGET (self->language_row);

  if (focus == NULL || (focus != language_row && !gtk_widget_is_ancestor (focus, language_row)))
    return;
  if (ion_message_part_get_draft (self)->service_id == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->service_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->template_row));
}

static void
choices_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonMessagePart *self = ION_MESSAGE_PART (source);
  g_autoptr (IonMessageChoices) choices = ion_desk_run_finish (result, NULL);
  const gboolean is_first = self->choices == NULL;

  if (choices == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_pointer (&self->choices, ion_message_choices_free);
  self->choices = g_steal_pointer (&choices);
  choose_only_service (self);
  self->is_showing = TRUE;
  fill_lists (self);
  self->is_showing = FALSE;
  ion_message_part_show_choices (self);
  ion_message_part_judge_now (self);
  if (is_first)
    lead_to_choices (self);
}

void
ion_message_part_choices_begin (IonMessagePart *self)
{
  IonDraftEditor *editor = ion_compose_part_get_editor (ION_COMPOSE_PART (self));

  ion_message_choices_load_async (ion_draft_editor_get_desk (editor), self, self->cancellable,
                                  choices_cb, NULL);
}

void
ion_message_part_service_cb (IonMessagePart *self)
{
  guint selected = adw_combo_row_get_selected (self->service_row);
  IonDraft *draft = ion_message_part_get_draft (self);
  const IonService *service;

  if (self->is_showing || self->choices == NULL || selected >= self->choices->services->len)
    return;
  service = g_ptr_array_index (self->choices->services, selected);
  if (g_strcmp0 (draft->service_id, service->id) == 0)
    return;
  g_free (draft->service_id);
  draft->service_id = g_strdup (service->id);
  ion_message_part_tell (self);
}

/* What was there before a template took its place. */
typedef struct
{
  IonDraftEditor *editor; /* (owned) */
  IonTemplate *former;    /* (owned) (nullable) */
} Former;

static void
former_free (gpointer data, GClosure *closure)
{
  Former *self = data;

  g_object_unref (self->editor);
  g_clear_pointer (&self->former, ion_template_free);
  g_free (self);
}

static void
undo_cb (Former *self)
{
  IonDraft *draft = ion_draft_editor_get_draft (self->editor);

  if (self->former == NULL)
    return;
  ion_template_free (draft->template_);
  draft->template_ = g_steal_pointer (&self->former);
  ion_draft_editor_tell_message (self->editor);
}

static gboolean
is_empty (const IonTemplate *template_)
{
  return *template_->main->subject == '\0' && *template_->main->markdown == '\0' &&
         template_->main->buttons->len == 0;
}

static void
take_template (IonMessagePart *self, const IonTemplate *template_)
{
  IonDraftEditor *editor = ion_compose_part_get_editor (ION_COMPOSE_PART (self));
  IonDraft *draft = ion_draft_editor_get_draft (editor);
  IonTemplate *former = draft->template_;
  gboolean was_empty = is_empty (former);
  Former *undo = g_new0 (Former, 1);
  g_autofree char *text = NULL;

  draft->template_ = ion_draft_copy_template (template_);
  g_clear_pointer (&draft->dismissed_advice, g_strfreev);
  undo->editor = g_object_ref (editor);
  undo->former = former;
  ion_message_part_tell (self);
  ion_message_part_show (self);
  if (was_empty)
    {
      former_free (undo, NULL);
      return;
    }
  /* Translators: %s is a template's name. */
  text = g_strdup_printf (_ ("The texts are those of “%s” now"), template_->name);
  ion_toast_offer (GTK_WIDGET (self), text, _ ("_Undo"), G_CALLBACK (undo_cb), undo, former_free);
}

/* Without a template, what is written stays. */
static void
leave_template (IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;

  g_free (template_->name);
  template_->name = g_strdup ("");
  ion_message_part_tell (self);
}

void
ion_message_part_template_cb (IonMessagePart *self)
{
  guint selected = adw_combo_row_get_selected (self->template_row);

  if (self->is_showing || self->choices == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    leave_template (self);
  else
    take_template (self, g_ptr_array_index (self->choices->templates, selected - 1));
}
