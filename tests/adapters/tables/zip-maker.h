/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

/* A file that goes into an archive. */
typedef struct
{
  const char *name; /* NULL ends a list of them */
  const char *text;
} ZipPart;

/* How an archive is made wrong, or large, on purpose. */
typedef struct
{
  const char *password; /* (nullable): every part is encrypted */
  const char *padded;   /* (nullable): the part that is followed by @padding blanks */
  guint64 padding;
  gboolean is_stored; /* not compressed */
} ZipOptions;

/* Writes an archive of @parts to a new temporary file. Returns: (transfer full): its path */
char *zip_make (const ZipPart *parts, const ZipOptions *options);
/* Writes bytes to a new temporary file. Returns: (transfer full): its path */
char *zip_make_raw (const char *bytes, gsize size);
