/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Runs a fuzzer without libFuzzer: over the files of its kept corpus and, since that costs next to
 * nothing, over each of them cut short and with single bytes changed. What fails here fails again
 * in the same way: nothing is random.
 */

#include <glib.h>
#include <string.h>

#include "fuzz.h"

/* Longer inputs are changed in this many places only. */
#define PLACES 512

static guint64 n_runs;

/* In a block of exactly its size, so that the sanitizer sees a byte read too far. */
static void
run_copy (const char *data, gsize size)
{
  g_autofree guint8 *copy = g_malloc (size + (size == 0));

  memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  n_runs++;
}

static void
run_file (const char *path)
{
  static const char changes[] = { '\0', ' ', '-', '.', ',', '{', '"', '9', '\n', '\x80', '\xFF' };
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, step;

  if (!g_file_get_contents (path, &data, &size, &error))
    g_error ("%s", error->message);

  run_copy (data, size);
  step = size / PLACES + 1;
  for (gsize i = 0; i < size; i += step)
    {
      const char kept = data[i];

      run_copy (data, i);
      for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
        {
          data[i] = changes[k];
          run_copy (data, size);
        }
      data[i] = kept;
    }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, &error);
      const char *name;

      if (folder == NULL)
        g_error ("%s", error->message);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          run_file (path);
        }
    }
  if (n_runs == 0)
    g_error ("the corpus is empty");
  g_print ("%" G_GUINT64_FORMAT " runs\n", n_runs);
  return 0;
}
