/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a template and a row to a message. All that can be said about the template alone is said
 * once, when it is parsed; what is left to do for each of many thousands of rows is one pass over
 * its pieces.
 */

#define G_LOG_DOMAIN "ion-renderer"

#include "config.h"

#include "ion-renderer-private.h"

#include "ion-amount.h"
#include "ion-moment.h"
#include "ion-notice-number.h"
#include "ion-organization-code.h"

#include <string.h>

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ion - template - error - quark, ion_template_error)

/**
 * ion_template_error_get_name:
 * @code: an #IonTemplateError
 *
 * Returns: (transfer none): the stable name of @code, for scripts
 */
const char *
ion_template_error_get_name (int code)
{
  switch ((IonTemplateError) code)
    {
    case ION_TEMPLATE_ERROR_UNCLOSED:
      return "unclosed-brace";
    case ION_TEMPLATE_ERROR_EMPTY_FIELD:
      return "empty-field";
    case ION_TEMPLATE_ERROR_UNKNOWN_FORMAT:
      return "unknown-format";
    case ION_TEMPLATE_ERROR_STRUCTURE:
      return "structure";
    case ION_TEMPLATE_ERROR_MISSING_FIELD:
      return "missing-field";
    case ION_TEMPLATE_ERROR_BAD_VALUE:
      return "bad-value";
    default:
      return "unknown";
    }
}

void
ion_renderer_free (IonRenderer *self)
{
  if (self == NULL)
    return;

  ion_variant_free (self->main);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  ion_field_text_free (self->due_date);
  ion_field_text_free (self->amount);
  ion_field_text_free (self->notice_number);
  g_free (self->payee);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->required, g_hash_table_unref);
  g_free (self);
}

/* --- What can be said about the template alone --- */

