/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A practice platform with its client, and calls that wait for their answer. */

#include "config.h"

#include "practice-fixture.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

void
start (Fixture *fixture, const IonPracticeOptions *options)
{
  IonPracticeOptions copy = *options;
  g_autoptr (GError) error = NULL;

  copy.book = fixture->book;
  fixture->practice = ion_practice_new (&copy, &error);
  g_assert_no_error (error);
  fixture->platform =
      ion_io_platform_new (ion_practice_get_url (fixture->practice), TRUE, 4, &error);
  g_assert_no_error (error);
}

void
stop (Fixture *fixture)
{
  if (fixture->practice == NULL)
    return;

  ion_practice_stop (fixture->practice);
  g_clear_object (&fixture->platform);
  g_clear_object (&fixture->practice);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("practice-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->book = g_build_filename (fixture->folder, "book", NULL);
}

void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  stop (fixture);
  g_unlink (fixture->book);
  g_rmdir (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->folder);
}

IonAnswer *
submit (Fixture *fixture)
{
  g_autoptr (IonMessage) message = wire_message ();

  return wire_submit_message (fixture->platform, KEY, message);
}

void
assert_kind (IonAnswer *answer, IonAnswerKind kind)
{
  g_assert_cmpstr (ion_answer_kind_to_name (answer->kind), ==, ion_answer_kind_to_name (kind));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GBytes **bytes = user_data;
  g_autoptr (GError) error = NULL;

  *bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
}

char *
ask (Fixture *fixture, const char *method, const char *path, const char *body, guint status)
{
  const char *base = ion_practice_get_url (fixture->practice);
  g_autofree char *root = g_strndup (base, strlen (base) - strlen ("/api/v1"));
  g_autofree char *url = g_strconcat (root, path, NULL);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) reply = NULL;

  soup_message_headers_append (soup_message_get_request_headers (message),
                               "Ocp-Apim-Subscription-Key", KEY);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  soup_session_send_and_read_async (session, message, 0, NULL, answered_cb, &reply);
  while (reply == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (soup_message_get_status (message), ==, status);

  return g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
}

void
tell (Fixture *fixture, const char *path, const char *body, guint status)
{
  g_autofree char *reply = ask (fixture, "POST", path, body, status);
}
