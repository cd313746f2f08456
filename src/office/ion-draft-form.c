/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is sealed of a draft. Entries by name: what an older program wrote is read with what it
 * lacks at its beginning, and nothing is lost where a part is missing.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

#include <glib/gi18n-lib.h>

#define FORM "draft-1"

typedef enum
{
  TEXT,
  TEXTS,
  NUMBER,
  FLAG,
  CHOICE, /* an enumeration, or a mask */
} Type;

#define PART(type, name, member)                   \
  {                                                \
    type, name, G_STRUCT_OFFSET (IonDraft, member) \
  }

static const struct
{
  Type type;
  const char *name;
  gsize offset;
} parts[] = {
  PART (TEXT, "name", name),
  PART (TEXT, "service", service_id),
  PART (CHOICE, "source", source),
  PART (TEXT, "path", path),
  PART (TEXT, "sheet", sheet),
  PART (TEXT, "encoding", encoding),
  PART (TEXT, "rows", rows),
  PART (TEXT, "from-campaign", from_campaign),
  PART (CHOICE, "from-states", from_states),
  PART (NUMBER, "header-row", header_row),
  PART (TEXT, "mended-file", mended_file),
  PART (NUMBER, "forgotten", forgotten),
  PART (TEXTS, "map", map),
  PART (TEXTS, "constants", constants),
  PART (FLAG, "keep-first", keep_first),
  PART (FLAG, "valid-only", valid_only),
  PART (FLAG, "include-held", include_held),
  PART (TEXTS, "accepted-doubts", accepted_doubts),
  PART (TEXTS, "dismissed-advice", dismissed_advice),
  PART (TEXT, "purpose", purpose),
  PART (CHOICE, "positions-exist", positions_exist),
  PART (CHOICE, "supplier-writes", supplier_writes),
  PART (NUMBER, "expected-people", expected_people),
  PART (NUMBER, "expected-total", expected_total),
  PART (CHOICE, "when", when),
  PART (NUMBER, "send-at", send_at),
  PART (NUMBER, "first", first),
  PART (NUMBER, "daily", daily),
  PART (FLAG, "reach-first", reach_first),
  PART (TEXT, "follows", follows_id),
};

#define MEMBER(self, offset, type) (*(type *) G_STRUCT_MEMBER_P ((gpointer) (self), offset))

G_STATIC_ASSERT (sizeof (IonDraftSource) == sizeof (guint32));
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (gint32));

static void
write_part (GVariantDict *dict, const IonDraft *self, guint i)
{
  const gsize offset = parts[i].offset;

  switch (parts[i].type)
    {
    case TEXT:
      if (MEMBER (self, offset, char *) != NULL)
        g_variant_dict_insert (dict, parts[i].name, "s", MEMBER (self, offset, char *));
      break;
    case TEXTS:
      if (MEMBER (self, offset, GStrv) != NULL)
        g_variant_dict_insert (dict, parts[i].name, "^as", MEMBER (self, offset, GStrv));
      break;
    case NUMBER:
      g_variant_dict_insert (dict, parts[i].name, "x", MEMBER (self, offset, gint64));
      break;
    case FLAG:
      g_variant_dict_insert (dict, parts[i].name, "b", MEMBER (self, offset, gboolean));
      break;
    case CHOICE:
    default:
      g_variant_dict_insert (dict, parts[i].name, "u", MEMBER (self, offset, guint32));
      break;
    }
}

static void
read_part (GVariantDict *dict, IonDraft *self, guint i)
{
  const gsize offset = parts[i].offset;

  switch (parts[i].type)
    {
    case TEXT:
      g_clear_pointer (&MEMBER (self, offset, char *), g_free);
      g_variant_dict_lookup (dict, parts[i].name, "s", &MEMBER (self, offset, char *));
      break;
    case TEXTS:
      g_variant_dict_lookup (dict, parts[i].name, "^as", &MEMBER (self, offset, GStrv));
      break;
    case NUMBER:
      g_variant_dict_lookup (dict, parts[i].name, "x", &MEMBER (self, offset, gint64));
      break;
    case FLAG:
      g_variant_dict_lookup (dict, parts[i].name, "b", &MEMBER (self, offset, gboolean));
      break;
    case CHOICE:
    default:
      g_variant_dict_lookup (dict, parts[i].name, "u", &MEMBER (self, offset, guint32));
      break;
    }
}

static GVariant *
mends_to_variant (const IonDraft *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(xss)"));
  for (guint i = 0; i < self->mends->len; i++)
    {
      const IonDraftMend *mend = g_ptr_array_index (self->mends, i);

      g_variant_builder_add (&builder, "(xss)", mend->row, mend->column, mend->value);
    }
  return g_variant_builder_end (&builder);
}

GBytes *
ion_draft_to_bytes (const IonDraft *self)
{
  g_auto (GVariantDict) dict;
  g_autoptr (GVariant) whole = NULL;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "form", "s", FORM);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    write_part (&dict, self, i);
  g_variant_dict_insert (&dict, "separator", "y", (guchar) self->separator);
  g_variant_dict_insert_value (&dict, "mends", mends_to_variant (self));
  g_variant_dict_insert_value (&dict, "template", ion_draft_template_to_variant (self->template_));
  whole = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_get_data_as_bytes (whole);
}

static void
read_mends (GVariantDict *dict, IonDraft *self)
{
  g_autoptr (GVariantIter) mends = NULL;
  const char *column, *value;
  gint64 row;

  if (!g_variant_dict_lookup (dict, "mends", "a(xss)", &mends))
    return;
  while (g_variant_iter_next (mends, "(x&s&s)", &row, &column, &value))
    g_ptr_array_add (self->mends, ion_draft_mend_new (row, column, value));
}

IonDraft *
ion_draft_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) whole =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  g_autoptr (GVariant) template_variant = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_auto (GVariantDict) dict;
  const char *form = NULL;
  guchar separator = 0;
  IonDraft *self;

  g_variant_dict_init (&dict, whole);
  if (!g_variant_dict_lookup (&dict, "form", "&s", &form) || g_strcmp0 (form, FORM) != 0)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED,
                           _ ("This draft was made by a newer version of the program."));
      return NULL;
    }
  template_variant = g_variant_dict_lookup_value (&dict, "template", G_VARIANT_TYPE_VARDICT);
  template_ = template_variant != NULL ? ion_draft_template_from_variant (template_variant) : NULL;
  self = ion_draft_new (template_);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    read_part (&dict, self, i);
  if (self->name == NULL)
    self->name = g_strdup ("");
  g_variant_dict_lookup (&dict, "separator", "y", &separator);
  self->separator = (char) separator;
  read_mends (&dict, self);
  return self;
}

gint64
ion_draft_bytes_get_forgotten (GBytes *bytes)
{
  g_autoptr (GVariant) whole =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  gint64 forgotten = 0;

  g_variant_lookup (whole, "forgotten", "x", &forgotten);
  return forgotten;
}
