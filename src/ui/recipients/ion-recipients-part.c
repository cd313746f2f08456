/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who gets it: the ways in, the progress, what could not be read, and what was understood, one at a
 * time.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recipients-part.h"

#include "ion-dialog.h"
#include "ion-earlier-chooser.h"
#include "ion-file-watch.h"
#include "ion-person-form.h"
#include "ion-recipients-state.h"
#include "ion-source-change.h"
#include "ion-source-chooser.h"
#include "ion-source-fault.h"
#include "ion-source-intake.h"
#include "ion-source-view.h"

#include <glib/gi18n-lib.h>

/* What takes less is not shown as work: nothing flickers. */
#define PATIENCE_MS 250

struct _IonRecipientsPart
{
  IonComposePart parent_instance;

  GtkStack *stack;
  IonSourceChooser *chooser;
  IonPersonForm *person;
  IonEarlierChooser *earlier;
  AdwStatusPage *reading;
  GtkProgressBar *reading_bar;
  IonSourceFault *fault;
  IonSourceView *source;

  IonFileWatch *watch; /* (owned) */
  guint patience;      /* 0 = the work is shown, or there is none */
};

G_DEFINE_FINAL_TYPE (IonRecipientsPart, ion_recipients_part, ION_TYPE_COMPOSE_PART)

static IonDraftEditor *
get_editor (IonRecipientsPart *self)
{
  return ion_compose_part_get_editor (ION_COMPOSE_PART (self));
}

static void
tell_state (IonRecipientsPart *self)
{
  g_autofree char *text = NULL;
  g_autofree char *summary = NULL;
  IonPartState state = ion_recipients_state_describe (get_editor (self), &text, &summary);

  ion_compose_part_set_state (ION_COMPOSE_PART (self), state, text, summary);
}

static void
show_progress (IonRecipientsPart *self)
{
  double fraction = ion_draft_editor_get_fraction (get_editor (self));

  ion_source_view_set_progress (self->source, fraction);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->reading_bar, fraction);
}

static gboolean
is_choosing (IonRecipientsPart *self)
{
  static const char *const pages[] = { "choose", "person", "earlier", NULL };

  return g_strv_contains (pages, gtk_stack_get_visible_child_name (self->stack));
}

/* Where the work is long enough to be shown. */
static void
show_work (IonRecipientsPart *self)
{
  if (ion_draft_editor_get_report (get_editor (self)) == NULL && !is_choosing (self))
    gtk_stack_set_visible_child_name (self->stack, "reading");
  show_progress (self);
}

static gboolean
patience_cb (gpointer user_data)
{
  IonRecipientsPart *self = user_data;

  self->patience = 0;
  if (ion_draft_editor_is_checking (get_editor (self)))
    show_work (self);
  return G_SOURCE_REMOVE;
}

static const char *
choose_page (IonRecipientsPart *self)
{
  const IonDraft *draft = ion_draft_editor_get_draft (get_editor (self));
  const GError *error = ion_draft_editor_get_check_error (get_editor (self));

  if (draft->source == ION_DRAFT_SOURCE_NONE)
    return "choose";
  if (ion_draft_editor_get_report (get_editor (self)) != NULL)
    return "source";
  if (error == NULL)
    return "reading";
  return ion_source_fault_is_of_columns (error) ? "source" : "fault";
}

static void
show_source (IonRecipientsPart *self)
{
  const IonDraft *draft = ion_draft_editor_get_draft (get_editor (self));

  ion_source_chooser_set_has_source (self->chooser, draft->source != ION_DRAFT_SOURCE_NONE);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
}

static void
checked_cb (IonRecipientsPart *self)
{
  const GError *error = ion_draft_editor_get_check_error (get_editor (self));
  const char *page = choose_page (self);

  g_clear_handle_id (&self->patience, g_source_remove);
  ion_source_view_set_progress (self->source, -2);
  if (g_str_equal (page, "source"))
    ion_source_view_refresh (self->source);
  else if (g_str_equal (page, "fault"))
    ion_source_fault_show (self->fault, error);
  if (!is_choosing (self) ||
      ion_draft_editor_get_draft (get_editor (self))->source == ION_DRAFT_SOURCE_NONE)
    show_source (self);
  tell_state (self);
}

