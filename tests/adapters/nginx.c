/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The web server that the world knows best, in a folder of its own: what HTTP/2 does is shown
 * against somebody else's idea of it.
 */

#include "config.h"

#include "nginx.h"

#include "wire.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define LISTENER 3 /* where the process finds its socket */

struct _Nginx
{
  GSubprocess *process; /* (owned) (nullable): as long as it runs */
  char *folder;         /* (owned) */
  char *url;            /* (owned) */
};

static const char configuration[] =
    "daemon off;\n"
    "%s" /* the user */
    "worker_processes 1;\n"
    "pid %s/pid;\n"
    "error_log %s/notes info;\n"
    "events { worker_connections 256; }\n"
    "http {\n"
    "  log_format calls '$connection $server_protocol $ssl_protocol $request_method $status';\n"
    "  access_log %s/calls calls;\n"
    "  client_body_temp_path %s/body;\n"
    "  proxy_temp_path %s/proxy;\n"
    "  fastcgi_temp_path %s/fastcgi;\n"
    "  uwsgi_temp_path %s/uwsgi;\n"
    "  scgi_temp_path %s/scgi;\n"
    "  server {\n"
    "    listen %s:%u ssl%s;\n"
    "    ssl_certificate %s/certificate.pem;\n"
    "    ssl_certificate_key %s/certificate.pem;\n"
    "    %s\n" /* more settings */
    "    location / {\n"
    "      proxy_pass http://127.0.0.1:%u;\n"
    "      proxy_http_version 1.1;\n"
    "      proxy_set_header Connection '';\n"
    "      proxy_next_upstream off;\n"
    "    }\n"
    "    location /misdirected/ { return 421; }\n"
    "  }\n"
    "}\n";

static char *
path_of (Nginx *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
write_file (Nginx *self, const char *name, const char *text)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
configure (Nginx *self, const char *backend, const NginxOptions *options, guint16 port)
{
  g_autoptr (GUri) uri = g_uri_parse (backend, G_URI_FLAGS_NONE, NULL);
  const char *folder = self->folder;
  /* As root it would become somebody who cannot reach the folder; otherwise it stays who it is. */
  g_autofree char *text =
      g_strdup_printf (configuration, geteuid () == 0 ? "user root;\n" : "", folder, folder, folder,
                       folder, folder, folder, folder, folder,
                       options->address != NULL ? options->address : "127.0.0.1", port,
                       options->http1 ? "" : " http2", folder, folder,
                       options->settings != NULL ? options->settings : "",
                       (guint) g_uri_get_port (uri));

  write_file (self, "configuration", text);
  write_file (self, "certificate.pem", wire_pem ());
}

/* The port is taken here and handed over: nobody can take it in between, and who connects before
 * the server runs is kept waiting rather than refused.
 */
static GSocket *
listen_to (const char *address, guint16 *port)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_autoptr (GSocketAddress) wanted =
      g_inet_socket_address_new_from_string (address != NULL ? address : "127.0.0.1", 0);
  g_autoptr (GSocketAddress) taken = NULL;

  g_assert_no_error (error);
  g_assert_true (g_socket_bind (socket, wanted, FALSE, &error));
  g_assert_true (g_socket_listen (socket, &error));
  taken = g_socket_get_local_address (socket, &error);
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken));

  return g_steal_pointer (&socket);
}

/* A test that is killed takes its server along. */
static void
die_with_parent_cb (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static void
spawn (Nginx *self, GSocket *socket)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *path = path_of (self, "configuration");
  g_autofree char *notes = path_of (self, "notes");
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_take_fd (launcher, dup (g_socket_get_fd (socket)), LISTENER);
  g_subprocess_launcher_setenv (launcher, "NGINX", G_STRINGIFY (LISTENER) ";", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  self->process = g_subprocess_launcher_spawn (launcher, &error, NGINX_PATH, "-p", self->folder,
                                               "-e", notes, "-c", path, NULL);
  g_assert_no_error (error);
}

Nginx *
nginx_new (const char *backend, const NginxOptions *options)
{
  Nginx *self = g_new0 (Nginx, 1);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) error = NULL;
  guint16 port;

  self->folder = g_dir_make_tmp ("nginx-XXXXXX", &error);
  g_assert_no_error (error);
  socket = listen_to (options->address, &port);
  configure (self, backend, options, port);
  self->url =
      g_strdup_printf ("https://%s:%u/api/v1",
                       options->address != NULL ? options->address : "127.0.0.1", (guint) port);
  spawn (self, socket);

  return self;
}

static void
remove_folder (Nginx *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_of (self, name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (self->folder);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *ended = user_data;

  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL));
  *ended = TRUE;
}

/* Clients go on living meanwhile: it waits for them to notice. */
static void
end (Nginx *self, int number)
{
  gboolean ended = FALSE;

  if (self->process == NULL)
    return;

  g_subprocess_send_signal (self->process, number);
  g_subprocess_wait_async (self->process, NULL, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->process);
}

void
nginx_free (Nginx *self)
{
  end (self, SIGTERM);
  remove_folder (self);
  g_free (self->folder);
  g_free (self->url);
  g_free (self);
}

const char *
nginx_get_url (Nginx *self)
{
  return self->url;
}

void
nginx_signal (Nginx *self, int number)
{
  g_subprocess_send_signal (self->process, number);
}

void
nginx_finish (Nginx *self)
{
  end (self, SIGQUIT);
}

static void
call_free (gpointer data)
{
  NginxCall *call = data;

  g_free (call->protocol);
  g_free (call->tls);
  g_free (call->method);
  g_free (call);
}

static char *
read_file (Nginx *self, const char *name)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

GPtrArray *
nginx_get_calls (Nginx *self)
{
  GPtrArray *calls = g_ptr_array_new_with_free_func (call_free);
  g_autofree char *text = read_file (self, "calls");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_null (self->process);
  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", -1);
      NginxCall *call = g_new0 (NginxCall, 1);

      g_assert_cmpuint (g_strv_length (words), ==, 5);
      call->connection = g_ascii_strtoll (words[0], NULL, 10);
      call->protocol = g_strdup (words[1]);
      call->tls = g_strdup (words[2]);
      call->method = g_strdup (words[3]);
      call->status = (int) g_ascii_strtoll (words[4], NULL, 10);
      g_ptr_array_add (calls, call);
    }

  return calls;
}

gboolean
nginx_has_noted (Nginx *self, const char *text)
{
  g_autofree char *notes = read_file (self, "notes");

  return strstr (notes, text) != NULL;
}
