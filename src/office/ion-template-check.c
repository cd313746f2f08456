/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What can be said about a template before the first citizen's data is merged: whether its texts
 * parse, and whether a sample of it fits the contract in every language.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-template-catalog.h"

#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

void
ion_template_remark_free (IonTemplateRemark *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

static void
add_remark (GPtrArray *remarks, const char *code, char *message, gboolean is_warning)
{
  IonTemplateRemark *remark = g_new0 (IonTemplateRemark, 1);

  remark->code = g_strdup (code);
  remark->message = message;
  remark->is_warning = is_warning;
  g_ptr_array_add (remarks, remark);
}

const char *
ion_render_error_get_name (const GError *error)
{
  if (error->domain == ION_TEMPLATE_ERROR)
    return ion_template_error_get_name (error->code);
  if (error->domain == ION_MESSAGE_ERROR)
    return ion_message_error_get_name (error->code);
  if (error->domain == ION_VALUE_ERROR)
    return ion_value_error_get_name (error->code);
  return "failed";
}

static void
check_language (const IonTemplate *template_, const char *language, gint64 now, GPtrArray *remarks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonMessage) message = ion_template_render_sample (template_, language, now, &error);
  gboolean is_length;

  if (message != NULL)
    return;
  /* The citizens' own values may be longer or shorter than the sample's. */
  is_length = g_error_matches (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_SUBJECT_LENGTH) ||
              g_error_matches (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_MARKDOWN_LENGTH);
  add_remark (remarks, ion_render_error_get_name (error),
              language == NULL ? g_strdup (error->message)
                               : g_strdup_printf ("%s: %s", language, error->message),
              is_length);
}

GPtrArray *
ion_template_check (const IonTemplate *template_, gint64 now)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_remark_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, &error);

  if (renderer == NULL)
    {
      add_remark (remarks, ion_render_error_get_name (error), g_strdup (error->message), FALSE);
      return remarks;
    }
  check_language (template_, NULL, now, remarks);
  for (guint i = 0; template_->variants != NULL && i < template_->variants->len; i++)
    {
      const IonTemplateText *variant = g_ptr_array_index (template_->variants, i);

      check_language (template_, variant->language, now, remarks);
    }
  return remarks;
}
