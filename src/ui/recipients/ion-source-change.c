/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Changes of the source. A draft is written in place, so that one function clears what belongs to a
 * source: nothing that was said of one file is held for another.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-change.h"

#include "ion-dialog.h"
#include "ion-field-names.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a toast puts back. */
typedef struct
{
  IonDraftEditor *editor; /* (owned) */
  IonDraft *before;       /* (owned) */
} Former;

static void
former_free (gpointer data, GClosure *closure)
{
  Former *self = data;

  g_object_unref (self->editor);
  ion_draft_free (self->before);
  g_free (self);
}

static Former *
former_new (IonDraftEditor *editor)
{
  Former *self = g_new0 (Former, 1);

  self->editor = g_object_ref (editor);
  self->before = ion_draft_copy (ion_draft_editor_get_draft (editor));
  return self;
}

#define SWAP(a, b)          \
  do                        \
    {                       \
      __typeof__ (a) c = a; \
      (a) = (b);            \
      (b) = c;              \
    }                       \
  while (0)

static void
swap_source (IonDraft *a, IonDraft *b)
{
  SWAP (a->source, b->source);
  SWAP (a->path, b->path);
  SWAP (a->sheet, b->sheet);
  SWAP (a->encoding, b->encoding);
  SWAP (a->separator, b->separator);
  SWAP (a->header_row, b->header_row);
  SWAP (a->rows, b->rows);
  SWAP (a->from_campaign, b->from_campaign);
  SWAP (a->from_states, b->from_states);
  SWAP (a->map, b->map);
  SWAP (a->constants, b->constants);
  SWAP (a->mends, b->mends);
  SWAP (a->mended_file, b->mended_file);
  SWAP (a->keep_first, b->keep_first);
  SWAP (a->valid_only, b->valid_only);
  SWAP (a->include_held, b->include_held);
  SWAP (a->accepted_doubts, b->accepted_doubts);
}

static void
put_back_cb (Former *self)
{
  /* Somebody was forgotten meanwhile: what was here before may still name them. */
  if (self->before->forgotten != ion_draft_editor_get_draft (self->editor)->forgotten)
    return;
  swap_source (ion_draft_editor_get_draft (self->editor), self->before);
  ion_draft_editor_tell_source (self->editor);
}

/* @blank: with nothing in it but the new source */
static void
change (GtkWidget *widget, IonDraftEditor *editor, IonDraft *blank)
{
  IonDraft *draft = ion_draft_editor_get_draft (editor);
  const gboolean had_one = draft->source != ION_DRAFT_SOURCE_NONE;
  Former *former = had_one ? former_new (editor) : NULL;

  swap_source (draft, blank);
  ion_draft_free (blank);
  ion_draft_editor_tell_source (editor);
  if (former != NULL)
    ion_toast_offer (widget, _ ("The recipients were replaced"), _ ("_Undo"),
                     G_CALLBACK (put_back_cb), former, former_free);
}

static IonDraft *
new_blank (IonDraftEditor *editor, IonDraftSource source)
{
  IonDraft *blank = ion_draft_new (ion_draft_editor_get_draft (editor)->template_);

  blank->source = source;
  return blank;
}

void
ion_source_change_to_file (GtkWidget *widget, IonDraftEditor *editor, const char *path)
{
  IonDraft *blank = new_blank (editor, ION_DRAFT_SOURCE_FILE);

  blank->path = g_strdup (path);
  change (widget, editor, blank);
}

void
ion_source_change_to_rows (GtkWidget *widget, IonDraftEditor *editor, const char *rows)
{
  IonDraft *blank = new_blank (editor, ION_DRAFT_SOURCE_ROWS);

  blank->rows = g_strdup (rows);
  change (widget, editor, blank);
}

void
ion_source_change_to_campaign (GtkWidget *widget,
                               IonDraftEditor *editor,
                               const char *id,
                               guint states)
{
  IonDraft *blank = new_blank (editor, ION_DRAFT_SOURCE_CAMPAIGN);

  blank->from_campaign = g_strdup (id);
  blank->from_states = states;
  change (widget, editor, blank);
}