static gboolean
check_payment (const IonTemplate *source, GError **error)
{
  if (source->amount == NULL || source->notice_number == NULL)
    {
      g_set_error_literal (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                           _ ("A payment needs both the amount and the notice number."));
      return FALSE;
    }
  if (source->invalid_after_due_date && source->due_date == NULL)
    {
      g_set_error_literal (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                           _ ("A payment that ends with its due date needs a due date in the "
                              "template."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_payee (IonRenderer *self, const IonTemplate *source, GError **error)
{
  char payee[ION_ORGANIZATION_CODE_LENGTH + 1];

  if (source->payee == NULL)
    return TRUE;
  if (!ion_organization_code_parse (source->payee, payee, error))
    {
      g_prefix_error (error, "%s: ", C_ ("part of a template", "payee"));
      return FALSE;
    }
  self->payee = g_strdup (payee);
  return TRUE;
}

static gboolean
parse_payment (IonRenderer *self, const IonTemplate *source, GError **error)
{
  if (source->due_date != NULL)
    {
      self->due_date =
          ion_field_text_parse (source->due_date, C_ ("part of a template", "due date"),
                                ION_ESCAPE_PLAIN, error);
      if (self->due_date == NULL)
        return FALSE;
    }
  if (!ion_template_has_payment (source))
    return TRUE;
  if (!check_payment (source, error))
    return FALSE;
  self->amount = ion_field_text_parse (source->amount, C_ ("part of a template", "amount"),
                                       ION_ESCAPE_PLAIN, error);
  if (self->amount == NULL)
    return FALSE;
  self->notice_number =
      ion_field_text_parse (source->notice_number, C_ ("part of a template", "notice number"),
                            ION_ESCAPE_PLAIN, error);
  return self->notice_number != NULL && parse_payee (self, source, error);
}

static void
add_field_cb (const char *name, const char *key, gboolean is_required, gpointer user_data)
{
  IonRenderer *self = user_data;
  gpointer known = NULL;

  if (!g_hash_table_lookup_extended (self->required, key, NULL, &known))
    g_ptr_array_add (self->names, g_strdup (name));

  g_hash_table_insert (self->required, g_strdup (key),
                       GINT_TO_POINTER (is_required || GPOINTER_TO_INT (known)));
}

static void
collect_fields (IonRenderer *self, const IonFieldText *text)
{
  if (text != NULL)
    ion_field_text_foreach (text, add_field_cb, self);
}

static void
collect_all_fields (IonRenderer *self, const IonTemplate *source)
{
  ion_variant_foreach (self->main, add_field_cb, self);
  collect_fields (self, self->due_date);
  collect_fields (self, self->amount);
  collect_fields (self, self->notice_number);
  for (guint i = 0; i < self->variants->len; i++)
    ion_variant_foreach (g_ptr_array_index (self->variants, i), add_field_cb, self);

  if (source->distinct_by != NULL)
    {
      g_autofree char *key = ion_field_name_fold (source->distinct_by);

      add_field_cb (source->distinct_by, key, TRUE, self);
    }
}

IonRenderer *
ion_renderer_new (const IonTemplate *source, GError **error)
{
  g_autoptr (IonRenderer) self = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  self = g_new0 (IonRenderer, 1);
  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_variant_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->required = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->invalid_after_due_date = source->invalid_after_due_date;
  self->secure = source->secure;
  self->premium = source->premium;

  self->main = ion_variant_new (source->main, ION_RENDERER_MAIN_LANGUAGE, error);
  if (self->main == NULL || !parse_payment (self, source, error))
    return NULL;

  for (guint i = 0; i < source->variants->len; i++)
    {
      IonVariant *variant = ion_variant_new (g_ptr_array_index (source->variants, i),
                                             ION_RENDERER_MAIN_LANGUAGE, error);

      if (variant == NULL)
        return NULL;
      g_ptr_array_add (self->variants, variant);
    }

  collect_all_fields (self, source);
  return g_steal_pointer (&self);
}

GPtrArray *
ion_renderer_list_fields (const IonRenderer *self)
{
  GPtrArray *names;

  g_return_val_if_fail (self != NULL, NULL);

  names = g_ptr_array_sized_new (self->names->len);
  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (self->names, i));

  return names;
}

gboolean
ion_renderer_is_field_optional (const IonRenderer *self, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  key = ion_field_name_fold (name);
  return !GPOINTER_TO_INT (g_hash_table_lookup (self->required, key));
}

/* --- What is done for every row --- */

/* The variant of the person's language: "de", or "de_DE" as profiles have it. */
static const IonVariant *
choose_variant (const IonRenderer *self, const char *language)
{
  gsize length = language != NULL ? strcspn (language, "_-") : 0;

  if (length == 0)
    return self->main;

  for (guint i = 0; i < self->variants->len; i++)
    {
      const IonVariant *variant = g_ptr_array_index (self->variants, i);

      if (strlen (variant->language) == length &&
          g_ascii_strncasecmp (variant->language, language, length) == 0)
        return variant;
    }

  return self->main;
}

static gboolean
merge_due_date (const IonRenderer *self,
                IonMessage *message,
                const IonFields *fields,
                GError **error)
{
  g_autofree char *text = NULL;

  if (self->due_date == NULL)
    return TRUE;

  text = ion_field_text_merge (self->due_date, fields, ION_RENDERER_MAIN_LANGUAGE, error);
  if (text == NULL)
    return FALSE;

  /* Only "altrimenti" makes it empty: this person has no due date. */
  return *text == '\0' || ion_moment_parse (text, ION_DAY_END, &message->due_date, error);
}

static gboolean
merge_payment (const IonRenderer *self,
               IonMessage *message,
               const IonFields *fields,
               GError **error)
{
  g_autofree char *amount = NULL;
  g_autofree char *notice_number = NULL;
  char canonical[ION_NOTICE_NUMBER_LENGTH + 1];

  if (self->amount == NULL)
    return TRUE;

  amount = ion_field_text_merge (self->amount, fields, ION_RENDERER_MAIN_LANGUAGE, error);
  if (amount == NULL || !ion_amount_parse (amount, &message->amount, error))
    return FALSE;

  notice_number =
      ion_field_text_merge (self->notice_number, fields, ION_RENDERER_MAIN_LANGUAGE, error);
  if (notice_number == NULL || !ion_notice_number_parse (notice_number, canonical, NULL, error))
    return FALSE;

  message->notice_number = g_strdup (canonical);
  message->payee = g_strdup (self->payee);
  message->invalid_after_due_date = self->invalid_after_due_date;
  return TRUE;
}

IonMessage *
ion_renderer_render (const IonRenderer *self,
                     const char *fiscal_code,
                     const IonFields *fields,
                     const char *language,
                     GError **error)
{
  g_autoptr (IonMessage) message = NULL;
  const IonVariant *variant;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (fiscal_code != NULL, NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  variant = choose_variant (self, language);
  message = ion_message_new ();
  message->fiscal_code = g_strdup (fiscal_code);
  message->language = g_strdup (variant->language);
  message->secure = self->secure;
  message->premium = self->premium;

  message->subject = ion_variant_merge_subject (variant, fields, error);
  if (message->subject == NULL)
    return NULL;

  message->markdown = ion_variant_merge_markdown (variant, fields, error);
  if (message->markdown == NULL || !merge_due_date (self, message, fields, error) ||
      !merge_payment (self, message, fields, error) || !ion_message_check (message, error))
    return NULL;

  return g_steal_pointer (&message);
}
