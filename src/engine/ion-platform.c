/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The engine's door to IO: which platform stands behind it, the real one, the practice one or a
 * test's own, is decided where the office is put together.
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-platform.h"

G_DEFINE_INTERFACE (IonPlatform, ion_platform, G_TYPE_OBJECT)

static void
ion_platform_default_init (IonPlatformInterface *iface)
{
}

/**
 * ion_platform_reach_async:
 * @key: the service's key
 * @fiscal_code: a person, as ion_fiscal_code_parse() writes it
 * @departed: (nullable): told when the request begins to leave
 *
 * Asks whether the service may write to a person.
 */
void
ion_platform_reach_async (IonPlatform *self,
                          IonSecret *key,
                          const char *fiscal_code,
                          IonDepartedFunc departed,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ION_IS_PLATFORM (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (fiscal_code != NULL);

  ION_PLATFORM_GET_IFACE (self)->reach_async (self, key, fiscal_code, departed, cancellable,
                                              callback, user_data);
}

/**
 * ion_platform_submit_async:
 * @key: the service's key
 * @message: what to send, checked before with ion_message_check()
 * @departed: (nullable): told when the request begins to leave
 *
 * Sends one message to one person, with one POST that is never repeated.
 */
void
ion_platform_submit_async (IonPlatform *self,
                           IonSecret *key,
                           const IonMessage *message,
                           IonDepartedFunc departed,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ION_IS_PLATFORM (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (message != NULL);

  ION_PLATFORM_GET_IFACE (self)->submit_async (self, key, message, departed, cancellable, callback,
                                               user_data);
}

/**
 * ion_platform_status_async:
 * @key: the service's key
 * @fiscal_code: whom the message went to
 * @message_id: the id that the platform gave it
 * @departed: (nullable): told when the request begins to leave
 *
 * Asks what has become of a message.
 */
void
ion_platform_status_async (IonPlatform *self,
                           IonSecret *key,
                           const char *fiscal_code,
                           const char *message_id,
                           IonDepartedFunc departed,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ION_IS_PLATFORM (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (fiscal_code != NULL && message_id != NULL);

  ION_PLATFORM_GET_IFACE (self)->status_async (self, key, fiscal_code, message_id, departed,
                                               cancellable, callback, user_data);
}

/**
 * ion_platform_call_finish:
 * @result: of any of the three calls
 *
 * Returns: (transfer full): what the call came to
 */
IonAnswer *
ion_platform_call_finish (IonPlatform *self, GAsyncResult *result)
{
  g_return_val_if_fail (ION_IS_PLATFORM (self), NULL);

  return ION_PLATFORM_GET_IFACE (self)->call_finish (self, result);
}