/* @former: (transfer full): before the change that left the corrections without their rows */
static void
drop_mends (GtkWidget *widget, Former *former)
{
  IonDraft *draft = ion_draft_editor_get_draft (former->editor);
  const gboolean had_mends = draft->mends->len > 0;

  g_ptr_array_set_size (draft->mends, 0);
  ion_draft_editor_tell_source (former->editor);
  if (had_mends)
    ion_toast_offer (widget, _ ("The corrections made here are taken back"), _ ("_Undo"),
                     G_CALLBACK (put_back_cb), former, former_free);
  else
    former_free (former, NULL);
}

void
ion_source_change_drop_mends (GtkWidget *widget, IonDraftEditor *editor)
{
  drop_mends (widget, former_new (editor));
}

void
ion_source_change_keep_mends (IonDraftEditor *editor)
{
  IonDraft *draft = ion_draft_editor_get_draft (editor);

  g_clear_pointer (&draft->mended_file, g_free);
  ion_draft_editor_tell_source (editor);
}

void
ion_source_change_sheet (GtkWidget *widget, IonDraftEditor *editor, const char *sheet)
{
  Former *former = former_new (editor);
  IonDraft *draft = ion_draft_editor_get_draft (editor);

  g_free (draft->sheet);
  draft->sheet = g_strdup (sheet);
  drop_mends (widget, former);
}

void
ion_source_change_header (GtkWidget *widget, IonDraftEditor *editor, gint64 row)
{
  Former *former = former_new (editor);

  ion_draft_editor_get_draft (editor)->header_row = row;
  drop_mends (widget, former);
}

static gboolean
is_pair_of (const char *pair, const char *field)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;

  return name != NULL && ion_field_name_equal (name, field);
}

/* Returns: (transfer full) (nullable): %NULL where nothing is left */
static GStrv
finish_list (GPtrArray *list)
{
  if (list->len == 0)
    {
      g_ptr_array_unref (list);
      return NULL;
    }
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (list, FALSE);
}

GStrv
ion_source_pairs_set (GStrv pairs, const char *field, const char *value)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      if (!is_pair_of (pairs[i], field))
        g_ptr_array_add (list, g_strdup (pairs[i]));
    }
  if (value != NULL)
    g_ptr_array_add (list, g_strconcat (field, "=", value, NULL));
  g_strfreev (pairs);
  return finish_list (list);
}

const char *
ion_source_pairs_get (const char *const *pairs, const char *field)
{
  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      if (is_pair_of (pairs[i], field))
        return strchr (pairs[i], '=') + 1;
    }
  return NULL;
}

GStrv
ion_source_words_set (GStrv list, const char *word, gboolean is_in)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (!g_str_equal (list[i], word))
        g_ptr_array_add (words, g_strdup (list[i]));
    }
  if (is_in)
    g_ptr_array_add (words, g_strdup (word));
  g_strfreev (list);
  return finish_list (words);
}

static gboolean
has_proposal (const IonIssue *issue, const char *code, const char *column)
{
  return !issue->is_warning && issue->proposal != NULL && issue->column != NULL &&
         g_str_equal (issue->code, code) && g_strcmp0 (issue->column, column) == 0;
}

guint
ion_source_count_proposals (IonDraftEditor *editor, const char *code, const char *column)
{
  const IonImportReport *report = ion_draft_editor_get_report (editor);
  guint n = 0;

  for (guint i = 0; report != NULL && i < report->issues->len; i++)
    n += has_proposal (g_ptr_array_index (report->issues, i), code, column);
  return n;
}

guint
ion_source_take_proposals (GtkWidget *widget,
                           IonDraftEditor *editor,
                           const char *code,
                           const char *column)
{
  const IonImportReport *report = ion_draft_editor_get_report (editor);
  IonDraft *draft = ion_draft_editor_get_draft (editor);
  Former *former = former_new (editor);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; report != NULL && i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);

      if (!has_proposal (issue, code, column))
        continue;
      ion_draft_mend (draft, issue->row, issue->column, issue->proposal);
      n++;
    }
  ion_draft_editor_tell_source (editor);
  count = ion_format_count (n);
  text = g_strdup_printf (ngettext ("%s cell corrected", "%s cells corrected", n), count);
  ion_toast_offer (widget, text, _ ("_Undo"), G_CALLBACK (put_back_cb), former, former_free);
  return n;
}
