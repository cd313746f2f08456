/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Columns to fields, as the person says it: pairs of the draft, which the next reading takes.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-column-list.h"

#include "ion-column-kind.h"
#include "ion-renderer.h"
#include "ion-source-change.h"

static void
column_entry_free (gpointer data)
{
  IonColumnEntry *self = data;

  g_free (self->name);
  g_free (self->said);
  g_free (self->field);
  g_free (self->sample);
  g_free (self);
}

static void
field_entry_free (gpointer data)
{
  IonFieldEntry *self = data;

  g_free (self->name);
  g_free (self->constant);
  g_free (self);
}

void
ion_column_list_free (IonColumnList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static const char *const *
get_constants (IonDraftEditor *editor)
{
  return (const char *const *) ion_draft_editor_get_draft (editor)->constants;
}

/* @header: (nullable) */
static IonColumnEntry *
column_entry_new (const char *header, guint index)
{
  IonColumnEntry *self = g_new0 (IonColumnEntry, 1);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  self->has_name = header != NULL && *header != '\0';
  self->name = g_strdup (self->has_name ? header : number);
  self->said = g_strdup (number);
  return self;
}

/* A name that only one column has is what can be remembered for the next file. */
static void
name_columns (IonColumnList *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      IonColumnEntry *column = g_ptr_array_index (self->columns, i);
      char *folded = ion_field_name_fold (column->name);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded));

      g_hash_table_insert (seen, folded, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      IonColumnEntry *column = g_ptr_array_index (self->columns, i);
      g_autofree char *folded = ion_field_name_fold (column->name);

      if (!column->has_name || GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded)) > 1)
        continue;
      g_free (column->said);
      column->said = g_strdup (column->name);
    }
}

static void
take_report (IonColumnList *self, const IonImportReport *report)
{
  for (guint i = 0; i < report->columns->len; i++)
    {
      const IonImportColumn *column = g_ptr_array_index (report->columns, i);
      IonColumnEntry *entry = column_entry_new (column->column, i);

      entry->field = g_strdup (column->field);
      entry->word = column->word;
      entry->sample = g_strdup (column->sample);
      g_ptr_array_add (self->columns, entry);
    }
}

static gboolean
is_field_of_name (const char *field, const char *name)
{
  const gboolean is_code = ion_field_name_equal (field, ION_FIELD_FISCAL_CODE);
  IonColumnKind kind = is_code ? ION_COLUMN_FISCAL_CODE : ion_column_kind_recognise (field);

  return ion_field_name_equal (field, name) ||
         (kind != ION_COLUMN_OTHER && ion_column_kind_recognise (name) == kind);
}

/* Nobody could tell all columns, but the names of some speak for themselves. */
static void
guess_field (IonColumnList *self, const IonDraft *draft, IonColumnEntry *entry)
{
  for (guint i = 0; i < self->fields->len && entry->field == NULL; i++)
    {
      const char *field = g_ptr_array_index (self->fields, i);
      const char *said = ion_source_pairs_get ((const char *const *) draft->map, field);

      if (said == NULL || !ion_field_name_equal (said, entry->said))
        continue;
      entry->field = g_strdup (field);
      entry->word = ION_MAPPING_WORD_PERSON;
    }
  for (guint i = 0; i < self->fields->len && entry->field == NULL && entry->has_name; i++)
    {
      const char *field = g_ptr_array_index (self->fields, i);

      if (ion_source_pairs_get ((const char *const *) draft->map, field) != NULL ||
          !is_field_of_name (field, entry->name))
        continue;
      entry->field = g_strdup (field);
      entry->word = ION_MAPPING_WORD_NAME;
    }
}

static const char *
find_sample (const IonTableLook *look, guint column)
{
  for (guint i = 0; i < look->first->len; i++)
    {
      const IonTableLookRow *row = g_ptr_array_index (look->first, i);

      if (column < g_strv_length (row->cells) && *row->cells[column] != '\0')
        return row->cells[column];
    }
  return NULL;
}

static void
take_look (IonColumnList *self, const IonDraft *draft, const IonTableLook *look)
{
  for (guint i = 0; look->columns[i] != NULL; i++)
    {
      IonColumnEntry *entry = column_entry_new (look->columns[i], i);

      entry->sample = g_strdup (find_sample (look, i));
      g_ptr_array_add (self->columns, entry);
    }
  name_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    guess_field (self, draft, g_ptr_array_index (self->columns, i));
}

