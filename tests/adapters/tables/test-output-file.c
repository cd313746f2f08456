/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Whole under its name or not at all, and nothing beside it, whatever ends the writing. */

#include "config.h"

#include "ion-output-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("output-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "out.csv", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  /* Nothing else may be left in the folder. */
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

static void
test_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOutputFile) file = NULL;
  g_autofree char *text = NULL;
  struct stat about;

  g_file_set_contents (f->path, "before", -1, NULL);
  file = ion_output_file_new (f->path, &error);
  g_assert_no_error (error);
  g_assert_true (ion_output_file_write (file, "after", 5, &error));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_clear_pointer (&text, g_free);
  g_assert_true (ion_output_file_finish (file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "after");
  g_assert_cmpint (stat (f->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_unfinished (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  IonOutputFile *file = ion_output_file_new (f->path, &error);

  g_assert_no_error (error);
  g_assert_true (ion_output_file_write (file, "half", 4, &error));
  ion_output_file_free (file);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

/* A program that is killed cannot tidy up. */
static void
test_killed (Fixture *f, gconstpointer data)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      IonOutputFile *file = ion_output_file_new (f->path, NULL);

      if (file != NULL)
        ion_output_file_write (file, "RSSMRA85T10A562S", 16, NULL);
      raise (SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

/* What a full disk does, without one. */
static void
test_no_room (Fixture *f, gconstpointer data)
{
  const struct rlimit small = { .rlim_cur = 4096, .rlim_max = RLIM_INFINITY };
  g_autofree char *piece = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOutputFile) file = NULL;
  struct rlimit before;
  gboolean is_written;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  file = ion_output_file_new (f->path, &error);
  g_assert_no_error (error);
  setrlimit (RLIMIT_FSIZE, &small);
  is_written = ion_output_file_write (file, piece, 8192, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (is_written);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, f->path));
}

static void
test_no_place (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "none", "x.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) device_error = NULL;

  g_assert_null (ion_output_file_new (nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, nowhere));
  g_assert_null (ion_output_file_new (f->folder, &folder_error));
  g_assert_error (folder_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (ion_output_file_new ("/dev/null", &device_error));
  g_assert_error (device_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_not_allowed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;
  IonOutputFile *file;

  g_chmod (f->folder, 0500);
  /* Who may write anywhere is somebody else for a moment. */
  g_assert_true (!is_root || seteuid (NOBODY) == 0);
  file = ion_output_file_new (f->path, &error);
  g_assert_true (!is_root || seteuid (0) == 0);
  g_chmod (f->folder, 0700);
  g_assert_null (file);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/output-file/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/output-file/unfinished", Fixture, NULL, set_up, test_unfinished, tear_down);
  g_test_add ("/output-file/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/output-file/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/output-file/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  g_test_add ("/output-file/not-allowed", Fixture, NULL, set_up, test_not_allowed, tear_down);
  return g_test_run ();
}
