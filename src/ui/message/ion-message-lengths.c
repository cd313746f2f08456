/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The counters below the title and the text: against the limit, and for the longest row, since that
 * is the one that IO would refuse.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-lengths.h"

#include "ion-format.h"
#include "ion-variant.h"

#include <glib/gi18n-lib.h>

static void
measure (IonDraftEditor *editor, const IonTemplateText *text, gsize *subject, gsize *markdown)
{
  const char *language = text->language != NULL ? text->language : "it";
  g_autoptr (IonVariant) variant = ion_variant_new (text, language, NULL);
  g_autoptr (IonFields) fields = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  *subject = *markdown = 0;
  if (variant == NULL)
    return;
  fields = ion_draft_editor_get_shown_fields (editor, NULL);
  if (fields == NULL)
    return;
  title = ion_variant_merge_subject (variant, fields, NULL);
  body = ion_variant_merge_markdown (variant, fields, NULL);
  if (title != NULL)
    *subject = ion_utf16_length (title);
  if (body != NULL)
    *markdown = ion_utf16_length (body);
}

/* What was typed in another language says nothing about this one. */
static void
turn_to (IonMessageLengths *self, IonDraftEditor *editor)
{
  const char *language = ion_draft_editor_get_language (editor);

  if (g_strcmp0 (self->language, language != NULL ? language : "") == 0)
    return;
  self->subject_typed = self->text_typed = 0;
  g_strlcpy (self->language, language != NULL ? language : "", sizeof self->language);
}

void
ion_message_lengths_type (IonMessageLengths *self,
                          IonDraftEditor *editor,
                          const IonTemplateText *text)
{
  gsize subject, markdown;

  turn_to (self, editor);
  measure (editor, text, &subject, &markdown);
  if (subject > 0 && self->subject > 0)
    self->subject_typed += (gssize) subject - (gssize) self->subject;
  if (markdown > 0 && self->text > 0)
    self->text_typed += (gssize) markdown - (gssize) self->text;
  self->subject = subject;
  self->text = markdown;
}

void
ion_message_lengths_measure (IonMessageLengths *self,
                             IonDraftEditor *editor,
                             const IonTemplateText *text)
{
  turn_to (self, editor);
  measure (editor, text, &self->subject, &self->text);
}

void
ion_message_lengths_sampled (IonMessageLengths *self,
                             IonDraftEditor *editor,
                             const IonTemplateText *text)
{
  self->subject_typed = self->text_typed = 0;
  ion_message_lengths_measure (self, editor, text);
}

/* Never on the other side of what is on the phone. */
static gsize
add (gsize known, gssize typed, gsize shown, gboolean is_longest)
{
  gssize sum = (gssize) known + typed;

  if (known == 0)
    return shown;
  return is_longest ? MAX ((gsize) MAX (sum, 0), shown) : MIN ((gsize) MAX (sum, 1), shown);
}

void
ion_message_lengths_get_facts (const IonMessageLengths *self,
                               IonDraftEditor *editor,
                               IonAdviceFacts *facts)
{
  const IonDraftSample *sample = ion_draft_editor_get_sample (editor);
  const char *language = ion_draft_editor_get_language (editor);
  const IonDraftLengths *variant = NULL;
  IonDraftLengths known = { 0 };

  if (sample != NULL && language != NULL)
    variant = ion_draft_sample_find_lengths (sample, language);
  if (variant != NULL)
    known = *variant;
  else if (sample != NULL && language == NULL)
    known = (IonDraftLengths){ .longest_subject = sample->longest_subject,
                               .longest_text = sample->longest_text,
                               .shortest_text = sample->shortest_text };
  facts->longest_subject = add (known.longest_subject, self->subject_typed, self->subject, TRUE);
  facts->shortest_subject = self->subject;
  facts->longest_text = add (known.longest_text, self->text_typed, self->text, TRUE);
  facts->shortest_text = add (known.shortest_text, self->text_typed, self->text, FALSE);
}

char *
ion_message_lengths_describe (gsize length, gsize longest, gsize limit)
{
  g_autofree char *here = ion_format_count ((gint64) length);
  g_autofree char *most = ion_format_count ((gint64) longest);
  g_autofree char *bound = ion_format_count ((gint64) limit);

  if (length == 0)
    /* Translators: so many characters at most. */
    return g_strdup_printf (_ ("at most %s"), bound);
  if (longest <= length)
    /* Translators: characters, of so many at most. */
    return g_strdup_printf (_ ("%1$s of %2$s"), here, bound);
  /* Translators: characters, of so many at most; those of the longest row. */
  return g_strdup_printf (_ ("%1$s of %2$s, the longest %3$s"), here, bound, most);
}
