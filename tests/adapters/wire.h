/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-platform.h"

G_BEGIN_DECLS

/* What the other side does with one request. The last step serves all that follow. */
typedef struct
{
  const char *reply; /* (nullable): bytes; %NULL = none */
  gboolean close;    /* after the reply */
  gboolean unread;   /* closes when the request arrives, without reading it */
  gboolean hang;     /* says nothing until the client goes */
  gboolean endless;  /* goes on sending after the reply, for ever */
  gboolean trickle;  /* sends a blank now and then, for ever */
} WireStep;

/* A server that does what it is told, byte for byte, and counts. */
typedef struct _Wire Wire;

Wire *wire_new (const WireStep *steps, gsize n_steps, gboolean tls);
void wire_free (Wire *self);
guint16 wire_get_port (Wire *self);
/* Connections that were taken, requests whose first byte arrived. */
int wire_get_connections (Wire *self);
int wire_get_requests (Wire *self);
/* (transfer full): the last request, head and body */
char *wire_get_last (Wire *self);
/* How many connections are open now. */
int wire_get_open (Wire *self);
/* The certificate of a server with TLS, which nobody has signed. */
GTlsDatabase *wire_trust (void);
/* It, and its key: it names localhost and 127.0.0.1, for a hundred years. */
const char *wire_pem (void);

/* One call, waited for. */
typedef struct
{
  IonAnswer *answer;
  int departed;
} WireCall;

IonSecret *wire_key (void);
IonMessage *wire_message (void);
IonAnswer *wire_reach (IonPlatform *platform, const char *fiscal_code, int *departed);
IonAnswer *wire_submit (IonPlatform *platform, GCancellable *cancellable, int *departed);
IonAnswer *wire_submit_message (IonPlatform *platform, const char *key, const IonMessage *message);
IonAnswer *wire_status (IonPlatform *platform, const char *fiscal_code, const char *id);

/* A whole answer of HTTP. (transfer full) */
char *wire_http (const char *status, const char *type, const char *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wire, wire_free)

G_END_DECLS
