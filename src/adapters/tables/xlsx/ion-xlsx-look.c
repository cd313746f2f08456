/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Whether a sheet holds anything: it is read no further than its first filled cell. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-look.h"
#include "ion-xlsx-book.h"
#include "ion-xml-stream.h"

typedef struct
{
  IonXmlStream *stream; /* (unowned) */
  gboolean in_value;
  gboolean are_any;
} Looking;

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Looking *looking = data;

  looking->in_value = ion_xml_name_is (name, 'v') || ion_xml_name_is (name, 't');
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  Looking *looking = data;

  looking->in_value = FALSE;
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  Looking *looking = data;

  if (!looking->in_value)
    return;
  looking->are_any = TRUE;
  ion_xml_stream_stop (looking->stream);
}

/**
 * ion_xlsx_look_for_cells:
 * @archive: a workbook
 * @part: a sheet of it
 * @are_any: (out): whether a cell of it is filled
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
ion_xlsx_look_for_cells (IonZipArchive *archive,
                         const char *part,
                         gboolean *are_any,
                         GError **error)
{
  static const IonXmlHandler handler = { ion_xlsx_namespaces, start_cb, end_cb, text_cb };
  Looking looking = { 0 };

  if (!ion_xml_stream_read_member (archive, part, &handler, &looking, &looking.stream, error))
    return FALSE;
  *are_any = looking.are_any;
  return TRUE;
}
