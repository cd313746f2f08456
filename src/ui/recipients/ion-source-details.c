/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Encoding, separator and sheet: what was recognised stands first, what may be said instead below.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-details.h"

#include "ion-format.h"
#include "ion-source-change.h"

#include <glib/gi18n-lib.h>

struct _IonSourceDetails
{
  AdwBin parent_instance;

  GtkLabel *format;
  GtkWidget *sheet_row;
  GtkDropDown *sheet;
  GtkWidget *encoding_row;
  GtkDropDown *encoding;
  GtkWidget *separator_row;
  GtkDropDown *separator;
  GtkDropDown *header;

  IonDraftEditor *editor; /* (owned) (nullable) */
  GStrv sheets;           /* (owned) (nullable) */
  char *sheet_read;       /* (owned) (nullable) */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (IonSourceDetails, ion_source_details, ADW_TYPE_BIN)

static const char *const encodings[] = { "UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE",
                                         "UTF-16BE" };
static const char separators[] = { ';', ',', '\t', '|' };

/* A header further below is found by its names alone. */
#define HEADER_ROWS 20

static IonDraft *
get_draft (IonSourceDetails *self)
{
  return ion_draft_editor_get_draft (self->editor);
}

static void
sheet_cb (IonSourceDetails *self)
{
  guint index = gtk_drop_down_get_selected (self->sheet);

  if (self->is_filling || self->sheets == NULL || index >= g_strv_length (self->sheets))
    return;
  ion_source_change_sheet (GTK_WIDGET (self), self->editor, self->sheets[index]);
}

/* Recognised, none, and then the first rows. */
static void
header_cb (IonSourceDetails *self)
{
  guint index = gtk_drop_down_get_selected (self->header);

  if (self->is_filling || index > HEADER_ROWS + 1)
    return;
  ion_source_change_header (GTK_WIDGET (self), self->editor,
                            index == 0   ? 0
                            : index == 1 ? ION_TABLE_NO_HEADER
                                         : (gint64) index - 1);
}

/* The first of the list is what is recognised. */
static void
encoding_cb (IonSourceDetails *self)
{
  guint index = gtk_drop_down_get_selected (self->encoding);
  IonDraft *draft;

  if (self->is_filling || index > G_N_ELEMENTS (encodings))
    return;
  draft = get_draft (self);
  g_free (draft->encoding);
  draft->encoding = index > 0 ? g_strdup (encodings[index - 1]) : NULL;
  ion_draft_editor_tell_source (self->editor);
}

static void
separator_cb (IonSourceDetails *self)
{
  guint index = gtk_drop_down_get_selected (self->separator);

  if (self->is_filling || index > G_N_ELEMENTS (separators))
    return;
  get_draft (self)->separator = index > 0 ? separators[index - 1] : 0;
  ion_draft_editor_tell_source (self->editor);
}

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ';':
      return _ ("Semicolon");
    case ',':
      return _ ("Comma");
    case '\t':
      return _ ("Tab");
    case '|':
      return _ ("Vertical bar");
    default:
      return _ ("Another one");
    }
}

static const char *
name_format (const char *format)
{
  if (g_str_equal (format, "csv"))
    return _ ("Text with separators (csv)");
  if (g_str_equal (format, "xlsx") || g_str_equal (format, "xls"))
    /* Translators: the format of a file */
    return g_str_equal (format, "xls") ? _ ("Old Excel (xls)") : _ ("Excel (xlsx)");
  if (g_str_equal (format, "ods"))
    return _ ("LibreOffice (ods)");
  if (g_str_equal (format, "html"))
    return _ ("Web page");
  if (g_str_equal (format, "rows"))
    return _ ("Pasted rows");
  return format;
}

