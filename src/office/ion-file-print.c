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

#include <gio/gio.h>

#define CHUNK 262144

struct _IonFilePrint
{
  GFile *file;               /* (owned) */
  IonVault *vault;           /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GThread *thread;           /* (nullable): NULL once it has ended */
  IonPrint print;
  GError *failure; /* (owned) (nullable) */
};

static gpointer
print_thread (gpointer data)
{
  IonFilePrint *self = data;
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, self->cancellable, &self->failure);
  g_autoptr (IonVaultPrinter) printer = ion_vault_printer_new (self->vault, "file");
  g_autofree char *buffer = g_malloc (CHUNK);
  gssize got = 0;

  while (stream != NULL && (got = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK,
                                                       self->cancellable, &self->failure)) > 0)
    ion_vault_printer_update (printer, buffer, (gsize) got);
  ion_vault_printer_finish (printer, &self->print);
  return NULL;
}

IonFilePrint *
ion_file_print_new (const char *path, IonVault *vault)
{
  IonFilePrint *self;

  g_return_val_if_fail (path != NULL && vault != NULL, NULL);

  self = g_new0 (IonFilePrint, 1);
  self->file = g_file_new_for_path (path);
  self->vault = ion_vault_ref (vault);
  self->cancellable = g_cancellable_new ();
  self->thread = g_thread_new ("ion-file-print", print_thread, self);
  return self;
}

void
ion_file_print_free (IonFilePrint *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_error (&self->failure);
  g_object_unref (self->cancellable);
  g_object_unref (self->file);
  ion_vault_unref (self->vault);
  g_free (self);
}

gboolean
ion_file_print_finish (IonFilePrint *self, IonPrint *print, GError **error)
{
  g_return_val_if_fail (self != NULL && self->thread != NULL, FALSE);

  g_clear_pointer (&self->thread, g_thread_join);
  *print = self->print;
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}
