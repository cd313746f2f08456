/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The filter over the journal. It wraps: at the width of a phone its parts stand below each other.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-journal-filter-bar.h"

#include "ion-moment.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SPAN_EVER,
  SPAN_TODAY,
  SPAN_WEEK,
  SPAN_MONTH,
  SPAN_YEAR,
  SPAN_RANGE,
} Span;

struct _IonJournalFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *box;         /* (unowned) */
  GtkSearchEntry *text;   /* (unowned) */
  GtkDropDown *kind;      /* (unowned) */
  GtkDropDown *who;       /* (unowned) */
  GtkDropDown *span;      /* (unowned) */
  GtkWidget *first_child; /* (unowned) */
  GtkWidget *last_child;  /* (unowned) */
  GtkEntry *first;        /* (unowned): of a span of one's own */
  GtkEntry *last;         /* (unowned) */
  GtkStringList *kinds;   /* (unowned) */
  GtkStringList *people;  /* (unowned): "Everybody" first */
  gboolean is_setting;    /* nobody chose what changes now */
};

G_DEFINE_FINAL_TYPE (IonJournalFilterBar, ion_journal_filter_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

static gint64
get_since (Span span)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  IonDate today;
  int hour, minute, second;
  gint64 midnight;

  ion_moment_to_local (now, &today, &hour, &minute, &second);
  midnight = now - hour * 3600 - minute * 60 - second;
  switch (span)
    {
    case SPAN_TODAY:
      return midnight;
    case SPAN_WEEK:
      return midnight - 6 * 86400;
    case SPAN_MONTH:
      return midnight - 29 * 86400;
    case SPAN_YEAR:
      today.month = 1;
      today.day = 1;
      return ion_moment_from_local (&today, 0, 0, 0);
    default:
      return 0;
    }
}

/* 0 where there is no day, or none that can be read: that side is open. */
static gint64
get_edge (GtkEntry *entry, gboolean is_end)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  IonDate date;
  gboolean is_day = *text != '\0' && ion_date_parse (text, &date, NULL);

  if (is_day || *text == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_day || *text == '\0' ? GTK_ACCESSIBLE_INVALID_FALSE
                                                       : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (!is_day)
    return 0;
  if (is_end)
    date = ion_date_add_days (&date, 1);
  return ion_moment_from_local (&date, 0, 0, 0);
}

static gboolean
is_range (IonJournalFilterBar *self)
{
  return gtk_drop_down_get_selected (self->span) == SPAN_RANGE;
}

static void
changed_cb (IonJournalFilterBar *self)
{
  if (!self->is_setting)
    g_signal_emit (self, changed_signal, 0);
}

static void
range_cb (IonJournalFilterBar *self)
{
  if (is_range (self))
    changed_cb (self);
}

static void
span_cb (IonJournalFilterBar *self)
{
  gtk_widget_set_visible (self->first_child, is_range (self));
  gtk_widget_set_visible (self->last_child, is_range (self));
  changed_cb (self);
}

static void
ion_journal_filter_bar_dispose (GObject *object)
{
  IonJournalFilterBar *self = ION_JOURNAL_FILTER_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_journal_filter_bar_parent_class)->dispose (object);
}

static void
ion_journal_filter_bar_class_init (IonJournalFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_journal_filter_bar_dispose;
  changed_signal = g_signal_new ("changed", ION_TYPE_JOURNAL_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/journal/"
                                                             "ion-journal-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, text);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, kind);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, who);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, span);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, kinds);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, people);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, first_child);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, last_child);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, first);
  gtk_widget_class_bind_template_child (widget_class, IonJournalFilterBar, last);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_cb);
}

static void
ion_journal_filter_bar_init (IonJournalFilterBar *self)
{
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ION_N_JOURNAL_KINDS; i++)
    gtk_string_list_append (self->kinds, ion_journal_kind_get_label (i));
  gtk_drop_down_set_selected (self->kind, 0);
  self->is_setting = FALSE;
}

void
ion_journal_wish_free (IonJournalWish *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->text);
  g_free (self->actions);
  g_free (self);
}

IonJournalWish *
ion_journal_filter_bar_get_wish (IonJournalFilterBar *self)
{
  IonJournalWish *wish = g_new0 (IonJournalWish, 1);
  guint who;

  g_return_val_if_fail (ION_IS_JOURNAL_FILTER_BAR (self), wish);

  who = gtk_drop_down_get_selected (self->who);
  if (who != 0 && who != GTK_INVALID_LIST_POSITION)
    wish->who = g_strdup (gtk_string_list_get_string (self->people, who));
  wish->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  wish->actions = ion_journal_kind_list_actions (
      MIN (gtk_drop_down_get_selected (self->kind), ION_N_JOURNAL_KINDS - 1));
  wish->filter = (IonJournalFilter){ .since = get_since (gtk_drop_down_get_selected (self->span)),
                                     .who = wish->who,
                                     .text = wish->text,
                                     .actions = (const char *const *) wish->actions };
  if (is_range (self))
    {
      wish->filter.since = get_edge (self->first, FALSE);
      wish->filter.until = get_edge (self->last, TRUE);
    }
  return wish;
}

void
ion_journal_filter_bar_set_people (IonJournalFilterBar *self, const char *const *people)
{
  g_autofree char *chosen = NULL;
  guint who, n;

  g_return_if_fail (ION_IS_JOURNAL_FILTER_BAR (self));

  who = gtk_drop_down_get_selected (self->who);
  if (who != 0 && who != GTK_INVALID_LIST_POSITION)
    chosen = g_strdup (gtk_string_list_get_string (self->people, who));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  self->is_setting = TRUE;
  gtk_string_list_splice (self->people, 1, n - 1, people);
  who = 0;
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    if (g_strcmp0 (people[i], chosen) == 0)
      who = i + 1;
  gtk_drop_down_set_selected (self->who, who);
  self->is_setting = FALSE;
}

gboolean
ion_journal_filter_bar_is_open (IonJournalFilterBar *self)
{
  return gtk_drop_down_get_selected (self->kind) == 0 &&
         gtk_drop_down_get_selected (self->who) == 0 &&
         gtk_drop_down_get_selected (self->span) == 0 &&
         *gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0';
}

void
ion_journal_filter_bar_clear (IonJournalFilterBar *self)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->who, 0);
  gtk_drop_down_set_selected (self->span, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  self->is_setting = FALSE;
  changed_cb (self);
}

void
ion_journal_filter_bar_focus_search (IonJournalFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
