/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The phone follows what is typed, a moment behind, so that no keystroke waits for it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-pane.h"

#include "ion-format.h"
#include "ion-ledger-services.h"
#include "ion-phone.h"

#include <glib/gi18n-lib.h>

#define RENDER_DELAY_MS 120

struct _IonPhonePane
{
  GtkWidget parent_instance;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  char *service_id;          /* (owned) (nullable): whose name is on the phone */
  guint render_id;
  IonPhone *phone;     /* (unowned) */
  GtkLabel *row_label; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPhonePane, ion_phone_pane, GTK_TYPE_WIDGET)

static void
render (IonPhonePane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonMessage) message = NULL;

  message = ion_draft_editor_render_shown (self->editor,
                                           ion_draft_editor_get_language (self->editor), &error);
  if (message != NULL)
    ion_phone_set_message (self->phone, message);
  else
    ion_phone_set_problem (self->phone, error->message);
}

static gboolean
render_cb (gpointer user_data)
{
  IonPhonePane *self = user_data;

  self->render_id = 0;
  render (self);
  return G_SOURCE_REMOVE;
}

static void
render_later_cb (IonPhonePane *self)
{
  if (self->render_id == 0)
    self->render_id = g_timeout_add_full (G_PRIORITY_LOW, RENDER_DELAY_MS, render_cb, self, NULL);
}

/* "riga 17", not of how many: that is typed beside it, from the office's own accounts. */
static void
show_row_cb (IonPhonePane *self)
{
  gint64 row = ion_draft_editor_get_shown_row (self->editor);
  gboolean has_rows = ion_draft_editor_get_n_shown (self->editor) > 1;
  g_autofree char *text = NULL;

  if (row > 0)
    {
      g_autofree char *number = ion_format_count (row);

      /* Translators: a row of the file of recipients; %s is its number */
      text = g_strdup_printf (C_ ("phone", "row %s"), number);
    }
  gtk_label_set_label (self->row_label, text != NULL ? text : _ ("made-up data"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phone.previous-row", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phone.next-row", has_rows);
  render_later_cb (self);
}

static gpointer
get_service (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_ledger_get_service (ion_office_get_ledger (office), data, error);
}

static void
free_service (gpointer service)
{
  ion_service_free (service);
}

static void
show_sender (IonPhonePane *self, const char *service)
{
  IonOffice *office = ion_desk_get_office (ion_draft_editor_get_desk (self->editor));

  ion_phone_set_sender (self->phone, ion_office_get_name (office), service);
}

static void
service_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPhonePane *self = ION_PHONE_PANE (source);
  g_autoptr (IonService) service = ion_desk_run_finish (result, NULL);

  if (service != NULL && self->editor != NULL && g_strcmp0 (service->id, self->service_id) == 0)
    show_sender (self, service->name);
}

static void
follow_service_cb (IonPhonePane *self)
{
  const char *id = ion_draft_editor_get_draft (self->editor)->service_id;

  if (g_strcmp0 (id, self->service_id) == 0)
    return;
  g_free (self->service_id);
  self->service_id = g_strdup (id);
  if (id == NULL)
    show_sender (self, NULL);
  else
    ion_desk_run_async (ion_draft_editor_get_desk (self->editor), self, get_service, g_strdup (id),
                        g_free, free_service, self->cancellable, service_cb, NULL);
}

/* Round and round: after the last comes the first. */
static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonPhonePane *self = ION_PHONE_PANE (widget);
  guint n = ion_draft_editor_get_n_shown (self->editor);
  guint by = g_str_equal (action, "phone.next-row") ? 1 : n - 1;

  if (n > 0)
    ion_draft_editor_set_shown (self->editor, (ion_draft_editor_get_shown (self->editor) + by) % n);
}

static void
ion_phone_pane_dispose (GObject *object)
{
  IonPhonePane *self = ION_PHONE_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->render_id, g_source_remove);
  g_clear_object (&self->editor);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_phone_pane_parent_class)->dispose (object);
}

static void
ion_phone_pane_finalize (GObject *object)
{
  IonPhonePane *self = ION_PHONE_PANE (object);

  g_clear_object (&self->cancellable);
  g_free (self->service_id);
  G_OBJECT_CLASS (ion_phone_pane_parent_class)->finalize (object);
}

static void
ion_phone_pane_class_init (IonPhonePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_phone_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_phone_pane_finalize;
  g_type_ensure (ION_TYPE_PHONE);
  gtk_widget_class_install_action (widget_class, "phone.previous-row", NULL, step);
  gtk_widget_class_install_action (widget_class, "phone.next-row", NULL, step);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/compose/ion-phone-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPhonePane, phone);
  gtk_widget_class_bind_template_child (widget_class, IonPhonePane, row_label);
}

static void
ion_phone_pane_init (IonPhonePane *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phone.previous-row", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phone.next-row", FALSE);
}

void
ion_phone_pane_set_editor (IonPhonePane *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_PHONE_PANE (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "message-changed", G_CALLBACK (render_later_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "message-changed", G_CALLBACK (follow_service_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "sampled", G_CALLBACK (show_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "checked", G_CALLBACK (show_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "shown-changed", G_CALLBACK (show_row_cb), self,
                           G_CONNECT_SWAPPED);
  show_sender (self, NULL);
  follow_service_cb (self);
  show_row_cb (self);
}
