/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Five thousand messages cannot be read; the ones at the edges can, and any that somebody asks for.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-rows-group.h"

#include "ion-ledger-deliveries.h"
#include "ion-number.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* Rows left out lie between those that are sent; so many in a row are passed over. */
#define STEPS_MAX 500

struct _IonRowsGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *row;   /* (unowned) */
  GtkWidget *previous; /* (unowned) */
  GtkEntry *number;    /* (unowned) */
  GtkWidget *next;     /* (unowned) */
  GtkBox *chips;       /* (unowned) */
  char *edges;         /* (owned) (nullable): the rows that the chips lead to */
  gint64 shown;
};

G_DEFINE_FINAL_TYPE (IonRowsGroup, ion_rows_group, ION_TYPE_DRAFT_GROUP)

/* A row to be found: @row itself, or where @step says the next one that has a message. */
typedef struct
{
  char *campaign; /* (owned) */
  gint64 row;
  int step; /* -1, 0, 1 */
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_free (self->campaign);
  g_free (self);
}

static gboolean
has_message (IonLedger *ledger, const Search *search, gint64 row)
{
  g_autoptr (IonDelivery) delivery = ion_ledger_get_delivery (ledger, search->campaign, row, NULL);

  return delivery != NULL && delivery->fields != NULL && delivery->state != ION_DELIVERY_EXCLUDED;
}

static gpointer
search_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  IonLedger *ledger = ion_office_get_ledger (office);
  gint64 row = search->row + search->step;

  for (int i = 0; i < STEPS_MAX && row > 0; i++, row += search->step)
    {
      if (has_message (ledger, search, row))
        return g_memdup2 (&row, sizeof row);
      if (search->step == 0 || g_cancellable_is_cancelled (cancellable))
        break;
    }
  return NULL;
}

static void
show_row (IonRowsGroup *self, gint64 row)
{
  adw_action_row_set_subtitle (self->row, "");
  ion_draft_editor_show_row (ion_draft_group_get_editor (ION_DRAFT_GROUP (self)), row);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRowsGroup *self = ION_ROWS_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *row = ion_desk_run_finish (result, &error);

  if (error != NULL)
    return;
  if (row != NULL)
    show_row (self, *row);
  else
    adw_action_row_set_subtitle (self->row, _ ("There is no message in such a row."));
}

static void
search (IonRowsGroup *self, gint64 row, int step)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const char *campaign = ion_draft_editor_get_prepared (ion_draft_group_get_editor (group));
  Search *search;

  if (campaign == NULL)
    return;
  search = g_new0 (Search, 1);
  search->campaign = g_strdup (campaign);
  search->row = row;
  search->step = step;
  ion_draft_group_run (group, search_func, search, search_free, g_free, found_cb);
}

static void
previous_cb (IonRowsGroup *self)
{
  search (self, self->shown, -1);
}

static void
next_cb (IonRowsGroup *self)
{
  search (self, self->shown, 1);
}

static void
number_cb (IonRowsGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  guint64 row = 0;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &row, NULL))
    search (self, (gint64) row, 0);
  else
    adw_action_row_set_subtitle (self->row, _ ("There is no message in such a row."));
}

static void
chip_cb (GtkButton *chip, IonRowsGroup *self)
{
  show_row (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "row")));
}

/* One chip a row, in the words that come first. */
static gboolean
has_chip (IonRowsGroup *self, gint64 row)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "row")) == row)
      return TRUE;
  return FALSE;
}

/* "the highest amount" stands alone here: with a capital. */
static char *
capitalize (const char *words)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first);
  return g_strconcat (first, *words != '\0' ? g_utf8_next_char (words) : "", NULL);
}

static void
add_chip (IonRowsGroup *self, const char *words, gint64 row)
{
  g_autofree char *name = capitalize (words);
  g_autofree char *tooltip = NULL;
  GtkWidget *chip, *label;

  if (row <= 0 || row > G_MAXINT || has_chip (self, row))
    return;
  tooltip = g_strdup_printf (_ ("Show row %s on the phone"), ion_number (row).text);
  chip = gtk_button_new_with_label (name);
  label = gtk_button_get_child (GTK_BUTTON (chip));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (chip, tooltip);
  g_object_set_data (G_OBJECT (chip), "row", GINT_TO_POINTER ((int) row));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  gtk_box_append (self->chips, chip);
}

static void
fill_chips (IonRowsGroup *self, const IonDraftSample *sample)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  if (sample == NULL)
    return;
  add_chip (self, _ ("Longest text"), sample->longest_text_row);
  add_chip (self, _ ("Shortest text"), sample->shortest_text_row);
  add_chip (self, _ ("Longest title"), sample->longest_subject_row);
  for (guint i = 0; i < sample->odd_rows->len; i++)
    {
      const IonDraftRow *row = g_ptr_array_index (sample->odd_rows, i);

      if (row->why != NULL)
        add_chip (self, row->why, row->row);
    }
}

/* Made anew only where they lead elsewhere: one of them may have the focus. */
static void
update_chips (IonRowsGroup *self, const IonDraftSample *sample)
{
  g_autoptr (GString) edges = g_string_new (NULL);

  if (sample != NULL)
    {
      g_string_printf (edges, "%d %d %d", (int) sample->longest_text_row,
                       (int) sample->shortest_text_row, (int) sample->longest_subject_row);
      for (guint i = 0; i < sample->odd_rows->len; i++)
        g_string_append_printf (edges, " %d",
                                (int) ((IonDraftRow *) g_ptr_array_index (sample->odd_rows, i))
                                    ->row);
    }
  if (g_strcmp0 (edges->str, self->edges) == 0)
    return;
  g_free (self->edges);
  self->edges = g_strdup (edges->str);
  fill_chips (self, sample);
}

static void
ion_rows_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonRowsGroup *self = ION_ROWS_GROUP (group);
  IonDraftEditor *editor = ion_draft_group_get_editor (group);
  const IonDraftSample *sample = ion_draft_editor_get_sample (editor);
  gboolean is_prepared = ion_draft_editor_get_prepared (editor) != NULL;
  gint64 shown = ion_draft_editor_get_shown_row (editor);

  update_chips (self, sample);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), sample != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), is_prepared);
  gtk_widget_set_sensitive (self->previous, shown > 0);
  if (shown != self->shown)
    {
      g_autofree char *text =
          shown > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, shown) : g_strdup ("");

      self->shown = shown;
      gtk_editable_set_text (GTK_EDITABLE (self->number), text);
    }
}

static void
ion_rows_group_finalize (GObject *object)
{
  g_free (ION_ROWS_GROUP (object)->edges);
  G_OBJECT_CLASS (ion_rows_group_parent_class)->finalize (object);
}

static void
ion_rows_group_class_init (IonRowsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_rows_group_finalize;
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_rows_group_refresh;
  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-rows-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRowsGroup, row);
  gtk_widget_class_bind_template_child (widget_class, IonRowsGroup, previous);
  gtk_widget_class_bind_template_child (widget_class, IonRowsGroup, number);
  gtk_widget_class_bind_template_child (widget_class, IonRowsGroup, next);
  gtk_widget_class_bind_template_child (widget_class, IonRowsGroup, chips);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ion_rows_group_init (IonRowsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
