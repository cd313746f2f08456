/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The causes, kept as they are while only their numbers change: whoever reads or has the focus on
 * one of them stays there.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-causes-list.h"

#include "ion-cause-row.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>

struct _IonCausesList
{
  GtkWidget parent_instance;

  GtkWidget *list;        /* (owned) */
  AdwExpanderRow *header; /* (unowned) */
  AdwActionRow *doubts;   /* (unowned) */
  GPtrArray *rows;        /* (owned) (element-type IonCauseRow): unowned by it */
  char *shape;            /* (owned) (nullable): which causes the rows stand for */
};

G_DEFINE_FINAL_TYPE (IonCausesList, ion_causes_list, GTK_TYPE_WIDGET)

static void
ion_causes_list_dispose (GObject *object)
{
  g_clear_pointer (&ION_CAUSES_LIST (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_causes_list_parent_class)->dispose (object);
}

static void
ion_causes_list_finalize (GObject *object)
{
  IonCausesList *self = ION_CAUSES_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shape);
  G_OBJECT_CLASS (ion_causes_list_parent_class)->finalize (object);
}

static void
ion_causes_list_class_init (IonCausesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_causes_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_causes_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ion_causes_list_init (IonCausesList *self)
{
  self->rows = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to know"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->header = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->header), _ ("What to know"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->header));
  self->doubts = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->doubts),
                                 _ ("Doubts about the file, accepted by a person"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->doubts), FALSE);
  adw_action_row_set_subtitle_lines (self->doubts, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), FALSE);
  adw_expander_row_add_row (self->header, GTK_WIDGET (self->doubts));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ion_causes_list_new (void)
{
  return g_object_new (ION_TYPE_CAUSES_LIST, NULL);
}

/* (transfer full) */
static char *
get_shape (GPtrArray *causes)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const IonCampaignCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (shape, "%u %s\n", cause->state, cause->code);
    }
  return g_string_free (shape, FALSE);
}

/* What only a person can decide is not folded away. */
static gboolean
stands_out (const IonCampaignCause *cause)
{
  return cause->state == ION_DELIVERY_UNCERTAIN;
}

static void
remove_rows (IonCausesList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_parent (row) == self->list)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      else
        adw_expander_row_remove (self->header, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
make_rows (IonCausesList *self, GPtrArray *causes)
{
  remove_rows (self);
  for (guint i = 0; i < causes->len; i++)
    {
      GtkWidget *row = ion_cause_row_new ();

      if (stands_out (g_ptr_array_index (causes, i)))
        gtk_list_box_insert (GTK_LIST_BOX (self->list), row, (int) i);
      else
        adw_expander_row_add_row (self->header, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_header (IonCausesList *self)
{
  gboolean has_rows = gtk_widget_get_visible (GTK_WIDGET (self->doubts));

  for (guint i = 0; i < self->rows->len; i++)
    has_rows |= gtk_widget_get_parent (g_ptr_array_index (self->rows, i)) != self->list;
  gtk_widget_set_visible (GTK_WIDGET (self->header), has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self), has_rows || self->rows->len > 0);
}

/* "Outcome unknown: 3 · Not accepted: 15"; causes of one state are one number. (transfer full) */
static char *
tell_in_a_line (GPtrArray *causes)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < causes->len;)
    {
      const IonCampaignCause *first = g_ptr_array_index (causes, i);
      gint64 count = 0;
      g_autofree char *number = NULL;

      for (; i < causes->len &&
             ((IonCampaignCause *) g_ptr_array_index (causes, i))->state == first->state;
           i++)
        count += ((IonCampaignCause *) g_ptr_array_index (causes, i))->count;
      number = ion_format_count (count);
      if (line->len > 0)
        g_string_append (line, " · ");
      /* Translators: “Not accepted: 15” */
      g_string_append_printf (line, _ ("%1$s: %2$s"), first->title, number);
    }
  return g_string_free (line, FALSE);
}

void
ion_causes_list_set_causes (IonCausesList *self, GPtrArray *causes)
{
  g_autofree char *shape = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (ION_IS_CAUSES_LIST (self) && causes != NULL);

  shape = get_shape (causes);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      make_rows (self, causes);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }
  for (guint i = 0; i < causes->len; i++)
    ion_cause_row_set_cause (g_ptr_array_index (self->rows, i), g_ptr_array_index (causes, i));
  line = tell_in_a_line (causes);
  adw_expander_row_set_subtitle (self->header, line);
  show_header (self);
}

void
ion_causes_list_set_doubts (IonCausesList *self, const char *sentences)
{
  g_return_if_fail (ION_IS_CAUSES_LIST (self));

  adw_action_row_set_subtitle (self->doubts, sentences != NULL ? sentences : "");
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), sentences != NULL);
  show_header (self);
}

void
ion_causes_list_set_expanded (IonCausesList *self, gboolean is_expanded)
{
  g_return_if_fail (ION_IS_CAUSES_LIST (self));

  adw_expander_row_set_expanded (self->header, is_expanded);
}
