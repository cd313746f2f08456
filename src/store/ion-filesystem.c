/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * SQLite's log is shared memory: between two machines that see the same file it silently corrupts
 * the ledger. So folders that another machine, or the host of a virtual one, may see are refused.
 * Of FUSE, only what is known to be local passes, since the rest are mostly clouds and ssh.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-filesystem.h"
#include "ion-store-error.h"

#include <stdio.h>
#include <string.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <glib/gi18n-lib.h>

#define FUSE_MAGIC 0x65735546

static const struct
{
  gint64 type;
  const char *name;
} shares[] = {
  { 0x6969, "NFS" },        { 0x517B, "SMB" },
  { 0xFF534D42, "CIFS" },   { 0xFE534D42, "SMB 2" },
  { 0x5346414F, "AFS" },    { 0x6B414653, "AFS" },
  { 0x73757245, "Coda" },   { 0x564C, "NCP" },
  { 0x01021997, "9P" },     { 0x00C36400, "Ceph" },
  { 0x0BD00BD0, "Lustre" }, { 0x01161970, "GFS2" },
  { 0x7461636F, "OCFS2" },  { 0x786F4256, "VirtualBox" },
  { 0xBACBACBC, "VMware" },
};

static const char *const local_fuse[] = {
  "fuseblk",   "fuse.gocryptfs", "fuse.encfs",   "fuse.cryfs",    "fuse.securefs",
  "fuse.ext4", "fuse.bindfs",    "fuse.ntfs-3g", "fuse.mergerfs", "fuse.fuse-overlayfs",
};

static gboolean
is_local_fuse (const char *mount_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (local_fuse); i++)
    if (g_strcmp0 (mount_type, local_fuse[i]) == 0)
      return TRUE;
  return FALSE;
}

const char *
ion_filesystem_get_shared_name (gint64 type, const char *mount_type)
{
  /* f_type is signed on some machines: only its 32 bits tell. */
  type &= 0xFFFFFFFF;
  if (type == FUSE_MAGIC)
    return is_local_fuse (mount_type) ? NULL : "FUSE";
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (shares[i].type == type)
      return shares[i].name;
  return NULL;
}

/* "36 35 98:0 /root /mount options - type source options", found by the device's number. */
static char *
find_mount_type (const char *folder)
{
  g_autofree char *table = NULL, *device = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat status;

  if (stat (folder, &status) != 0 ||
      !g_file_get_contents ("/proc/self/mountinfo", &table, NULL, NULL))
    return NULL;
  device = g_strdup_printf ("%u:%u", major (status.st_dev), minor (status.st_dev));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      const char *dash = strstr (lines[i], " - ");

      if (g_strv_length (words) > 3 && g_str_equal (words[2], device) && dash != NULL)
        return g_strndup (dash + 3, strcspn (dash + 3, " "));
    }
  return NULL;
}

gboolean
ion_filesystem_check (const char *folder, GError **error)
{
  g_autofree char *mount_type = NULL;
  struct statfs status;
  const char *name;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (statfs (folder, &status) != 0)
    return TRUE;
  if (((gint64) status.f_type & 0xFFFFFFFF) == FUSE_MAGIC)
    mount_type = find_mount_type (folder);
  name = ion_filesystem_get_shared_name ((gint64) status.f_type, mount_type);
  if (name == NULL)
    return TRUE;
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NETWORK_FOLDER,
               /* Translators: %1$s is a folder, %2$s a kind of share such as NFS */
               _ ("The folder %1$s is on a network share (%2$s), where a ledger would be damaged: "
                  "choose a folder on this computer's own disk."),
               folder, name);
  return FALSE;
}
