/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The simulated platform's front: what the real gateway does before a request reaches anything
 * (key, rate), then the faults that were asked for, then the call itself, then the time it takes.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice.h"

#include "ion-practice-book.h"
#include "ion-practice-calls.h"
#include "ion-practice-control.h"
#include "ion-practice-failure.h"
#include "ion-practice-faults.h"
#include "ion-practice-limiter.h"
#include "ion-practice-reply.h"

#include <libsoup/soup.h>
#include <string.h>

#define BACKLOG   256
#define BASE_PATH "/api/v1"
#define SLOW_MS   5000

struct _IonPractice
{
  GObject parent_instance;

  SoupServer *server;        /* (owned) */
  GMainContext *context;     /* (owned) */
  char *url;                 /* (owned) */
  GHashTable *delayed;       /* (owned) (element-type GSource): answers on their way */
  IonPracticeBook *book;     /* (owned) */
  IonPracticeFaults *faults; /* (owned) */
  IonPracticeLimiter limiter;
  IonPracticeFigures figures;
  GArray *times; /* (owned) (element-type gint64): of the calls that were not one too many */
  GRand *rand;   /* (owned) */
  int latency_min_ms;
  int latency_max_ms;
};

G_DEFINE_FINAL_TYPE (IonPractice, ion_practice, G_TYPE_OBJECT)

/* A call on its way to the platform, or an answer on its way back. */
typedef struct
{
  IonPractice *practice;      /* (not owned): destroys its delays before it goes */
  SoupServerMessage *message; /* (owned) */
  char *path;                 /* (owned) (nullable): of a call that has not arrived yet */
  int way_back_ms;
} Delay;

static gboolean
arrive (IonPractice *self, SoupServerMessage *message, const char *path, int way_back_ms);

static void
delay_free (gpointer data)
{
  Delay *delay = data;

  g_object_unref (delay->message);
  g_free (delay->path);
  g_free (delay);
}

static gboolean
delay_over_cb (gpointer data)
{
  Delay *way = data;
  IonPractice *self = way->practice;

  if (way->path == NULL || !arrive (self, way->message, way->path, way->way_back_ms))
    soup_server_message_unpause (way->message);
  g_hash_table_remove (self->delayed, g_main_current_source ());

  return G_SOURCE_REMOVE;
}

/* The message is paused already. */
static void
delay (IonPractice *self,
       SoupServerMessage *message,
       const char *path,
       int milliseconds,
       int way_back_ms)
{
  GSource *source = g_timeout_source_new ((guint) milliseconds);
  Delay *way = g_new0 (Delay, 1);

  way->practice = self;
  way->message = g_object_ref (message);
  way->path = g_strdup (path);
  way->way_back_ms = way_back_ms;
  g_source_set_callback (source, delay_over_cb, way, delay_free);
  g_source_attach (source, self->context);
  g_hash_table_add (self->delayed, source);
}

static void
destroy_source (gpointer data)
{
  GSource *source = data;

  g_source_destroy (source);
  g_source_unref (source);
}

/* Returns: whether the call may go on */
static gboolean
pass_limiter (IonPractice *self, SoupServerMessage *message, gint64 now)
{
  gint64 wait;
  int remaining;

  if (!ion_practice_limiter_take (&self->limiter, now, &remaining, &wait))
    {
      self->figures.throttled++;
      ion_practice_reply_throttled (message, wait);
      return FALSE;
    }

  if (remaining >= 0)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%d", remaining);
      soup_message_headers_append (soup_server_message_get_response_headers (message),
                                   "x-rate-limit-remaining", text);
    }

  return TRUE;
}

static void
count_call (IonPractice *self, const IonPracticeRoute *route, gint64 now)
{
  self->figures.calls++;
  self->figures.last_call = now;
  if (self->figures.first_call == 0)
    self->figures.first_call = now;
  if (route->call == ION_PRACTICE_CALL_PROFILES)
    self->figures.profiles++;
  else if (route->call == ION_PRACTICE_CALL_STATUS)
    self->figures.statuses++;
}

static void
handle_call (IonPractice *self,
             SoupServerMessage *message,
             const char *path,
             IonPracticeFault *fault)
{
  gint64 now = g_get_monotonic_time ();
  IonPracticeRoute route;
  IonPracticeSender sender;

  *fault = ION_PRACTICE_FAULT_NONE;
  ion_practice_route (&route, soup_server_message_get_method (message), path);
  count_call (self, &route, now);

  if (!route.known)
    {
      ion_practice_reply_gateway (message, 404, "Resource not found");
      return;
    }
  if (!ion_practice_sender_read (
          &sender, soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                 "Ocp-Apim-Subscription-Key")))
    {
      ion_practice_reply_gateway (message, 401,
                                  "Access denied due to invalid/missing subscription key. Use a "
                                  "key that begins with practice-.");
      return;
    }
  if (!pass_limiter (self, message, now))
    return;
  g_array_append_val (self->times, now);
  if (!sender.scope)
    {
      ion_practice_reply_problem (message, 403, "User has no valid scopes",
                                  "You do not have enough permissions to perform this request.");
      return;
    }

  *fault = ion_practice_faults_draw (self->faults, route.call);
  if (ion_practice_fail_before (*fault, message, self->url, &self->figures))
    return;
  if (ion_practice_answer (message, &route, &sender, self->book))
    self->figures.messages++;
  ion_practice_fail_after (*fault, message);
}

