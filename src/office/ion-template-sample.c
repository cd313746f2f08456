/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Made-up values for test messages and previews. Each field gets one that fits how the template
 * uses it, so that any template can be tried without a single citizen's data.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-template-catalog.h"

#include "ion-date.h"
#include "ion-field-text.h"
#include "ion-moment.h"

#include <inttypes.h>
#include <string.h>

/* Belongs to nobody: the test code that the platform documents. */
#define SAMPLE_FISCAL_CODE "AAAAAA00A00A000A"

typedef enum
{
  SAMPLE_TEXT,
  SAMPLE_YES,
  SAMPLE_DATE,
  SAMPLE_TIME, /* with its date: does for both */
  SAMPLE_EURO,
  SAMPLE_NOTICE,
} SampleKind; /* a later one wins over an earlier one */

/* What a field's name suggests, where its use does not tell; parts of folded names. */
static const struct
{
  const char *part;
  const char *value;
} suggestions[] = {
  { "cognome", "Rossi" },
  { "alunn", "Tommaso Rossi" },
  { "bambin", "Tommaso Rossi" },
  { "nome", "Giulia" },
  { "mese", "ottobre" },
  { "anno", "2026" },
  { "targa", "AB123CD" },
  { "indirizzo", "via Garibaldi 1" },
  { "via", "via Garibaldi" },
  { "luogo", "piazza del Municipio 2" },
  { "sede", "piazza del Municipio 2" },
  { "numero", "12" },
  { "telefono", "0532 000000" },
  { "orari", "9:00-13:00" },
  { "titolo", "Il giardino dei semplici" },
  { "oggetto", "un ombrello" },
  { "zona", "centro storico" },
  { "url", "https://www.example.org/" },
  { "link", "https://www.example.org/" },
  { "sito", "https://www.example.org/" },
};

static const char *
suggest (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    if (strstr (folded, suggestions[i].part) != NULL)
      return suggestions[i].value;
  return "esempio";
}

static void
note_kind (GHashTable *kinds, const char *name, SampleKind kind)
{
  char *key = ion_field_name_fold (name);
  SampleKind known = (SampleKind) GPOINTER_TO_INT (g_hash_table_lookup (kinds, key));

  g_hash_table_replace (kinds, key, GINT_TO_POINTER ((int) MAX (known, kind)));
}

static SampleKind
kind_of_format (IonFieldFormat format)
{
  switch (format)
    {
    case ION_FIELD_FORMAT_EURO:
      return SAMPLE_EURO;
    case ION_FIELD_FORMAT_DATE:
    case ION_FIELD_FORMAT_LONG_DATE:
      return SAMPLE_DATE;
    case ION_FIELD_FORMAT_TIME:
      return SAMPLE_TIME;
    default:
      return SAMPLE_TEXT;
    }
}

static void
note_nodes (GHashTable *kinds, GPtrArray *nodes, SampleKind at_least)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->type == ION_FIELD_NODE_VALUE)
        note_kind (kinds, node->text, MAX (kind_of_format (node->format), at_least));
      else if (node->type == ION_FIELD_NODE_CONDITION)
        note_kind (kinds, node->text, SAMPLE_YES);
      note_nodes (kinds, node->children, at_least);
    }
}

static void
note_text (GHashTable *kinds, const char *source, SampleKind at_least)
{
  g_autoptr (IonFieldText) text = NULL;

  if (source == NULL)
    return;
  text = ion_field_text_parse (source, "", (IonEscape) 0, NULL);
  if (text != NULL)
    note_nodes (kinds, text->nodes, at_least);
}

static void
note_variant (GHashTable *kinds, const IonTemplateText *variant)
{
  note_text (kinds, variant->subject, SAMPLE_TEXT);
  note_text (kinds, variant->markdown, SAMPLE_TEXT);
  for (guint i = 0; variant->buttons != NULL && i < variant->buttons->len; i++)
    {
      const IonTemplateButton *button = g_ptr_array_index (variant->buttons, i);

      note_text (kinds, button->text, SAMPLE_TEXT);
      note_text (kinds, button->text_en, SAMPLE_TEXT);
      note_text (kinds, button->action, SAMPLE_TEXT);
    }
}

/* A new one each second, so that the same tester can be sent the same template again: a notice
 * number goes to a person once. */
static char *
make_notice (gint64 now)
{
  guint64 base = G_GUINT64_CONSTANT (3010000000000000) + (guint64) MAX (0, now) % 10000000000000;

  return g_strdup_printf ("%" PRIu64 "%02u", base, (guint) (base % 93));
}

static char *
make_value (const char *name, SampleKind kind, gint64 now)
{
  IonDate date;
  int hour, minute, second;

  switch (kind)
    {
    case SAMPLE_NOTICE:
      return make_notice (now);
    case SAMPLE_EURO:
      return g_strdup ("85,50");
    case SAMPLE_YES:
      return g_strdup ("sì");
    case SAMPLE_TIME:
    case SAMPLE_DATE:
      {
        g_autofree char *day = NULL;

        ion_moment_to_local (now, &date, &hour, &minute, &second);
        date = ion_date_add_days (&date, 30);
        day = ion_date_format (&date, "it", FALSE);
        return kind == SAMPLE_DATE ? g_steal_pointer (&day) : g_strconcat (day, " 10:30", NULL);
      }
    case SAMPLE_TEXT:
    default:
      return g_strdup (suggest (name));
    }
}

static GHashTable *
collect_kinds (const IonTemplate *template_)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  note_variant (kinds, template_->main);
  for (guint i = 0; template_->variants != NULL && i < template_->variants->len; i++)
    note_variant (kinds, g_ptr_array_index (template_->variants, i));
  note_text (kinds, template_->due_date, SAMPLE_DATE);
  note_text (kinds, template_->amount, SAMPLE_EURO);
  note_text (kinds, template_->notice_number, SAMPLE_NOTICE);
  return kinds;
}

IonFields *
ion_template_sample_fields (const IonTemplate *template_, gint64 now, GError **error)
{
  g_autoptr (GHashTable) kinds = NULL;
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) names = NULL;
  IonFields *fields;

  g_return_val_if_fail (template_ != NULL, NULL);

  renderer = ion_renderer_new (template_, error);
  if (renderer == NULL)
    return NULL;
  kinds = collect_kinds (template_);
  names = ion_renderer_list_fields (renderer);
  fields = ion_fields_new ();
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *key = ion_field_name_fold (name);
      g_autofree char *value =
          make_value (name, (SampleKind) GPOINTER_TO_INT (g_hash_table_lookup (kinds, key)), now);

      ion_fields_set (fields, name, value);
    }
  return fields;
}

IonMessage *
ion_template_render_sample (const IonTemplate *template_,
                            const char *language,
                            gint64 now,
                            GError **error)
{
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (IonFields) fields = ion_template_sample_fields (template_, now, error);

  if (fields == NULL)
    return NULL;
  renderer = ion_renderer_new (template_, error);
  if (renderer == NULL)
    return NULL;
  return ion_renderer_render (renderer, SAMPLE_FISCAL_CODE, fields, language, error);
}
