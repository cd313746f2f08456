/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Cells name their texts by number, in any order: so all of them are kept, end to end, and four
 * bytes a text for where it begins. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-strings.h"
#include "ion-table.h"
#include "ion-xlsx-book.h"
#include "ion-xlsx-text.h"
#include "ion-xml-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _IonXlsxStrings
{
  GString *text;  /* (owned) */
  GArray *starts; /* (owned) (element-type guint32): where texts begin, and where the last ends */
  gsize longest;
};

typedef struct
{
  IonXlsxStrings *strings; /* (unowned) */
  IonXmlStream *stream;    /* (unowned) */
  gsize max;
  gsize start; /* of the text being read */
  gboolean in_item;
  gboolean in_text;
  gboolean in_phonetic;
  gboolean is_too_large;
} Reading;

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Reading *reading = data;

  if (strcmp (name, "si") == 0)
    {
      reading->in_item = TRUE;
      reading->in_phonetic = FALSE;
      reading->start = reading->strings->text->len;
    }
  else if (ion_xml_name_is (name, 't'))
    reading->in_text = reading->in_item && !reading->in_phonetic;
  else if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = TRUE;
}

static void
end_item (Reading *reading)
{
  IonXlsxStrings *strings = reading->strings;
  guint32 end;

  if (!reading->in_item)
    return;
  reading->in_item = FALSE;
  ion_xlsx_text_finish (strings->text, reading->start);
  end = (guint32) strings->text->len;
  strings->longest = MAX (strings->longest, strings->text->len - reading->start);
  g_array_append_val (strings->starts, end);
  if (strings->text->len + strings->starts->len * sizeof (guint32) > reading->max)
    {
      reading->is_too_large = TRUE;
      ion_xml_stream_stop (reading->stream);
    }
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  Reading *reading = data;

  if (ion_xml_name_is (name, 't'))
    reading->in_text = FALSE;
  else if (strcmp (name, "si") == 0)
    end_item (reading);
  else if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = FALSE;
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  Reading *reading = data;

  if (reading->in_text)
    ion_xlsx_text_append (reading->strings->text, reading->start, text, size);
}

/**
 * ion_xlsx_strings_read:
 * @archive: a workbook
 * @part: (nullable): where its shared texts are; %NULL where it has none
 * @max: how many bytes they may take, with four for each text
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the texts
 */
IonXlsxStrings *
ion_xlsx_strings_read (IonZipArchive *archive, const char *part, gsize max, GError **error)
{
  static const IonXmlHandler handler = { ion_xlsx_namespaces, start_cb, end_cb, text_cb };
  g_autoptr (IonXlsxStrings) self = g_new0 (IonXlsxStrings, 1);
  Reading reading = { .strings = self, .max = max };
  guint32 none = 0;

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, none);
  if (part != NULL &&
      !ion_xml_stream_read_member (archive, part, &handler, &reading, &reading.stream, error))
    return NULL;
  if (reading.is_too_large)
    {
      g_autofree char *most = g_format_size_full (max, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                   /* Translators: a size, as in “256 MiB” */
                   _ ("The texts of the workbook take more than %s. Split it into several files."),
                   most);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ion_xlsx_strings_free (IonXlsxStrings *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/* Returns: how long the longest of them is */
gsize
ion_xlsx_strings_get_longest (const IonXlsxStrings *self)
{
  return self->longest;
}

/**
 * ion_xlsx_strings_get:
 * @self: texts
 * @i: a number that a cell has named
 * @size: (out): how long that text is
 *
 * Returns: (transfer none) (nullable): the text, without a NUL; %NULL where there is none
 */
const char *
ion_xlsx_strings_get (const IonXlsxStrings *self, guint64 i, gsize *size)
{
  guint32 start, end;

  if (i + 1 >= self->starts->len)
    return NULL;
  start = g_array_index (self->starts, guint32, i);
  end = g_array_index (self->starts, guint32, i + 1);
  *size = end - start;
  return self->text->str + start;
}
