/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office's templates and those that come with the program, as a person looks for them.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-template-shelf.h"

#include "ion-ledger-services.h"
#include "ion-plain-text.h"
#include "ion-template-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUMMARY_MAX 400

void
ion_template_card_free (IonTemplateCard *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->template_, ion_template_free);
  g_free (self->summary);
  g_free (self);
}

void
ion_template_story_free (IonTemplateStory *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->card, ion_template_card_free);
  g_clear_pointer (&self->fields, ion_fields_unref);
  g_clear_pointer (&self->sample, ion_message_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self->problem);
  g_free (self);
}

const char *
ion_template_kind_get_label (IonTemplateKind kind)
{
  static const char *const labels[] = {
    [ION_TEMPLATE_NEWS] = N_ ("News"),
    [ION_TEMPLATE_DEADLINE] = N_ ("Deadline"),
    [ION_TEMPLATE_EVENT] = N_ ("Event"),
    [ION_TEMPLATE_PAYMENT] = N_ ("Payment notice"),
    [ION_TEMPLATE_APPOINTMENT] = N_ ("Appointment"),
    [ION_TEMPLATE_EXPIRY] = N_ ("Expiring document"),
    [ION_TEMPLATE_CASE] = N_ ("Progress of an application"),
    [ION_TEMPLATE_FOUND_ITEM] = N_ ("Found object"),
    [ION_TEMPLATE_FREE] = N_ ("Free text"),
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (labels), NULL);

  return _ (labels[kind]);
}

/* What a card has room for; blanks and line ends are one blank. */
static char *
summarize (const IonTemplate *template_)
{
  g_autofree char *plain = ion_plain_text_from_template (template_->main, ION_PLAIN_TEXT_SITE);
  const char *body = strstr (plain, "\n\n");
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = body != NULL ? body : plain; *p != '\0' && line->len < SUMMARY_MAX;
       p = g_utf8_next_char (p))
    if (!g_ascii_isspace (*p))
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* @template_: (transfer full) */
static IonTemplateCard *
make_card (IonTemplate *template_, gboolean is_own)
{
  IonTemplateCard *card = g_new0 (IonTemplateCard, 1);

  card->template_ = template_;
  card->is_own = is_own;
  card->summary = summarize (template_);
  return card;
}

static gboolean
has_name (const GPtrArray *cards, const char *name)
{
  for (guint i = 0; i < cards->len; i++)
    {
      const IonTemplateCard *card = g_ptr_array_index (cards, i);

      if (g_strcmp0 (card->template_->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
ion_office_list_template_cards (IonOffice *self, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) starters = NULL;
  GPtrArray *cards;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  own = ion_ledger_list_templates (ion_office_get_ledger (self), error);
  starters = own != NULL ? ion_template_list_starters (error) : NULL;
  if (starters == NULL)
    return NULL;
  cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_card_free);
  while (own->len > 0)
    g_ptr_array_add (cards, make_card (g_ptr_array_steal_index (own, 0), TRUE));
  while (starters->len > 0)
    {
      IonTemplate *starter = g_ptr_array_steal_index (starters, 0);

      if (has_name (cards, starter->name))
        ion_template_free (starter);
      else
        g_ptr_array_add (cards, make_card (starter, FALSE));
    }
  return cards;
}

static IonTemplateCard *
find_card (IonOffice *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) cards = ion_office_list_template_cards (self, error);

  if (cards == NULL)
    return NULL;
  for (guint i = 0; i < cards->len; i++)
    {
      const IonTemplateCard *card = g_ptr_array_index (cards, i);

      if (g_strcmp0 (card->template_->name, name) == 0)
        return g_ptr_array_steal_index (cards, i);
    }
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND,
               _ ("There is no template “%s”, and no file of that name."), name);
  return NULL;
}

IonTemplateStory *
ion_office_tell_template (IonOffice *self, const char *name, gint64 now, GError **error)
{
  g_autoptr (IonTemplateStory) story = g_new0 (IonTemplateStory, 1);
  g_autoptr (GError) problem = NULL;
  const IonTemplate *template_;

  g_return_val_if_fail (ION_IS_OFFICE (self) && name != NULL, NULL);

  story->card = find_card (self, name, error);
  if (story->card == NULL)
    return NULL;
  template_ = story->card->template_;
  story->versions = ion_ledger_list_template_versions (ion_office_get_ledger (self), name, error);
  if (story->versions == NULL)
    return NULL;
  story->fields = ion_template_sample_fields (template_, now, NULL);
  story->sample = ion_template_render_sample (template_, NULL, now, &problem);
  if (problem != NULL)
    story->problem = ion_office_error_explain (problem);
  story->remarks = ion_template_check (template_, now);
  return g_steal_pointer (&story);
}

static IonTemplate *
copy_of (const IonTemplate *template_, GError **error)
{
  g_autofree char *json = ion_template_to_json (template_);

  return ion_template_from_json (json, -1, error);
}

char *
ion_office_copy_template (IonOffice *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (IonTemplateCard) card = NULL;
  g_autoptr (IonTemplate) copy = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && name != NULL, NULL);

  cards = ion_office_list_template_cards (self, error);
  card = cards != NULL ? find_card (self, name, error) : NULL;
  copy = card != NULL ? copy_of (card->template_, error) : NULL;
  if (copy == NULL)
    return NULL;
  for (int i = 1; has_name (cards, copy->name); i++)
    {
      g_free (copy->name);
      /* Translators: the name of a copied template */
      copy->name = i == 1 ? g_strdup_printf (_ ("%s (copy)"), name)
                          : g_strdup_printf (_ ("%1$s (copy %2$d)"), name, i);
    }
  if (!ion_office_put_template (self, copy, FALSE, error))
    return NULL;
  return g_strdup (copy->name);
}

gboolean
ion_office_restore_template (IonOffice *self, const char *name, gint64 version, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && name != NULL, FALSE);

  versions = ion_ledger_list_template_versions (ion_office_get_ledger (self), name, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const IonTemplateVersion *old = g_ptr_array_index (versions, i);

      if (old->version == version)
        return ion_office_put_template (self, old->template_, TRUE, error);
    }
  if (versions != NULL)
    g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND,
                         _ ("This version of the template is not there any more. Nothing was "
                            "changed."));
  return FALSE;
}
