/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-platform.h"

G_BEGIN_DECLS

/**
 * IonIoPlatform:
 *
 * IO's messages API over libsoup: the only type that knows its addresses, headers and JSON names.
 */
#define ION_TYPE_IO_PLATFORM (ion_io_platform_get_type ())
G_DECLARE_FINAL_TYPE (IonIoPlatform, ion_io_platform, ION, IO_PLATFORM, GObject)

#define ION_IO_PLATFORM_PRODUCTION_URL "https://api.io.pagopa.it/api/v1"

/**
 * ion_io_platform_new:
 * @base_url: https, or plain http for a loopback host only (G_IO_ERROR_INVALID_ARGUMENT otherwise)
 * @loopback_only: TRUE for a practice office: any other host is refused
 * @concurrency: connections kept at most (16)
 */
IonPlatform *ion_io_platform_new (const char *base_url,
                                  gboolean loopback_only,
                                  guint concurrency,
                                  GError **error);

/* Below, for tests: only before the first call. */

/* How long the platform may be silent; 190 s, since its gateway waits 180. */
void ion_io_platform_set_timeout (IonIoPlatform *self, guint seconds);
/* After how many calls over https the connections are given up for new ones; 500. */
void ion_io_platform_set_calls_per_session (IonIoPlatform *self, guint calls);
/* (nullable): the system's by default; never asked for plain http */
void ion_io_platform_set_proxy_resolver (IonIoPlatform *self, GProxyResolver *resolver);
/* (nullable): the system's by default */
void ion_io_platform_set_tls_database (IonIoPlatform *self, GTlsDatabase *database);

G_END_DECLS
