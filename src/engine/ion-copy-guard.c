/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The outside may be one step behind, never more: more means that it belongs to another line of
 * this ledger's life. It may never be ahead: then the ledger is the older one. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-copy-guard.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What a new ledger has. One above it with nothing outside is a first start that was cut short. */
#define FIRST_GENERATION 0

struct _IonCopyGuard
{
  IonLedger *ledger;   /* (owned) */
  IonKeyring *keyring; /* (owned) */
  gint64 unsaved;      /* generation that the outside does not have yet; 0 = none */
};

IonCopyGuard *
ion_copy_guard_new (IonLedger *ledger, IonKeyring *keyring)
{
  IonCopyGuard *self = g_new0 (IonCopyGuard, 1);

  self->ledger = g_object_ref (ledger);
  self->keyring = g_object_ref (keyring);
  return self;
}

void
ion_copy_guard_free (IonCopyGuard *self)
{
  g_object_unref (self->ledger);
  g_object_unref (self->keyring);
  g_free (self);
}

static char *
state_file (IonCopyGuard *self)
{
  g_autofree char *name = g_strconcat ("mark-", ion_ledger_get_id (self->ledger), NULL);

  return g_build_filename (g_get_user_state_dir (), "io-notifier", name, NULL);
}

static gint64
parse_generation (const char *text)
{
  guint64 generation;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &generation, NULL))
    return -1;
  return (gint64) generation;
}

/* @generation: (out): -1 where there certainly is none */
static gboolean
load_outside (IonCopyGuard *self, gint64 *generation, GError **error)
{
  g_autofree char *path = state_file (self);
  g_autofree char *text = NULL;
  g_autoptr (IonSecret) secret = NULL;

  if (!ion_keyring_load (self->keyring, ion_ledger_get_id (self->ledger), "mark", &secret, error))
    return FALSE;
  *generation = secret != NULL ? parse_generation (ion_secret_get_text (secret)) : -1;
  if (g_file_get_contents (path, &text, NULL, NULL))
    *generation = MAX (*generation, parse_generation (g_strstrip (text)));
  return TRUE;
}

static gboolean
save_in_file (IonCopyGuard *self, const char *text, GError **error)
{
  g_autofree char *path = state_file (self);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The folder for the program's state cannot be made: “%s”."), folder);
      return FALSE;
    }
  return g_file_set_contents_full (path, text, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

static gboolean
save_outside (IonCopyGuard *self, gint64 generation, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, generation);
  g_autoptr (IonSecret) secret = ion_secret_new (text, strlen (text));
  g_autoptr (GError) failure = NULL;

  if (ion_keyring_save (self->keyring, ion_ledger_get_id (self->ledger), "mark",
                        /* Translators: how an entry of the keyring is called */
                        _ ("IO Notifier: age of the ledger"), secret, &failure))
    return TRUE;
  if (g_error_matches (failure, ION_KEYRING_ERROR, ION_KEYRING_ERROR_READ_ONLY))
    return save_in_file (self, text, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ion_copy_guard_check (IonCopyGuard *self, gboolean *older, GError **error)
{
  IonLedgerMark mark;
  gint64 outside;

  /* The outside first: an engine in another process may make both greater meanwhile, and an outside
   * that is behind by that is in order. */
  if (!load_outside (self, &outside, error) || !ion_ledger_get_mark (self->ledger, &mark, error))
    return FALSE;
  if (outside < 0)
    *older = mark.is_copy || mark.generation > FIRST_GENERATION + 1;
  else
    *older = mark.is_copy || outside > mark.generation || outside < mark.generation - 1;
  return TRUE;
}

gboolean
ion_copy_guard_bump (IonCopyGuard *self, GError **error)
{
  gint64 outside = 0;

  if (self->unsaved == 0)
    {
      if (!load_outside (self, &outside, error))
        return FALSE;
      self->unsaved = ion_ledger_bump_mark (self->ledger, outside, error);
      if (self->unsaved < 0)
        {
          self->unsaved = 0;
          return FALSE;
        }
    }
  if (!save_outside (self, self->unsaved, error))
    return FALSE;
  self->unsaved = 0;
  return TRUE;
}
