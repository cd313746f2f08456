/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Numbers as old workbooks write them, from any address. For the files of this folder only. */

static inline guint16
ion_le16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static inline guint32
ion_le32 (const guint8 *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static inline double
ion_le_double (const guint8 *p)
{
  guint64 bits = (guint64) ion_le32 (p) | (guint64) ion_le32 (p + 4) << 32;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

G_END_DECLS
