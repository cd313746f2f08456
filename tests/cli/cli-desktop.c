/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* See cli-desktop.h. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-desktop.h"

#define SECRETS          "org.freedesktop.secrets"
#define SERVICE          "org.freedesktop.Secret.Service"
#define SERVICE_PATH     "/org/freedesktop/secrets"
#define PATIENCE_SECONDS 60

/* A bus that starts nothing by itself. */
static const char bus_config[] =
    "<busconfig><type>session</type><listen>unix:path=%s/bus</listen>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

static gboolean
has_programs (void)
{
  g_autofree char *bus = g_find_program_in_path ("dbus-daemon");
  g_autofree char *daemon = g_find_program_in_path ("gnome-keyring-daemon");

  if (bus != NULL && daemon != NULL)
    return TRUE;
  g_test_skip ("dbus-daemon or gnome-keyring-daemon is not installed");
  return FALSE;
}

static void
set_folders (CliFixture *fixture)
{
  static const char *const names[] = {
    "HOME",           "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME", "XDG_STATE_HOME"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cli_fixture_setenv (fixture, names[i], fixture->folder);
  cli_fixture_setenv (fixture, "DISPLAY", NULL);
  cli_fixture_setenv (fixture, "WAYLAND_DISPLAY", NULL);
  cli_fixture_setenv (fixture, "SECRET_BACKEND", NULL);
  cli_fixture_setenv (fixture, "CREDENTIALS_DIRECTORY", NULL);
}

static void
start_bus (CliDesktop *self, CliFixture *fixture)
{
  g_autofree char *config = g_strdup_printf (bus_config, fixture->folder);
  g_autofree char *config_path = cli_fixture_write (fixture, "bus.conf", config);
  g_autofree char *option = g_strconcat ("--config-file=", config_path, NULL);
  g_autofree char *address = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;

  self->bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                &error, "dbus-daemon", option, "--nofork", "--nopidfile",
                                "--print-address=1", NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->bus));
  address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  cli_fixture_setenv (fixture, "DBUS_SESSION_BUS_ADDRESS", address);
  self->connection =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
}

static GVariant *
call (CliDesktop *self,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer =
      g_dbus_connection_call_sync (self->connection, name, path, interface, method, parameters,
                                   NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static gboolean
has_service (CliDesktop *self)
{
  g_autoptr (GVariant) answer =
      call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "NameHasOwner", g_variant_new ("(s)", SECRETS));
  gboolean owned;

  g_variant_get (answer, "(b)", &owned);
  return owned;
}

static void
wait_for_service (CliDesktop *self, gboolean there)
{
  for (int i = 0; i < PATIENCE_SECONDS * 50; i++)
    {
      if (has_service (self) == there)
        return;
      g_usleep (20000);
    }
  g_error ("the Secret Service did not %s", there ? "come" : "go");
}

static void
start_daemon (CliDesktop *self, CliFixture *fixture)
{
  const char *const line[] = { "gnome-keyring-daemon", "--foreground", "--unlock",
                               "--components=secrets", NULL };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GOutputStream *input;

  g_subprocess_launcher_set_environ (launcher, fixture->environment);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  self->daemon = g_subprocess_launcher_spawnv (launcher, line, &error);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->daemon);
  g_output_stream_write_all (input, "test", 4, NULL, NULL, NULL);
  g_output_stream_close (input, NULL, NULL);
  wait_for_service (self, TRUE);
}

CliDesktop *
cli_desktop_new (CliFixture *fixture)
{
  const char *given = g_environ_getenv (fixture->environment, "ASAN_OPTIONS");
  g_autofree char *options = g_strconcat (given != NULL ? given : "", ":detect_leaks=0", NULL);
  CliDesktop *self;

  if (!has_programs ())
    return NULL;
  self = g_new0 (CliDesktop, 1);
  set_folders (fixture);
  /* What libsecret's private main contexts had yet to free is lost with them. */
  cli_fixture_setenv (fixture, "ASAN_OPTIONS", options);
  start_bus (self, fixture);
  start_daemon (self, fixture);
  return self;
}

void
cli_desktop_lock (CliDesktop *self)
{
  g_autoptr (GVariant) alias =
      call (self, SECRETS, SERVICE_PATH, SERVICE, "ReadAlias", g_variant_new ("(s)", "default"));
  g_autoptr (GVariant) answer = NULL;
  const char *path;
  const char *paths[2] = { NULL };

  g_variant_get (alias, "(&o)", &path);
  g_assert_cmpstr (path, !=, "/");
  paths[0] = path;
  answer = call (self, SECRETS, SERVICE_PATH, SERVICE, "Lock",
                 g_variant_new ("(@ao)", g_variant_new_objv (paths, 1)));
}

static void
end_process (GSubprocess **process)
{
  if (*process == NULL)
    return;
  g_subprocess_send_signal (*process, SIGTERM);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

void
cli_desktop_end_daemon (CliDesktop *self)
{
  end_process (&self->daemon);
  wait_for_service (self, FALSE);
}

void
cli_desktop_free (CliDesktop *self)
{
  end_process (&self->daemon);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  end_process (&self->bus);
  g_free (self);
}
