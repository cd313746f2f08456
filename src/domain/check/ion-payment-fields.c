/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The renderer says that an amount cannot be read; the person needs to know in which column. Where
 * the template's amount is one field and nothing else, that field's cell is checked by itself.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-payment-fields.h"

#include <string.h>

/* "{{importo}}" -> "importo"; %NULL where @expression is anything else */
static char *
read_single_field (const char *expression)
{
  g_autofree char *text = NULL;
  gsize length;

  if (expression == NULL)
    return NULL;
  text = g_strstrip (g_strdup (expression));
  length = strlen (text);
  if (length < 5 || !g_str_has_prefix (text, "{{") || !g_str_has_suffix (text, "}}"))
    return NULL;
  text[length - 2] = '\0';
  if (strpbrk (text + 2, "{}|:\\") != NULL || g_str_has_prefix (text + 2, "se "))
    return NULL;
  return g_strdup (g_strstrip (text + 2));
}

void
ion_payment_fields_init (IonPaymentFields *self, const IonTemplate *template_)
{
  self->amount = read_single_field (template_->amount);
  self->due_date = read_single_field (template_->due_date);
  self->notice_number = read_single_field (template_->notice_number);
}

void
ion_payment_fields_clear (IonPaymentFields *self)
{
  g_clear_pointer (&self->amount, g_free);
  g_clear_pointer (&self->due_date, g_free);
  g_clear_pointer (&self->notice_number, g_free);
}
