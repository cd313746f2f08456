/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Template files: what is read is written and read again as the same.
 */

#include "fuzz.h"

#include "ion-renderer.h"
#include "ion-template-json.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = ion_template_from_json (json, (gssize) strlen (json), &error);

  if (template_ == NULL)
    {
      g_assert (error->domain == ION_TEMPLATE_ERROR);
      return 0;
    }
  {
    g_autofree char *written = ion_template_to_json (template_);
    g_autoptr (IonTemplate) again = ion_template_from_json (written, -1, NULL);
    g_autofree char *rewritten = NULL;
    g_autoptr (IonRenderer) renderer = NULL;

    g_assert (again != NULL);
    rewritten = ion_template_to_json (again);
    g_assert (g_str_equal (written, rewritten));

    renderer = ion_renderer_new (again, &error);
    g_assert ((renderer == NULL) == (error != NULL));
  }
  return 0;
}
