/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A correction is kept by its row and column. In a file that somebody has saved again meanwhile,
 * another person may stand there: nothing goes on until somebody has said what holds.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-mends-row.h"

#include "ion-format.h"
#include "ion-source-change.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonMendsRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *message;
  IonDraftEditor *editor; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonMendsRow, ion_mends_row, GTK_TYPE_LIST_BOX_ROW)

static void
drop_cb (IonMendsRow *self)
{
  ion_source_change_drop_mends (GTK_WIDGET (self), self->editor);
}

static void
keep_cb (IonMendsRow *self)
{
  ion_source_change_keep_mends (self->editor);
}

static void
ion_mends_row_finalize (GObject *object)
{
  g_clear_object (&ION_MENDS_ROW (object)->editor);
  G_OBJECT_CLASS (ion_mends_row_parent_class)->finalize (object);
}

static void
ion_mends_row_class_init (IonMendsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_mends_row_finalize;

  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-mends-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonMendsRow, message);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
ion_mends_row_init (IonMendsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_mends_row_new (IonDraftEditor *editor)
{
  IonMendsRow *self = g_object_new (ION_TYPE_MENDS_ROW, NULL);
  const guint n = ion_draft_editor_get_draft (editor)->mends->len;
  g_autofree char *count = ion_format_count (n);
  g_autofree char *message = g_strdup_printf (ngettext ("The file has changed since %s cell of it "
                                                        "was corrected here: the correction may "
                                                        "now be about another row.",
                                                        "The file has changed since %s cells of it "
                                                        "were corrected here: the corrections "
                                                        "may now be about other rows.",
                                                        n),
                                              count);

  self->editor = g_object_ref (editor);
  gtk_label_set_label (self->message, message);
  return GTK_WIDGET (self);
}
