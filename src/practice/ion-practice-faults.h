/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The calls that a fault may be asked for. */
typedef enum
{
  ION_PRACTICE_CALL_PROFILES,
  ION_PRACTICE_CALL_MESSAGES,
  ION_PRACTICE_CALL_STATUS,
  ION_PRACTICE_CALL_OTHER,
} IonPracticeCall;

typedef enum
{
  ION_PRACTICE_FAULT_NONE,
  ION_PRACTICE_FAULT_401,
  ION_PRACTICE_FAULT_403,
  ION_PRACTICE_FAULT_403_RECIPIENT,
  ION_PRACTICE_FAULT_404,
  ION_PRACTICE_FAULT_408,
  ION_PRACTICE_FAULT_413,
  ION_PRACTICE_FAULT_429,
  ION_PRACTICE_FAULT_500,
  ION_PRACTICE_FAULT_500_RAW,
  ION_PRACTICE_FAULT_502,
  ION_PRACTICE_FAULT_SLOW,
  ION_PRACTICE_FAULT_ACCEPTED_THEN_LOST,
  ION_PRACTICE_FAULT_TRUNCATED,
  ION_PRACTICE_FAULT_ABSURD_JSON,
  ION_PRACTICE_FAULT_NO_ID,
  ION_PRACTICE_FAULT_REDIRECT,
  ION_PRACTICE_FAULT_PORTAL,
  ION_PRACTICE_FAULT_RESET_BEFORE,
} IonPracticeFault;

/* What goes wrong on demand, and how often. */
typedef struct _IonPracticeFaults IonPracticeFaults;

IonPracticeFaults *ion_practice_faults_new (guint seed);
void ion_practice_faults_free (IonPracticeFaults *self);

/**
 * ion_practice_faults_set:
 * @faults: (nullable): "KIND=SHARE" with a share from 0 to 1, "KIND=#3" for the first three calls,
 *   "KIND@messages=..." (profiles, status) for one call only
 * @error: G_IO_ERROR_INVALID_ARGUMENT; nothing has changed then
 *
 * Puts these faults in the place of those before.
 */
gboolean
ion_practice_faults_set (IonPracticeFaults *self, const char *const *faults, GError **error);
IonPracticeFault ion_practice_faults_draw (IonPracticeFaults *self, IonPracticeCall call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPracticeFaults, ion_practice_faults_free)

G_END_DECLS