/* The call is here: it is counted and answered now, and the answer takes its way back.
 *
 * Returns: whether the answer is delayed
 */
static gboolean
arrive (IonPractice *self, SoupServerMessage *message, const char *path, int way_back_ms)
{
  IonPracticeFault fault;

  handle_call (self, message, path, &fault);
  if (fault == ION_PRACTICE_FAULT_SLOW)
    way_back_ms += SLOW_MS;
  if (way_back_ms > 0)
    delay (self, message, NULL, way_back_ms, 0);

  return way_back_ms > 0;
}

/* Half of the latency passes before the call arrives: what counts calls sees them out of step, as
 * over a real network.
 */
static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  IonPractice *self = user_data;
  const char *call = path + strlen (BASE_PATH);
  int latency = self->latency_min_ms;

  if (!g_str_has_prefix (path, BASE_PATH "/"))
    {
      ion_practice_control (message, path, &self->limiter, self->faults, self->book, &self->figures,
                            self->times);
      return;
    }

  if (self->latency_max_ms > self->latency_min_ms)
    latency = g_rand_int_range (self->rand, self->latency_min_ms, self->latency_max_ms + 1);
  if (latency > 1)
    {
      soup_server_message_pause (message);
      delay (self, message, call, latency / 2, latency - latency / 2);
    }
  else if (arrive (self, message, call, latency))
    soup_server_message_pause (message);
}

/* A socket of our own: the usual ten places for who knocks at once are too few for one program's
 * connections, and who finds none is heard a second later. */
static GSocket *
listen_on (guint port, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, (guint16) port);
  g_autoptr (GSocket) socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL)
    return NULL;
  g_socket_set_listen_backlog (socket, BACKLOG);
  if (!g_socket_bind (socket, address, TRUE, error) || !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

static gboolean
start (IonPractice *self, guint port, GError **error)
{
  g_autoptr (GSocket) socket = listen_on (port, error);
  GSList *uris;

  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  if (socket == NULL || !soup_server_listen_socket (self->server, socket, 0, error))
    return FALSE;

  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d" BASE_PATH, g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return TRUE;
}

static void
ion_practice_dispose (GObject *object)
{
  ion_practice_stop (ION_PRACTICE (object));

  G_OBJECT_CLASS (ion_practice_parent_class)->dispose (object);
}

static void
ion_practice_finalize (GObject *object)
{
  IonPractice *self = ION_PRACTICE (object);

  g_clear_object (&self->server);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->delayed, g_hash_table_unref);
  g_clear_pointer (&self->book, ion_practice_book_free);
  g_clear_pointer (&self->faults, ion_practice_faults_free);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->rand, g_rand_free);
  ion_practice_limiter_clear (&self->limiter);

  G_OBJECT_CLASS (ion_practice_parent_class)->finalize (object);
}

static void
ion_practice_class_init (IonPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ion_practice_dispose;
  object_class->finalize = ion_practice_finalize;
}

static void
ion_practice_init (IonPractice *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->delayed = g_hash_table_new_full (NULL, NULL, destroy_source, NULL);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->server = soup_server_new (NULL, NULL);
}

/**
 * ion_practice_new:
 * @options: how it behaves
 * @error: %G_IO_ERROR: the port is taken, the book cannot be written, a fault is not known
 *
 * Returns: (transfer full) (nullable): a platform that answers as long as the caller's main context
 *   is run
 */
IonPractice *
ion_practice_new (const IonPracticeOptions *options, GError **error)
{
  g_autoptr (IonPractice) self = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (ION_TYPE_PRACTICE, NULL);
  self->latency_min_ms = MAX (options->latency_min_ms, 0);
  self->latency_max_ms = MAX (options->latency_max_ms, self->latency_min_ms);
  self->rand = g_rand_new_with_seed (options->seed);
  self->faults = ion_practice_faults_new (options->seed + 1);
  ion_practice_limiter_init (&self->limiter, options->rate_calls, options->rate_seconds);
  self->book = ion_practice_book_new (options->book, options->book_key, error);

  if (self->book == NULL || !ion_practice_faults_set (self->faults, options->faults, error) ||
      !start (self, options->port, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
ion_practice_get_url (IonPractice *self)
{
  g_return_val_if_fail (ION_IS_PRACTICE (self), NULL);

  return self->url;
}

/**
 * ion_practice_stop:
 *
 * Closes the port and every connection; answers that were still on their way are lost.
 */
void
ion_practice_stop (IonPractice *self)
{
  g_return_if_fail (ION_IS_PRACTICE (self));

  g_hash_table_remove_all (self->delayed);
  soup_server_disconnect (self->server);
}

void
ion_practice_get_figures (IonPractice *self, IonPracticeFigures *figures)
{
  g_return_if_fail (ION_IS_PRACTICE (self));

  *figures = self->figures;
  figures->persons_twice = ion_practice_book_get_twice (self->book);
}
