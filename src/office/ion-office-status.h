/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/* How the office stands, for monitoring and for the overview. */
typedef struct
{
  IonResult result; /* done = well; waits; failed = broken */
  char *sentence;   /* (owned): one line */
  gboolean is_stopped;
  gboolean is_older_copy;
  gint64 running, scheduled, paused; /* campaigns */
  gint64 unattended;                 /* running or overdue, and no process sends them */
  gint64 uncertain;                  /* deliveries, all campaigns */
  gint64 to_mend;                    /* refused, rejected or failed in campaigns that are not old */
  gint64 keys_refused;               /* services */
  gint64 keys_missing;
} IonOfficeStatus;

void ion_office_status_free (IonOfficeStatus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOfficeStatus, ion_office_status_free)

IonOfficeStatus *ion_office_get_status (IonOffice *self, GError **error);

G_END_DECLS
