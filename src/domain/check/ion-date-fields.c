/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which fields of a template are dates, although nothing falls due: the day of an appointment, of
 * an expiry. The format that a text asks for says so.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-date-fields.h"

#include "ion-field-text.h"

static void
collect (GPtrArray *nodes, GHashTable *found)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->key != NULL &&
          (node->format == ION_FIELD_FORMAT_DATE || node->format == ION_FIELD_FORMAT_LONG_DATE))
        g_hash_table_add (found, g_strdup (node->key));
      collect (node->children, found);
    }
}

static void
collect_from (const char *text, GHashTable *found)
{
  g_autoptr (IonFieldText) parsed =
      text != NULL ? ion_field_text_parse (text, "", ION_ESCAPE_MARKDOWN, NULL) : NULL;

  if (parsed != NULL)
    collect (parsed->nodes, found);
}

static void
collect_from_variant (const IonTemplateText *text, GHashTable *found)
{
  collect_from (text->subject, found);
  collect_from (text->markdown, found);
}

/**
 * ion_date_fields_find:
 * @template_: a template
 *
 * Returns: (transfer full) (element-type utf8): names, folded, of the fields that its texts write
 *   as days
 */
GHashTable *
ion_date_fields_find (const IonTemplate *template_)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_from_variant (template_->main, found);
  for (guint i = 0; i < template_->variants->len; i++)
    collect_from_variant (g_ptr_array_index (template_->variants, i), found);
  return found;
}
