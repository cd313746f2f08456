/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A server that speaks no TLS newer than 1.1. The TLS library of this process is told to agree, as
 * an administrator's setting may do: the client must not.
 */

#include "config.h"

#include "ion-io-platform.h"
#include "wire.h"

static void
test_old (void)
{
  const WireStep step = {
    .reply = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
             "Content-Length: 11\r\n\r\n{\"id\":\"01\"}",
  };
  g_autoptr (Wire) wire = wire_new (&step, 1, TRUE);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/api/v1", wire_get_port (wire));
  g_autoptr (IonPlatform) platform = ion_io_platform_new (url, TRUE, 1, NULL);
  g_autoptr (GTlsDatabase) database = wire_trust ();
  g_autoptr (IonAnswer) answer = NULL;
  int departed = 1;

  ion_io_platform_set_tls_database (ION_IO_PLATFORM (platform), database);
  answer = wire_submit (platform, NULL, &departed);

  g_assert_cmpint (answer->kind, ==, ION_ANSWER_NOTHING_LEFT);
  g_assert_cmpstr (answer->code, ==, "tls");
  g_assert_cmpint (departed, ==, 0);
  /* Not even the head, which holds the key. */
  g_assert_cmpint (wire_get_connections (wire), ==, 1);
  g_assert_cmpint (wire_get_requests (wire), ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:-VERS-ALL:+VERS-TLS1.1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invariant/5/no-key-over-old-tls", test_old);

  return g_test_run ();
}