static void
fill_encodings (IonSourceDetails *self, const char *recognised)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: %s is an encoding of letters, "UTF-8" */
  g_autofree char *first = g_strdup_printf (_ ("As recognised: %s"), recognised);
  const char *chosen = get_draft (self)->encoding;
  guint selected = 0;

  gtk_string_list_append (names, chosen == NULL ? first : _ ("As recognised"));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gtk_string_list_append (names, encodings[i]);
      if (chosen != NULL && g_ascii_strcasecmp (chosen, encodings[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->encoding, selected);
}

static void
fill_separators (IonSourceDetails *self, char recognised)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: %s is "Semicolon" or the like */
  g_autofree char *first = g_strdup_printf (_ ("As recognised: %s"), name_separator (recognised));
  char chosen = get_draft (self)->separator;
  guint selected = 0;

  gtk_string_list_append (names, chosen == 0 ? first : _ ("As recognised"));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gtk_string_list_append (names, name_separator (separators[i]));
      if (chosen == separators[i])
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->separator, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->separator, selected);
}

static void
fill_header (IonSourceDetails *self, gint64 recognised)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *number = ion_format_count (recognised);
  /* Translators: no row of the file holds the names of its columns */
  const char *none = C_ ("header row", "None");
  const gint64 said = get_draft (self)->header_row;
  g_autofree char *first =
      g_strdup_printf (_ ("As recognised: %s"), recognised > 0 ? number : none);

  gtk_string_list_append (names, said == 0 ? first : _ ("As recognised"));
  gtk_string_list_append (names, none);
  for (gint64 row = 1; row <= HEADER_ROWS; row++)
    {
      g_autofree char *name = ion_format_count (row);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->header, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->header, said == ION_TABLE_NO_HEADER ? 1
                                            : said > 0                  ? (guint) said + 1
                                                                        : 0);
}

void
ion_source_details_show (IonSourceDetails *self, const IonDraftLook *look)
{
  g_return_if_fail (ION_IS_SOURCE_DETAILS (self));

  if (look == NULL)
    return;
  self->is_filling = TRUE;
  gtk_label_set_label (self->format, name_format (look->format));
  gtk_widget_set_visible (self->encoding_row, look->encoding != NULL);
  if (look->encoding != NULL)
    fill_encodings (self, look->encoding);
  gtk_widget_set_visible (self->separator_row, look->separator != 0);
  if (look->separator != 0)
    fill_separators (self, look->separator);
  fill_header (self, look->look->header_row);
  g_free (self->sheet_read);
  self->sheet_read = g_strdup (look->sheet);
  self->is_filling = FALSE;
}

void
ion_source_details_show_sheets (IonSourceDetails *self, const char *const *sheets)
{
  guint n;

  g_return_if_fail (ION_IS_SOURCE_DETAILS (self));

  self->is_filling = TRUE;
  g_strfreev (self->sheets);
  self->sheets = g_strdupv ((char **) sheets);
  n = self->sheets != NULL ? g_strv_length (self->sheets) : 0;
  gtk_widget_set_visible (self->sheet_row, n > 0);
  if (n > 0)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (sheets);

      gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
      for (guint i = 0; i < n; i++)
        {
          if (g_strcmp0 (self->sheets[i], self->sheet_read) == 0)
            gtk_drop_down_set_selected (self->sheet, i);
        }
      gtk_widget_set_sensitive (GTK_WIDGET (self->sheet), n > 1);
    }
  self->is_filling = FALSE;
}

static void
ion_source_details_dispose (GObject *object)
{
  g_clear_object (&ION_SOURCE_DETAILS (object)->editor);
  G_OBJECT_CLASS (ion_source_details_parent_class)->dispose (object);
}

static void
ion_source_details_finalize (GObject *object)
{
  g_strfreev (ION_SOURCE_DETAILS (object)->sheets);
  g_free (ION_SOURCE_DETAILS (object)->sheet_read);
  G_OBJECT_CLASS (ion_source_details_parent_class)->finalize (object);
}

static void
ion_source_details_class_init (IonSourceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_source_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_source_details_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-source-details.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, format);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, sheet);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, encoding);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, separator_row);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, separator);
  gtk_widget_class_bind_template_child (widget_class, IonSourceDetails, header);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_cb);
  gtk_widget_class_bind_template_callback (widget_class, separator_cb);
}

static void
ion_source_details_init (IonSourceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_source_details_set_editor (IonSourceDetails *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_SOURCE_DETAILS (self));

  g_set_object (&self->editor, editor);
}
