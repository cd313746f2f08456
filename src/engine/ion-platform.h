/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"
#include "ion-message.h"
#include "ion-secret.h"

G_BEGIN_DECLS

/**
 * IonPlatform:
 *
 * IO, as the engine knows it. Only the gate (ion-gate.h) calls it. Every finish returns an answer,
 * never an error: a call that was cancelled before anything left is %ION_ANSWER_NOTHING_LEFT with
 * the code "cancelled", one cancelled later %ION_ANSWER_UNCLEAR. A submission is one POST and is
 * never repeated.
 *
 * @departed is called at most once, in the caller's context, when the request begins to leave.
 */
#define ION_TYPE_PLATFORM (ion_platform_get_type ())
G_DECLARE_INTERFACE (IonPlatform, ion_platform, ION, PLATFORM, GObject)

typedef void (*IonDepartedFunc) (gpointer user_data);

struct _IonPlatformInterface
{
  GTypeInterface parent;

  void (*reach_async) (IonPlatform *self,
                       IonSecret *key,
                       const char *fiscal_code,
                       IonDepartedFunc departed,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
  void (*submit_async) (IonPlatform *self,
                        IonSecret *key,
                        const IonMessage *message,
                        IonDepartedFunc departed,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  void (*status_async) (IonPlatform *self,
                        IonSecret *key,
                        const char *fiscal_code,
                        const char *message_id,
                        IonDepartedFunc departed,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  IonAnswer *(*call_finish) (IonPlatform *self, GAsyncResult *result);
};

/* @departed's and @callback's user_data is the same. (transfer full) for finish. */
void ion_platform_reach_async (IonPlatform *self,
                               IonSecret *key,
                               const char *fiscal_code,
                               IonDepartedFunc departed,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void ion_platform_submit_async (IonPlatform *self,
                                IonSecret *key,
                                const IonMessage *message,
                                IonDepartedFunc departed,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void ion_platform_status_async (IonPlatform *self,
                                IonSecret *key,
                                const char *fiscal_code,
                                const char *message_id,
                                IonDepartedFunc departed,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
IonAnswer *ion_platform_call_finish (IonPlatform *self, GAsyncResult *result);

G_END_DECLS
