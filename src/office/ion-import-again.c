/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Some rows are odd only beside all others: an amount a hundred times its neighbours, known when
 * the last row is. The corrected file must say so in their row, which is written by then; a second
 * reading costs time where keeping the rows would cost memory, and few files need it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-again.h"

#define LOOK_EVERY 64 /* rows */

gboolean
ion_import_again_write (IonImportOutput *output,
                        IonRecipientFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (GError) local_error = NULL;
  IonRecipient *next = NULL;
  const char *const *cells = NULL;
  gsize n_cells = 0;

  if (!ion_import_output_restart (output, file, error))
    return FALSE;
  for (guint n = 0; ion_recipient_file_next (file, &next, &cells, &n_cells, issues, &local_error);
       n++)
    {
      g_autoptr (IonRecipient) recipient = g_steal_pointer (&next);

      if (n % LOOK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (recipient != NULL &&
          !ion_import_output_write (output, cells, n_cells, recipient->row, issues, error))
        return FALSE;
      g_ptr_array_set_size (issues, 0);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
