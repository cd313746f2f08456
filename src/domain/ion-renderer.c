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

#include "ion-renderer.h"

#include "ion-amount.h"
#include "ion-button.h"
#include "ion-field-text.h"
#include "ion-front-matter.h"
#include "ion-moment.h"
#include "ion-notice-number.h"
#include "ion-organization-code.h"
#include "ion-value-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAIN_LANGUAGE "it"

/* A button, parsed. */
typedef struct
{
  IonFieldText *text;    /* (owned) */
  IonFieldText *text_en; /* (owned) (nullable) */
  IonFieldText *action;  /* (owned) */
} ButtonTexts;

/* What one language says, parsed. */
typedef struct
{
  char *language;         /* (owned) */
  IonFieldText *subject;  /* (owned) */
  IonFieldText *markdown; /* (owned) */
  ButtonTexts buttons[ION_BUTTONS_MAX];
  gsize n_buttons;
} Variant;

struct _IonRenderer
{
  Variant *main;               /* (owned) */
  GPtrArray *variants;         /* (owned) (element-type Variant) */
  IonFieldText *due_date;      /* (owned) (nullable) */
  IonFieldText *amount;        /* (owned) (nullable) */
  IonFieldText *notice_number; /* (owned) (nullable) */
  char *payee;                 /* (owned) (nullable) */
  gboolean invalid_after_due_date;
  gboolean secure;
  gboolean premium;
  GPtrArray *names;     /* (owned) (element-type utf8): of the fields, in order of appearance */
  GHashTable *required; /* (owned): key of a field -> whether no row can do without it */
};

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

static void
variant_free (Variant *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      ion_field_text_free (self->buttons[i].text);
      ion_field_text_free (self->buttons[i].text_en);
      ion_field_text_free (self->buttons[i].action);
    }
  ion_field_text_free (self->subject);
  ion_field_text_free (self->markdown);
  g_free (self->language);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Variant, variant_free)

void
ion_renderer_free (IonRenderer *self)
{
  if (self == NULL)
    return;

  variant_free (self->main);
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

/* What a part is called, with the language where it is not the main text's. */
static char *
name_part (const char *name, const char *language)
{
  return language != NULL ? g_strdup_printf ("%s (%s)", name, language) : g_strdup (name);
}

static IonFieldText *
parse_part (const char *source,
            const char *name,
            const char *language,
            IonEscape escape,
            GError **error)
{
  g_autofree char *part = name_part (name, language);

  return ion_field_text_parse (source, part, escape, error);
}

/* The action with a mark in the place of each value, as it is checked. */
static void
outline (GPtrArray *nodes, GString *out)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const IonFieldNode *node = g_ptr_array_index (nodes, i);

      if (node->type == ION_FIELD_NODE_LITERAL)
        g_string_append (out, node->text);
      else
        g_string_append_c (out, ION_BUTTON_PLACEHOLDER);
    }
}

static gboolean
check_action (const IonFieldText *action, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  const char *what;

  outline (action->nodes, literal);
  switch (ion_button_action_check (literal->str))
    {
    case ION_BUTTON_ACTION_GOOD:
      return TRUE;
    case ION_BUTTON_ACTION_VALUE_IN_HOST:
      what = _ ("a field cannot decide where a button leads to: write the address up to the first "
                "“/” after the site's name in the template");
      break;
    case ION_BUTTON_ACTION_BAD_ADDRESS:
      what = _ ("this is no address: write for instance https://www.comune.example.it/page");
      break;
    case ION_BUTTON_ACTION_BAD_SCHEME:
    default:
      what =
          _ ("the app takes only actions that begin with https://, http://, tel:, sms:, mailto:, "
             "copy:, ioit:// or iosso://https://");
      break;
    }

  g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE, "%s: %s", action->part,
               what);
  return FALSE;
}

