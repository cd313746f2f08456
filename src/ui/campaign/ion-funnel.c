/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The funnel. Its numbers are text first; the bars only show them once more.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-funnel.h"

#include "ion-campaign-summary.h"
#include "ion-format.h"
#include "ion-funnel-bar.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

enum
{
  RECIPIENTS,
  REACHABLE,
  DELIVERED,
  READ,
  PAID,
  N_STAGES,
};

/* Translators: these stand beside a number of people */
static const char *const stage_names[N_STAGES] = {
  NC_ ("funnel", "recipients"), NC_ ("funnel", "reachable"), NC_ ("funnel", "delivered"),
  NC_ ("funnel", "read"),       NC_ ("funnel", "paid"),
};

typedef struct
{
  GtkWidget *line;   /* (unowned): all of it */
  GtkWidget *bar;    /* (unowned) */
  GtkWidget *number; /* (unowned) */
  GtkWidget *note;   /* (unowned) */
} Stage;

struct _IonFunnel
{
  GtkWidget parent_instance;

  GtkWidget *lines;      /* (owned) */
  GtkSizeGroup *numbers; /* (owned) */
  GtkSizeGroup *names;   /* (owned) */
  Stage stages[N_STAGES];
};

G_DEFINE_FINAL_TYPE (IonFunnel, ion_funnel, GTK_TYPE_WIDGET)

static void
ion_funnel_dispose (GObject *object)
{
  IonFunnel *self = ION_FUNNEL (object);

  g_clear_pointer (&self->lines, gtk_widget_unparent);
  g_clear_object (&self->numbers);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (ion_funnel_parent_class)->dispose (object);
}

static void
ion_funnel_class_init (IonFunnelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_funnel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "funnel");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
label_new (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Name and note. */
static GtkWidget *
add_names (Stage *stage, const char *name)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (names), label_new (name, 0, "body"));
  stage->note = label_new ("", 0, "caption");
  gtk_widget_add_css_class (stage->note, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (stage->note), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (stage->note), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (stage->note), 34);
  gtk_widget_set_visible (stage->note, FALSE);
  gtk_box_append (GTK_BOX (names), stage->note);
  return names;
}

/* The bar has its words beside it, or below it where there is no room. */
static void
add_stage (IonFunnel *self, int i)
{
  Stage *stage = &self->stages[i];
  GtkLayoutManager *layout = g_object_new (ION_TYPE_WRAP_LAYOUT, "spacing", 12, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = add_names (stage, g_dpgettext2 (GETTEXT_PACKAGE, "funnel", stage_names[i]));

  stage->bar = ion_funnel_bar_new ();
  gtk_widget_set_valign (stage->bar, GTK_ALIGN_START);
  gtk_widget_set_margin_top (stage->bar, 4);
  stage->number = label_new ("", 1, "numeric");
  gtk_widget_add_css_class (stage->number, "heading");
  gtk_widget_set_valign (stage->number, GTK_ALIGN_START);
  gtk_size_group_add_widget (self->numbers, stage->number);
  gtk_size_group_add_widget (self->names, names);
  gtk_box_append (GTK_BOX (words), stage->number);
  gtk_box_append (GTK_BOX (words), names);
  stage->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (stage->line, layout);
  gtk_box_append (GTK_BOX (stage->line), stage->bar);
  gtk_box_append (GTK_BOX (stage->line), words);
  gtk_box_append (GTK_BOX (self->lines), stage->line);
}

static void
ion_funnel_init (IonFunnel *self)
{
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  for (int i = 0; i < N_STAGES; i++)
    add_stage (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How far the message got"), -1);
}

GtkWidget *
ion_funnel_new (void)
{
  return g_object_new (ION_TYPE_FUNNEL, NULL);
}

static void
set_stage (IonFunnel *self, int i, gint64 count, gint64 all)
{
  Stage *stage = &self->stages[i];
  gboolean is_known = count >= 0;
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "funnel", stage_names[i]);
  g_autofree char *share = ion_format_percent (MAX (0, count), all);
  g_autofree char *number = ion_format_count (count);
  g_autofree char *whole = ion_format_count (all);
  /* Translators: “3,412 delivered, 66.5% of 5,130” */
  g_autofree char *description =
      g_strdup_printf (_ ("%1$s %2$s, %3$s of %4$s"), number, name, share, whole);

  gtk_widget_set_visible (stage->bar, is_known);
  gtk_widget_set_visible (stage->line, is_known);
  if (!is_known)
    return;
  gtk_label_set_label (GTK_LABEL (stage->number), number);
  ion_funnel_bar_set (ION_FUNNEL_BAR (stage->bar), name, description,
                      all > 0 ? (double) count / (double) all : 0);
}

static void
append_note (GString *note, const char *format, gint64 count)
{
  g_autofree char *number = ion_format_count (count);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  if (count == 0)
    return;
  if (note->len > 0)
    g_string_append (note, " · ");
  g_string_append (note, parts[0]);
  g_string_append (note, number);
  g_string_append (note, parts[1] != NULL ? parts[1] : "");
}

/* Who of those that are not reachable uses IO, and who does not. (transfer full) */
static char *
tell_unreachable (const IonCampaignCounts *counts)
{
  gint64 absent = counts->by_state[ION_DELIVERY_NOT_ON_IO];
  gint64 off = counts->by_state[ION_DELIVERY_SWITCHED_OFF];
  GString *note = g_string_new (NULL);

  append_note (note, ngettext ("%s not reachable on IO", "%s not reachable on IO", (gulong) absent),
               absent);
  append_note (note,
               ngettext ("%s with the service not active", "%s with the service not active",
                         (gulong) off),
               off);
  return g_string_free (note, FALSE);
}

void
ion_funnel_set_counts (IonFunnel *self, const IonCampaignCounts *counts)
{
  IonCampaignOutline outline;
  g_autofree char *note = NULL;
  GtkWidget *label;

  g_return_if_fail (ION_IS_FUNNEL (self) && counts != NULL);

  ion_campaign_outline (counts, &outline);
  set_stage (self, RECIPIENTS, outline.recipients, outline.recipients);
  set_stage (self, REACHABLE, outline.reachable, outline.recipients);
  set_stage (self, DELIVERED, outline.delivered, outline.recipients);
  set_stage (self, READ, counts->read, outline.recipients);
  set_stage (self, PAID, counts->paid, outline.recipients);
  note = tell_unreachable (counts);
  label = self->stages[REACHABLE].note;
  gtk_label_set_label (GTK_LABEL (label), note);
  gtk_widget_set_visible (label, note[0] != '\0');
}
