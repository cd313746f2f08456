/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The language of the fields, and rows that mean harm: a template's text, then the values of its
 * fields, separated by NUL.
 */

#include "fuzz.h"

#include "ion-render-proof.h"
#include "ion-value-error.h"

#include <string.h>

/* What every field of the template holds. */
static IonFields *
fill_fields (const IonRenderer *renderer, char **values)
{
  g_autoptr (GPtrArray) names = ion_renderer_list_fields (renderer);
  IonFields *fields = ion_fields_new ();
  guint n_values = g_strv_length (values);

  for (guint i = 0; i < names->len && n_values > 0; i++)
    ion_fields_set (fields, g_ptr_array_index (names, i), values[i % n_values]);

  return fields;
}

static void
check_message (const IonMessage *message, const char *markdown)
{
  g_assert (ion_message_check (message, NULL));
  /* Dashes that the e-mail copy stumbles on come from the template or from nobody. */
  g_assert (strchr (markdown, '-') != NULL || strstr (message->markdown, "---") == NULL);
  g_assert (strchr (message->subject, '\n') == NULL);
}

static void
render (const char *markdown, char **values)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("x", ION_TEMPLATE_FREE);
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (IonFields) fields = NULL;
  g_autoptr (IonMessage) message = NULL;
  g_autoptr (IonRenderProof) proof = NULL;
  g_autoptr (GError) error = NULL;
  IonRenderedPayment payment;

  g_free (template_->main->subject);
  g_free (template_->main->markdown);
  template_->main->subject = g_strdup (markdown);
  template_->main->markdown = g_strdup (markdown);

  renderer = ion_renderer_new (template_, &error);
  if (renderer == NULL)
    {
      g_assert (error->domain == ION_TEMPLATE_ERROR && g_utf8_validate (error->message, -1, NULL));
      return;
    }

  fields = fill_fields (renderer, values);
  message = ion_renderer_render (renderer, "RSSMRA85T10A562S", fields, NULL, &error);
  proof = ion_render_proof_new (renderer);
  g_assert (!ion_render_proof_holds (proof, fields, NULL, &payment) || message != NULL);
  if (message == NULL)
    g_assert (error->domain == ION_TEMPLATE_ERROR || error->domain == ION_MESSAGE_ERROR);
  else
    check_message (message, markdown);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strndup ((const char *) data, size);
  size_t at = strlen (text) + 1;

  while (at < size)
    {
      g_autofree char *value = g_strndup ((const char *) data + at, size - at);

      at += strlen (value) + 1;
      g_ptr_array_add (values, g_utf8_make_valid (value, -1));
    }
  g_ptr_array_add (values, NULL);

  render (text, (char **) values->pdata);
  return 0;
}
