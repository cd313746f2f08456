/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The menu of fields: what can stand in a text, and how it may be written there.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-field-menu.h"

#include "ion-field-names.h"
#include "ion-field-spans.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *names;  /* (owned) (element-type utf8) */
  GHashTable *known; /* (owned): as names are compared */
} Names;

/* Nothing that the braces could not hold. */
static void
add (Names *self, const char *name)
{
  g_autofree char *key = ion_field_name_fold (name);

  if (*key == '\0' || strpbrk (name, "|:{}\n\\") != NULL ||
      g_hash_table_contains (self->known, key))
    return;
  g_hash_table_add (self->known, g_steal_pointer (&key));
  g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_from_text (Names *self, const char *text)
{
  g_autoptr (GArray) spans = NULL;

  if (text == NULL)
    return;
  spans = ion_field_spans_find (text, -1);
  for (guint i = 0; i < spans->len; i++)
    {
      const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);
      g_autofree char *name =
          g_strndup (text + span->name_start, span->name_end - span->name_start);

      if (span->type != ION_FIELD_SPAN_CLOSING)
        add (self, name);
    }
}

GStrv
ion_field_menu_list (const IonTemplate *template_, const IonImportReport *report)
{
  Names self = { g_ptr_array_new (),
                 g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  const char *const others[] = { template_->due_date, template_->amount, template_->notice_number };

  add_from_text (&self, template_->main->subject);
  add_from_text (&self, template_->main->markdown);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    add_from_text (&self, others[i]);
  for (guint i = 0; report != NULL && i < report->columns->len; i++)
    {
      const IonImportColumn *column = g_ptr_array_index (report->columns, i);

      if (column->field == NULL)
        add (&self, column->column);
    }
  g_hash_table_unref (self.known);
  g_ptr_array_add (self.names, NULL);
  return (GStrv) g_ptr_array_free (self.names, FALSE);
}

/* What each becomes is shown, not named: nobody learns the formats' names by heart. */
static const struct
{
  const char *label;
  const char *format;
} formats[] = {
  { N_ ("As It Is in the File"), NULL },
  { N_ ("Amount: 1.234,50 €"), "euro" },
  { N_ ("Day: 31/12/2026"), "data" },
  { N_ ("Day in Words: 31 dicembre 2026"), "data lunga" },
  { N_ ("Time: 18:30"), "ora" },
  { N_ ("Name: Anna Rossi"), "iniziali maiuscole" },
  { N_ ("Capitals: ANNA ROSSI"), "maiuscolo" },
};

static GMenuModel *
make_formats (const char *name)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (formats[i].label), NULL);
      g_autofree char *field = formats[i].format != NULL
                                   ? g_strdup_printf ("{{%s | %s}}", name, formats[i].format)
                                   : g_strdup_printf ("{{%s}}", name);

      g_menu_item_set_action_and_target (item, "text.insert-field", "s", field);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Underscores would be taken for mnemonics. */
static char *
make_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

GMenuModel *
ion_field_menu_new (const char *const *names)
{
  static const char *const usual[] = { "nome", "cognome", "importo", "scadenza", "data", NULL };
  GMenu *menu = g_menu_new ();

  if (*names == NULL)
    names = usual;
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuModel) inner = make_formats (names[i]);
      g_autofree char *label = make_label (names[i]);

      g_menu_append_submenu (menu, label, inner);
    }
  return G_MENU_MODEL (menu);
}