static void
progress_cb (IonRecipientsPart *self)
{
  if (!ion_draft_editor_is_checking (get_editor (self)))
    return;
  if (self->patience == 0 && ion_draft_editor_get_fraction (get_editor (self)) < 0)
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  else if (self->patience == 0)
    show_work (self);
  tell_state (self);
}

/* Another source: whatever was being chosen is chosen. */
static void
source_changed_cb (IonRecipientsPart *self)
{
  const IonDraft *draft = ion_draft_editor_get_draft (get_editor (self));

  ion_file_watch_set_path (self->watch,
                           draft->source == ION_DRAFT_SOURCE_FILE ? draft->path : NULL);
  if (is_choosing (self) && draft->source != ION_DRAFT_SOURCE_NONE)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  tell_state (self);
}

/* What was corrected here was about other rows: it is taken back rather than put where it may not
 * belong. */
static void
file_changed_cb (IonRecipientsPart *self)
{
  IonDraft *draft = ion_draft_editor_get_draft (get_editor (self));
  const gboolean had_mends = draft->mends->len > 0;

  g_ptr_array_set_size (draft->mends, 0);
  ion_draft_editor_tell_source (get_editor (self));
  ion_toast_show (GTK_WIDGET (self),
                  had_mends ? _ ("The file has changed and is read again: the corrections made "
                                 "here were about the former one and are gone")
                            : _ ("The file has changed and is read again"));
}

static void
person_cb (IonRecipientsPart *self)
{
  gtk_stack_set_visible_child_name (self->stack, "person");
  ion_person_form_begin (self->person);
}

static void
earlier_cb (IonRecipientsPart *self)
{
  gtk_stack_set_visible_child_name (self->stack, "earlier");
  ion_earlier_chooser_begin (self->earlier);
}

static void
paste_cb (IonRecipientsPart *self)
{
  ion_source_intake_paste (GTK_WIDGET (self), get_editor (self));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  paste_cb (ION_RECIPIENTS_PART (widget));
}

static void
change_cb (IonRecipientsPart *self)
{
  ion_source_chooser_set_has_source (self->chooser, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
again_cb (IonRecipientsPart *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
  ion_draft_editor_tell_source (get_editor (self));
}

static void
stop_cb (IonRecipientsPart *self)
{
  ion_draft_editor_cancel_check (get_editor (self));
}

static void
ion_recipients_part_constructed (GObject *object)
{
  IonRecipientsPart *self = ION_RECIPIENTS_PART (object);
  IonDraftEditor *editor = get_editor (self);

  G_OBJECT_CLASS (ion_recipients_part_parent_class)->constructed (object);
  if (editor == NULL)
    return;
  ion_source_chooser_set_editor (self->chooser, editor);
  ion_person_form_set_editor (self->person, editor);
  ion_earlier_chooser_set_editor (self->earlier, editor);
  ion_source_fault_set_editor (self->fault, editor);
  ion_source_view_set_editor (self->source, editor);
  ion_source_intake_take_drops (GTK_WIDGET (self), editor);
  g_signal_connect_object (editor, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "source-changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  source_changed_cb (self);
  show_source (self);
  checked_cb (self);
}

static void
ion_recipients_part_dispose (GObject *object)
{
  IonRecipientsPart *self = ION_RECIPIENTS_PART (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (ion_recipients_part_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, stack);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, chooser);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, person);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, earlier);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, reading);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, fault);
  gtk_widget_class_bind_template_child (widget_class, IonRecipientsPart, source);
  gtk_widget_class_bind_template_callback (widget_class, person_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_source);
}

static void
ion_recipients_part_class_init (IonRecipientsPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ion_recipients_part_constructed;
  G_OBJECT_CLASS (klass)->dispose = ion_recipients_part_dispose;

  g_type_ensure (ION_TYPE_SOURCE_CHOOSER);
  g_type_ensure (ION_TYPE_PERSON_FORM);
  g_type_ensure (ION_TYPE_EARLIER_CHOOSER);
  g_type_ensure (ION_TYPE_SOURCE_FAULT);
  g_type_ensure (ION_TYPE_SOURCE_VIEW);
  gtk_widget_class_install_action (widget_class, "recipients.paste", NULL, paste_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-recipients-part.ui");
  bind_children (widget_class);
}

static void
ion_recipients_part_init (IonRecipientsPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = ion_file_watch_new ();
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