static gboolean
parse_button (ButtonTexts *button,
              const IonTemplateButton *source,
              const char *language,
              int number,
              GError **error)
{
  g_autofree char *text = g_strdup_printf (_ ("button %d"), number);
  g_autofree char *text_en = g_strdup_printf (_ ("English text of button %d"), number);
  g_autofree char *action = g_strdup_printf (_ ("action of button %d"), number);

  button->text = parse_part (source->text, text, language, ION_ESCAPE_PLAIN, error);
  if (button->text == NULL)
    return FALSE;

  if (source->text_en != NULL)
    {
      button->text_en = parse_part (source->text_en, text_en, language, ION_ESCAPE_PLAIN, error);
      if (button->text_en == NULL)
        return FALSE;
    }

  button->action = parse_part (source->action, action, language, ION_ESCAPE_ADDRESS, error);
  return button->action != NULL && check_action (button->action, error);
}

static gboolean
check_fence (const char *markdown, const char *part, GError **error)
{
  const char *fence = ion_front_matter_find_fence (markdown);
  int line = 1;

  if (fence == NULL)
    return TRUE;

  for (const char *c = markdown; c < fence; c++)
    line += *c == '\n';

  g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
               _ ("%1$s, line %2$d: a line of dashes (---) would make the e-mail copy lose all "
                  "that "
                  "stands before it; write *** for a rule, ## for a heading, and buttons where "
                  "buttons go"),
               part, line);
  return FALSE;
}

