/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-practice.h"

G_BEGIN_DECLS

/**
 * IonPracticeHost:
 *
 * The practice platform in a thread of its own, so that it answers whatever the office's thread is
 * busy with. Loopback only.
 */
typedef struct _IonPracticeHost IonPracticeHost;

/* @options: copied by the platform as it starts; its texts need live only until this returns */
IonPracticeHost *ion_practice_host_start (const IonPracticeOptions *options, GError **error);
const char *ion_practice_host_get_url (IonPracticeHost *self);
/* Stops the platform and waits for its thread. */
void ion_practice_host_free (IonPracticeHost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPracticeHost, ion_practice_host_free)

G_END_DECLS