static gboolean
has_column (IonColumnList *self, const char *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const IonColumnEntry *column = g_ptr_array_index (self->columns, i);

      if (column->field != NULL && ion_field_name_equal (column->field, field))
        return TRUE;
    }
  return FALSE;
}

/* One value for everybody wins over a column: such a column is not used. */
static void
take_constants (IonColumnList *self, IonDraftEditor *editor)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      IonColumnEntry *column = g_ptr_array_index (self->columns, i);

      if (column->field == NULL ||
          ion_source_pairs_get (get_constants (editor), column->field) == NULL)
        continue;
      g_clear_pointer (&column->field, g_free);
      column->word = ION_MAPPING_WORD_NONE;
    }
}

static void
list_missing (IonColumnList *self, IonDraftEditor *editor, const IonRenderer *renderer)
{
  for (guint i = 1; i < self->fields->len; i++)
    {
      const char *field = g_ptr_array_index (self->fields, i);
      IonFieldEntry *entry;

      if (has_column (self, field))
        continue;
      entry = g_new0 (IonFieldEntry, 1);
      entry->name = g_strdup (field);
      entry->constant = g_strdup (ion_source_pairs_get (get_constants (editor), field));
      entry->may_miss = ion_renderer_is_field_optional (renderer, field);
      g_ptr_array_add (self->missing, entry);
    }
}

IonColumnList *
ion_column_list_new (IonDraftEditor *editor, const IonDraftLook *look)
{
  IonColumnList *self = g_new0 (IonColumnList, 1);
  const IonDraft *draft = ion_draft_editor_get_draft (editor);
  const IonImportReport *report = ion_draft_editor_get_report (editor);
  g_autoptr (IonRenderer) renderer = ion_renderer_new (draft->template_, NULL);
  g_autoptr (GPtrArray) wanted = NULL;

  self->columns = g_ptr_array_new_with_free_func (column_entry_free);
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (field_entry_free);
  g_ptr_array_add (self->fields, g_strdup (ION_FIELD_FISCAL_CODE));
  wanted = renderer != NULL ? ion_renderer_list_fields (renderer) : g_ptr_array_new ();
  for (guint i = 0; i < wanted->len; i++)
    {
      const char *field = g_ptr_array_index (wanted, i);

      if (!ion_field_name_equal (field, ION_FIELD_FISCAL_CODE))
        g_ptr_array_add (self->fields, g_strdup (field));
    }
  if (report != NULL)
    take_report (self, report);
  else if (look != NULL)
    take_look (self, draft, look->look);
  name_columns (self);
  take_constants (self, editor);
  if (renderer != NULL && self->columns->len > 0)
    list_missing (self, editor, renderer);
  return self;
}

/* What was said of a column before, for whichever field, is no longer so. */
static void
forget_column (IonDraft *draft, const IonColumnEntry *column)
{
  for (guint i = 0; draft->map != NULL && draft->map[i] != NULL;)
    {
      const char *equals = strchr (draft->map[i], '=');
      g_autofree char *field = NULL;

      if (equals == NULL || !ion_field_name_equal (equals + 1, column->said))
        {
          i++;
          continue;
        }
      field = g_strndup (draft->map[i], (gsize) (equals - draft->map[i]));
      draft->map = ion_source_pairs_set (draft->map, field, NULL);
    }
}

void
ion_column_list_choose (IonDraftEditor *editor, const IonColumnEntry *column, const char *field)
{
  IonDraft *draft = ion_draft_editor_get_draft (editor);

  forget_column (draft, column);
  if (field != NULL)
    {
      draft->constants = ion_source_pairs_set (draft->constants, field, NULL);
      draft->map = ion_source_pairs_set (draft->map, field, column->said);
    }
  else if (column->field != NULL && !ion_field_name_equal (column->field, ION_FIELD_FISCAL_CODE))
    {
      draft->map = ion_source_pairs_set (draft->map, column->field, NULL);
      draft->constants = ion_source_pairs_set (draft->constants, column->field, "");
    }
  ion_draft_editor_tell_source (editor);
}

void
ion_column_list_set_constant (IonDraftEditor *editor, const char *field, const char *value)
{
  IonDraft *draft = ion_draft_editor_get_draft (editor);
  const char *before = ion_source_pairs_get ((const char *const *) draft->constants, field);

  if (g_strcmp0 (before, value) == 0 || (before == NULL && *value == '\0'))
    return;
  draft->constants = ion_source_pairs_set (draft->constants, field, value);
  ion_draft_editor_tell_source (editor);
}
