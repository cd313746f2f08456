/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which folders are on a share.
 */

#include "config.h"

#include "ion-filesystem.h"

static void
test_types (void)
{
  static const struct
  {
    gint64 type;
    const char *mount_type, *name;
  } cases[] = {
    { 0xEF53, NULL, NULL },     /* ext4 */
    { 0x58465342, NULL, NULL }, /* XFS */
    { 0x9123683E, NULL, NULL }, /* Btrfs */
    { 0x01021994, NULL, NULL }, /* tmpfs */
    { 0x794C7630, NULL, NULL }, /* overlay */
    { 0x6969, NULL, "NFS" },
    { 0x517B, NULL, "SMB" },
    { 0xFF534D42, NULL, "CIFS" },
    { (gint32) 0xFF534D42, NULL, "CIFS" }, /* as a signed word */
    { 0xFE534D42, NULL, "SMB 2" },
    { 0x5346414F, NULL, "AFS" },
    { 0x01021997, NULL, "9P" },
    { 0x65735546, "fuse.sshfs", "FUSE" },
    { 0x65735546, "fuse.rclone", "FUSE" },
    { 0x65735546, NULL, "FUSE" },
    { 0x65735546, "fuseblk", NULL },
    { 0x65735546, "fuse.gocryptfs", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ion_filesystem_get_shared_name (cases[i].type, cases[i].mount_type), ==,
                     cases[i].name);
}

static void
test_own_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ion_filesystem_check (g_get_tmp_dir (), &error));
  g_assert_no_error (error);
  g_assert_true (ion_filesystem_check ("/nonexistent", &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/filesystem/types", test_types);
  g_test_add_func ("/store/filesystem/own-folder", test_own_folder);
  return g_test_run ();
}
