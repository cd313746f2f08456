/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The commonest way to reach people twice is to import the same file twice. Its fingerprint is
 * keyed, so that the ledger does not tell which file it was.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-file-print.h"

#define CHUNK 65536

gboolean
ion_file_print_read (IonPrint *print,
                     const char *path,
                     IonVault *vault,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (CHUNK);
  gssize got;

  if (stream == NULL)
    return FALSE;
  while ((got = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, cancellable, error)) >
         0)
    g_checksum_update (checksum, (const guchar *) buffer, got);
  if (got < 0)
    return FALSE;
  ion_vault_print (vault, "file", g_checksum_get_string (checksum), print);
  return TRUE;
}
