/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The parts of a workbook may be called anything: relationships say which is what. Targets are
 * names in the archive and nothing else; those that lead out of it are never followed.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-rels.h"
#include "ion-table-limits.h"
#include "ion-xml-stream.h"

#include <string.h>

#define RELS_MAX (ION_TABLE_SHEETS_MAX * 10)

typedef struct
{
  const char *part; /* (unowned) */
  GPtrArray *rels;  /* (unowned) */
} Reading;

static const char *const namespaces[] = {
  "http://schemas.openxmlformats.org/package/2006/relationships", NULL
};

static void
rel_free (IonXlsxRel *self)
{
  g_free (self->id);
  g_free (self->type);
  g_free (self->target);
  g_free (self);
}

/* Returns: (transfer full): @target as seen from @part: "../media/x" from "xl/a.xml": "media/x" */
static char *
resolve (const char *part, const char *target)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autofree char *whole = NULL;
  g_auto (GStrv) words = NULL;
  const char *slash = strrchr (part, '/');

  if (target[0] == '/' || slash == NULL)
    whole = g_strdup (target);
  else
    whole = g_strdup_printf ("%.*s/%s", (int) (slash - part), part, target);
  words = g_strsplit (whole, "/", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "..") == 0 && path->len > 0)
        g_ptr_array_set_size (path, (int) path->len - 1);
      else if (words[i][0] != '\0' && strcmp (words[i], ".") != 0 && strcmp (words[i], "..") != 0)
        g_ptr_array_add (path, words[i]);
    }
  g_ptr_array_add (path, NULL);
  return g_strjoinv ("/", (char **) path->pdata);
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Reading *reading = data;
  g_autofree char *id = ion_xml_attribute_dup (attributes, n_attributes, NULL, "Id");
  g_autofree char *type = ion_xml_attribute_dup (attributes, n_attributes, NULL, "Type");
  g_autofree char *target = ion_xml_attribute_dup (attributes, n_attributes, NULL, "Target");
  IonXlsxRel *rel;
  const char *slash;

  if (strcmp (name, "Relationship") != 0 || type == NULL || target == NULL ||
      reading->rels->len >= RELS_MAX ||
      ion_xml_attribute_equals (ion_xml_attribute_find (attributes, n_attributes, NULL,
                                                        "TargetMode"),
                                "External"))
    return;
  slash = strrchr (type, '/');
  rel = g_new0 (IonXlsxRel, 1);
  rel->id = id != NULL ? g_steal_pointer (&id) : g_strdup ("");
  rel->type = g_strdup (slash != NULL ? slash + 1 : type);
  rel->target = resolve (reading->part, target);
  g_ptr_array_add (reading->rels, rel);
}

/**
 * ion_xlsx_rels_read:
 * @archive: a workbook
 * @part: the part whose relationships are read; "" for those of the workbook itself
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type IonXlsxRel): none where the part has none
 */
GPtrArray *
ion_xlsx_rels_read (IonZipArchive *archive, const char *part, GError **error)
{
  static const IonXmlHandler handler = { .namespaces = namespaces, .start = start_cb };
  g_autoptr (GPtrArray) rels = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_free);
  const char *slash = strrchr (part, '/');
  g_autofree char *name =
      g_strdup_printf ("%.*s_rels/%s.rels", slash != NULL ? (int) (slash - part) + 1 : 0, part,
                       slash != NULL ? slash + 1 : part);
  Reading reading = { .part = part, .rels = rels };

  if (ion_zip_archive_find (archive, name) != NULL &&
      !ion_xml_stream_read_member (archive, name, &handler, &reading, NULL, error))
    return NULL;
  return g_steal_pointer (&rels);
}

/**
 * ion_xlsx_rels_find:
 * @self: (element-type IonXlsxRel): relationships
 * @type: "worksheet"
 * @id: (nullable): which of that type; %NULL for the first
 *
 * Returns: (transfer none) (nullable): the relationship
 */
const IonXlsxRel *
ion_xlsx_rels_find (GPtrArray *self, const char *type, const char *id)
{
  for (guint i = 0; i < self->len; i++)
    {
      const IonXlsxRel *rel = g_ptr_array_index (self, i);

      if (strcmp (rel->type, type) == 0 && (id == NULL || strcmp (rel->id, id) == 0))
        return rel;
    }
  return NULL;
}
