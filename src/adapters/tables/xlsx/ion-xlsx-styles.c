/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A cell names a style, the style a number format, the format is named or written out: what matters
 * of all that is one IonCellFormat a style. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-styles.h"
#include "ion-cell-format.h"
#include "ion-table-limits.h"
#include "ion-xlsx-book.h"
#include "ion-xml-stream.h"

#include <string.h>

typedef struct
{
  GHashTable *codes; /* (owned) (element-type guint IonCellFormat): formats that are written out */
  GArray *formats;   /* (unowned) (element-type IonCellFormat) */
  gboolean in_codes;
  gboolean in_styles;
} Reading;

static void
read_code (Reading *reading, const IonXmlAttribute *attributes, gsize n_attributes)
{
  g_autofree char *code = ion_xml_attribute_dup (attributes, n_attributes, NULL, "formatCode");
  guint64 id;
  IonCellFormat *format;

  if (code == NULL || g_hash_table_size (reading->codes) >= ION_TABLE_STYLES_MAX ||
      !ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes, NULL,
                                                             "numFmtId"),
                                     G_MAXINT, &id))
    return;
  format = g_new0 (IonCellFormat, 1);
  ion_cell_format_from_code (format, code);
  g_hash_table_replace (reading->codes, GUINT_TO_POINTER ((guint) id), format);
}

static void
read_style (Reading *reading, const IonXmlAttribute *attributes, gsize n_attributes)
{
  IonCellFormat format = { 0 };
  const IonCellFormat *known;
  guint64 id;

  if (reading->formats->len >= ION_TABLE_STYLES_MAX)
    return;
  if (ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes, NULL,
                                                            "numFmtId"),
                                    G_MAXINT, &id))
    {
      known = g_hash_table_lookup (reading->codes, GUINT_TO_POINTER ((guint) id));
      if (known != NULL)
        format = *known;
      else
        ion_cell_format_from_builtin (&format, (guint) id);
    }
  g_array_append_val (reading->formats, format);
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Reading *reading = data;

  if (strcmp (name, "numFmts") == 0)
    reading->in_codes = TRUE;
  else if (strcmp (name, "cellXfs") == 0)
    reading->in_styles = TRUE;
  else if (reading->in_codes && strcmp (name, "numFmt") == 0)
    read_code (reading, attributes, n_attributes);
  else if (reading->in_styles && strcmp (name, "xf") == 0)
    read_style (reading, attributes, n_attributes);
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  Reading *reading = data;

  if (strcmp (name, "numFmts") == 0)
    reading->in_codes = FALSE;
  else if (strcmp (name, "cellXfs") == 0)
    reading->in_styles = FALSE;
}

/**
 * ion_xlsx_styles_read:
 * @archive: a workbook
 * @part: where its styles are
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type IonCellFormat): by the number of the style
 */
GArray *
ion_xlsx_styles_read (IonZipArchive *archive, const char *part, GError **error)
{
  static const IonXmlHandler handler = { ion_xlsx_namespaces, start_cb, end_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) formats = g_array_new (FALSE, TRUE, sizeof (IonCellFormat));
  Reading reading = { .codes = codes, .formats = formats };

  if (!ion_xml_stream_read_member (archive, part, &handler, &reading, NULL, error))
    return NULL;
  return g_steal_pointer (&formats);
}
