/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NGINX_PATH "/usr/sbin/nginx"

typedef struct
{
  const char *address;  /* (nullable): of loopback; 127.0.0.1, which the certificate names */
  const char *settings; /* (nullable): more of the server's, in nginx's own words */
  gboolean http1;       /* HTTP/2 is not offered */
} NginxOptions;

/* A real web server with TLS before a platform that speaks plain HTTP/1.1, as IO's gateway is. Its
 * certificate is the one that wire_trust() trusts. */
typedef struct _Nginx Nginx;

/* A request that came to its end, as the server saw it. */
typedef struct
{
  char *protocol; /* (owned): "HTTP/2.0" */
  char *tls;      /* (owned): "TLSv1.3" */
  char *method;   /* (owned) */
  gint64 connection;
  int status;
} NginxCall;

/* @backend: address of the platform */
Nginx *nginx_new (const char *backend, const NginxOptions *options);
void nginx_free (Nginx *self);
/* "https://127.0.0.1:PORT/api/v1" */
const char *nginx_get_url (Nginx *self);
void nginx_signal (Nginx *self, int number);

/* Lets it finish what it has begun, and end. */
void nginx_finish (Nginx *self);
/* After nginx_finish(). (transfer full) (element-type NginxCall) */
GPtrArray *nginx_get_calls (Nginx *self);
/* Whether it has noted @text about itself. */
gboolean nginx_has_noted (Nginx *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Nginx, nginx_free)

G_END_DECLS
