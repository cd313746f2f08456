/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Stored rows: bytes that are accepted say the same when they are stored again.
 */

#include "fuzz.h"

#include "ion-fields.h"
#include "ion-value-error.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonFields) fields = ion_fields_from_bytes (bytes, &error);

  if (fields == NULL)
    {
      g_assert (error->domain == ION_VALUE_ERROR);
      return 0;
    }
  {
    g_autoptr (GBytes) stored = ion_fields_to_bytes (fields);
    g_autoptr (IonFields) again = ion_fields_from_bytes (stored, NULL);

    g_assert (again != NULL && ion_fields_get_size (again) == ion_fields_get_size (fields));
    for (guint i = 0; i < ion_fields_get_size (again); i++)
      {
        const char *name;
        g_autofree char *folded = NULL;

        ion_fields_get_nth (again, i, &name, NULL);
        folded = ion_field_name_fold (name);
        g_assert (folded[0] == '\0' || ion_field_name_equal (name, folded));
        g_assert (ion_fields_get (again, name) != NULL);
      }
  }
  return 0;
}
