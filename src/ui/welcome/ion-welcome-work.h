/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-secret.h"

G_BEGIN_DECLS

/* An office that was opened or made, in a worker thread. */
typedef struct
{
  IonOffice *office; /* (owned) */
  gboolean is_older_copy;
  char *recovery_key; /* (owned) (nullable): of one that was made; wiped */
} IonOpened;

void ion_opened_free (IonOpened *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOpened, ion_opened_free)

/* @folder: (nullable); @recovery_key: (nullable): restores with it */
void ion_welcome_open_async (gpointer source,
                             const char *folder,
                             gboolean is_practice,
                             IonSecret *recovery_key,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback);
void ion_welcome_create_async (gpointer source,
                               const char *folder,
                               const char *name,
                               const char *code,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback);
IonOpened *ion_welcome_open_finish (GAsyncResult *result, GError **error);

/* The first service, or another key of it. (IonDeskFunc) */
typedef struct
{
  char *id, *name, *department; /* (owned) */
  IonSecret *key;               /* (owned) (nullable): as it is */
  gboolean is_stored;
} IonFirstService;

void ion_first_service_free (gpointer data);
gpointer ion_first_service_store (IonOffice *office,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* A message of test to the person whose code @data is, begun. (IonDeskFunc)
 * Returns: (transfer full): the campaign's id */
typedef struct
{
  char *code;    /* (owned) */
  char *service; /* (owned) */
} IonFirstTest;

void ion_first_test_free (gpointer data);
gpointer
ion_first_test_begin (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error);
/* Where it stands, as a sentence; %NULL while it is on its way. @data: its campaign's id.
 * (IonDeskFunc) */
gpointer
ion_first_test_look (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