static Variant *
parse_variant (const IonTemplateText *source, GError **error)
{
  g_autoptr (Variant) self = g_new0 (Variant, 1);
  g_autofree char *part = name_part (_ ("text"), source->language);

  self->language = g_strdup (source->language != NULL ? source->language : MAIN_LANGUAGE);
  self->subject =
      parse_part (source->subject, _ ("title"), source->language, ION_ESCAPE_PLAIN, error);
  if (self->subject == NULL)
    return NULL;

  self->markdown = ion_field_text_parse (source->markdown, part, ION_ESCAPE_MARKDOWN, error);
  if (self->markdown == NULL || !check_fence (source->markdown, part, error))
    return NULL;

  if (source->buttons->len > ION_BUTTONS_MAX)
    {
      g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                   _ ("A message has at most %d buttons."), ION_BUTTONS_MAX);
      return NULL;
    }

  for (; self->n_buttons < source->buttons->len; self->n_buttons++)
    {
      if (!parse_button (&self->buttons[self->n_buttons],
                         g_ptr_array_index (source->buttons, self->n_buttons), source->language,
                         (int) self->n_buttons + 1, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
parse_payment (IonRenderer *self, const IonTemplate *source, GError **error)
{
  if (source->due_date != NULL)
    {
      self->due_date = parse_part (source->due_date, _ ("due date"), NULL, ION_ESCAPE_PLAIN, error);
      if (self->due_date == NULL)
        return FALSE;
    }

  if (!ion_template_has_payment (source))
    return TRUE;

  if (source->amount == NULL || source->notice_number == NULL)
    {
      g_set_error_literal (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                           _ ("A payment needs both the amount and the notice number."));
      return FALSE;
    }

  self->amount = parse_part (source->amount, _ ("amount"), NULL, ION_ESCAPE_PLAIN, error);
  if (self->amount == NULL)
    return FALSE;
  self->notice_number =
      parse_part (source->notice_number, _ ("notice number"), NULL, ION_ESCAPE_PLAIN, error);
  if (self->notice_number == NULL)
    return FALSE;

  if (source->payee != NULL)
    {
      char payee[ION_ORGANIZATION_CODE_LENGTH + 1];

      if (!ion_organization_code_parse (source->payee, payee, error))
        {
          /* Translators: before what is wrong with the fiscal code of whom the payment goes to. */
          g_prefix_error (error, "%s: ", _ ("payee"));
          return FALSE;
        }
      self->payee = g_strdup (payee);
    }

  return TRUE;
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
collect_variant (IonRenderer *self, const Variant *variant)
{
  collect_fields (self, variant->subject);
  collect_fields (self, variant->markdown);
  for (gsize i = 0; i < variant->n_buttons; i++)
    {
      collect_fields (self, variant->buttons[i].text);
      collect_fields (self, variant->buttons[i].text_en);
      collect_fields (self, variant->buttons[i].action);
    }
}

static void
collect_all_fields (IonRenderer *self, const IonTemplate *source)
{
  collect_variant (self, self->main);
  collect_fields (self, self->due_date);
  collect_fields (self, self->amount);
  collect_fields (self, self->notice_number);
  for (guint i = 0; i < self->variants->len; i++)
    collect_variant (self, g_ptr_array_index (self->variants, i));

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
  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) variant_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->required = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->invalid_after_due_date = source->invalid_after_due_date;
  self->secure = source->secure;
  self->premium = source->premium;

  self->main = parse_variant (source->main, error);
  if (self->main == NULL || !parse_payment (self, source, error))
    return NULL;

  for (guint i = 0; i < source->variants->len; i++)
    {
      Variant *variant = parse_variant (g_ptr_array_index (source->variants, i), error);

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
static const Variant *
choose_variant (const IonRenderer *self, const char *language)
{
  gsize length = language != NULL ? strcspn (language, "_-") : 0;

  if (length == 0)
    return self->main;

  for (guint i = 0; i < self->variants->len; i++)
    {
      const Variant *variant = g_ptr_array_index (self->variants, i);

      if (strlen (variant->language) == length &&
          g_ascii_strncasecmp (variant->language, language, length) == 0)
        return variant;
    }

  return self->main;
}

static char *
merge (const IonFieldText *text, const IonFields *fields, const char *language, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (128);

  if (!ion_field_text_append (text, out, fields, language, error))
    return NULL;

  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

static gboolean
merge_button (const ButtonTexts *button,
              IonButtonText *out,
              const IonFields *fields,
              const char *language,
              GError **error)
{
  out->text = merge (button->text, fields, language, error);
  if (out->text == NULL)
    return FALSE;

  out->text_en =
      button->text_en != NULL ? merge (button->text_en, fields, "en", error) : g_strdup (out->text);
  if (out->text_en == NULL)
    return FALSE;

  out->action = merge (button->action, fields, language, error);
  return out->action != NULL;
}

static gboolean
append_buttons (const Variant *variant, GString *out, const IonFields *fields, GError **error)
{
  IonButtonText buttons[ION_BUTTONS_MAX] = { { NULL } };
  gboolean is_good = TRUE;

  for (gsize i = 0; i < variant->n_buttons && is_good; i++)
    is_good = merge_button (&variant->buttons[i], &buttons[i], fields, variant->language, error);

  if (is_good)
    ion_front_matter_append (out, buttons, variant->n_buttons);

  for (gsize i = 0; i < variant->n_buttons; i++)
    ion_button_text_clear (&buttons[i]);
  return is_good;
}

static char *
merge_markdown (const Variant *variant, const IonFields *fields, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (1024);

  if (!append_buttons (variant, out, fields, error) ||
      !ion_field_text_append (variant->markdown, out, fields, variant->language, error))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
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

  text = merge (self->due_date, fields, MAIN_LANGUAGE, error);
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

  amount = merge (self->amount, fields, MAIN_LANGUAGE, error);
  if (amount == NULL || !ion_amount_parse (amount, &message->amount, error))
    return FALSE;

  notice_number = merge (self->notice_number, fields, MAIN_LANGUAGE, error);
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
  const Variant *variant;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (fiscal_code != NULL, NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  variant = choose_variant (self, language);
  message = ion_message_new ();
  message->fiscal_code = g_strdup (fiscal_code);
  message->language = g_strdup (variant->language);
  message->secure = self->secure;
  message->premium = self->premium;

  message->subject = merge (variant->subject, fields, variant->language, error);
  if (message->subject == NULL)
    return NULL;

  message->markdown = merge_markdown (variant, fields, error);
  if (message->markdown == NULL || !merge_due_date (self, message, fields, error) ||
      !merge_payment (self, message, fields, error) || !ion_message_check (message, error))
    return NULL;

  return g_steal_pointer (&message);
}
