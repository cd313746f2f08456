/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where keys are kept: the practice folder, systemd's credentials, and a real Secret Service
 * (gnome-keyring on a bus of its own) in each of the states in which it fails silently. Those run
 * in processes of their own, since a process has one session bus for its life.
 */

#include "config.h"

#include "ion-keyrings.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>
#include <signal.h>
#include <string.h>

#define LEDGER      "7d3cbb1e"
#define SERVICE     "service:01ABC"
#define TRAP_TIME   (60 * G_USEC_PER_SEC)
#define SCHEMA_NAME "org.comune.IONotifier.Key"

static IonSecret *
new_secret (const char *text)
{
  return ion_secret_new (text, strlen (text));
}

static void
assert_keeps (IonKeyring *keyring, const char *name, const void *data, gsize size)
{
  g_autoptr (IonSecret) secret = ion_secret_new (data, size);
  g_autoptr (IonSecret) got = NULL;
  g_autoptr (IonSecret) none = NULL;
  g_autoptr (IonSecret) other = NULL;
  g_autoptr (GError) error = NULL;

  ion_keyring_save (keyring, LEDGER, name, "IO Notifier, prova", secret, &error);
  g_assert_no_error (error);
  ion_keyring_load (keyring, LEDGER, name, &got, &error);
  g_assert_no_error (error);
  g_assert_nonnull (got);
  g_assert_true (ion_secret_equal (secret, got));
  g_assert_true (ion_keyring_load (keyring, "another", name, &other, &error));
  g_assert_null (other);
  g_assert_true (ion_keyring_forget (keyring, LEDGER, name, &error));
  g_assert_true (ion_keyring_forget (keyring, LEDGER, name, &error));
  g_assert_true (ion_keyring_load (keyring, LEDGER, name, &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);
}

/* A recovery key as it stands on paper: the office reads it. */
#define PAPER "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567-89AB-CDEF-GHJK-MNPQ"

/* Bytes that a keyring for texts would damage. */
static void
make_vault_key (guint8 key[32])
{
  for (int i = 0; i < 32; i++)
    key[i] = (guint8) (i * 37);
  key[31] = '\n';
}

static void
assert_keeps_all (IonKeyring *keyring)
{
  guint8 key[32];

  make_vault_key (key);
  assert_keeps (keyring, SERVICE, "practice-0123456789", 19);
  assert_keeps (keyring, "vault", key, sizeof key);
  assert_keeps (keyring, "mark", "12", 2);
  g_assert_cmpstr (ion_keyring_describe (keyring), !=, "");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* --- The practice office --- */

static void
test_practice (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keys-XXXXXX", NULL);
  g_autoptr (IonKeyring) keyring = ion_practice_keyring_new (folder);

  assert_keeps_all (keyring);
  remove_folder (folder);
}

static void
test_practice_mode (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keys-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keys", LEDGER ".mark", NULL);
  g_autoptr (IonKeyring) keyring = ion_practice_keyring_new (folder);
  g_autoptr (IonSecret) secret = new_secret ("1");
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  ion_keyring_save (keyring, LEDGER, "mark", "x", secret, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  remove_folder (folder);
}

static void
test_practice_refuses_real_keys (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keys-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keys", NULL);
  g_autoptr (IonKeyring) keyring = ion_practice_keyring_new (folder);
  g_autoptr (IonSecret) real = new_secret ("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
  g_autoptr (GError) error = NULL;

  g_assert_false (ion_keyring_save (keyring, LEDGER, SERVICE, "x", real, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FORBIDDEN);
  g_assert_null (strstr (error->message, "0a1b"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

/* --- Credentials --- */

static void
write_credential (const char *folder, const char *name, const void *data, gssize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

static void
assert_loads (IonKeyring *keyring, const char *name, const void *data, gsize size)
{
  g_autoptr (IonSecret) expected = ion_secret_new (data, size);
  g_autoptr (IonSecret) got = NULL;
  g_autoptr (GError) error = NULL;

  ion_keyring_load (keyring, LEDGER, name, &got, &error);
  g_assert_no_error (error);
  g_assert_nonnull (got);
  g_assert_true (ion_secret_equal (got, expected));
}

static void
test_credentials (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keys-XXXXXX", NULL);
  g_autoptr (IonKeyring) keyring = ion_credentials_keyring_new (folder);
  g_autoptr (IonSecret) got = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base64 = NULL;
  guint8 key[32];

  make_vault_key (key);
  base64 = g_base64_encode (key, sizeof key);
  g_assert_true (ion_keyring_load (keyring, LEDGER, SERVICE, &got, &error));
  g_assert_null (got);
  write_credential (folder, "io-notifier.service-01ABC", "common\n", -1);
  assert_loads (keyring, SERVICE, "common", 6);
  write_credential (folder, "io-notifier." LEDGER ".service-01ABC", "own\r\n", -1);
  assert_loads (keyring, SERVICE, "own", 3);
  write_credential (folder, "io-notifier.vault", base64, -1);
  assert_loads (keyring, "vault", key, sizeof key);
  write_credential (folder, "io-notifier.vault", key, sizeof key);
  assert_loads (keyring, "vault", key, sizeof key);
  write_credential (folder, "io-notifier.vault", PAPER "\n", -1);
  assert_loads (keyring, "vault", PAPER, strlen (PAPER));
  write_credential (folder, "io-notifier.vault", "short", -1);
  g_assert_false (ion_keyring_load (keyring, LEDGER, "vault", &got, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_FAILED);
  remove_folder (folder);
}

static void
test_credentials_read_only (void)
{
  g_autofree char *folder = g_dir_make_tmp ("keys-XXXXXX", NULL);
  g_autoptr (IonKeyring) keyring = ion_credentials_keyring_new (folder);
  g_autoptr (IonSecret) secret = new_secret ("very-secret");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) forget_error = NULL;

  g_assert_false (ion_keyring_save (keyring, LEDGER, SERVICE, "x", secret, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "io-notifier.service-01ABC"));
  g_assert_null (strstr (error->message, "very-secret"));
  g_assert_false (ion_keyring_forget (keyring, LEDGER, SERVICE, &forget_error));
  g_assert_error (forget_error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_READ_ONLY);
  remove_folder (folder);
}

static void
test_default (void)
{
  g_autoptr (IonKeyring) desktop = NULL;
  g_autoptr (IonKeyring) server = NULL;

  g_unsetenv ("CREDENTIALS_DIRECTORY");
  desktop = ion_keyring_new_default ();
  g_setenv ("CREDENTIALS_DIRECTORY", "/run/credentials/io-notifier.service", TRUE);
  server = ion_keyring_new_default ();
  g_unsetenv ("CREDENTIALS_DIRECTORY");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (desktop), ==, "IonSecretKeyring");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (server), ==, "IonCredentialsKeyring");
}

/* --- The Secret Service --- */

/* A bus with, perhaps, a keyring on it, and nothing of this session's. */
typedef struct
{
  char *folder;
  GSubprocess *bus;
  GSubprocess *daemon; /* (nullable) */
} Desktop;

static void
name_appeared_cb (GDBusConnection *connection,
                  const char *name,
                  const char *owner,
                  gpointer user_data)
{
  g_main_loop_quit (user_data);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("gnome-keyring did not appear on the bus");
  return G_SOURCE_REMOVE;
}

static void
wait_for_service (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint watch =
      g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets",
                        G_BUS_NAME_WATCHER_FLAGS_NONE, name_appeared_cb, NULL, loop, NULL);
  guint timeout = g_timeout_add_seconds (30, give_up_cb, NULL);

  g_main_loop_run (loop);
  g_source_remove (timeout);
  g_bus_unwatch_name (watch);
}

static void
start_daemon (Desktop *self, gboolean unlocked)
{
  const char *const unlock[] = { "gnome-keyring-daemon", "--foreground", "--unlock",
                                 "--components=secrets", NULL };
  const char *const bare[] = { "gnome-keyring-daemon", "--foreground", "--components=secrets",
                               NULL };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GOutputStream *input;

  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  self->daemon = g_subprocess_launcher_spawnv (launcher, unlocked ? unlock : bare, &error);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->daemon);
  g_output_stream_write_all (input, "test", 4, NULL, NULL, NULL);
  g_output_stream_close (input, NULL, NULL);
  wait_for_service ();
}

/* A bus that starts nothing by itself. */
static const char bus_config[] =
    "<busconfig><type>session</type><listen>unix:path=%s/bus</listen>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

/* Not GTestDBus: it waits for a connection that libsecret never lets go. */
static void
start_bus (Desktop *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autofree char *address = NULL;
  g_autofree char *config_path = g_build_filename (self->folder, "bus.conf", NULL);
  g_autofree char *config_option = g_strconcat ("--config-file=", config_path, NULL);
  g_autofree char *config = g_strdup_printf (bus_config, self->folder);

  g_assert_true (g_file_set_contents (config_path, config, -1, NULL));
  self->bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                &error, "dbus-daemon", config_option, "--nofork", "--nopidfile",
                                "--print-address=1", NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->bus));
  address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_set_exit_on_close (connection, FALSE);
}

static void
stop_process (GSubprocess **process)
{
  if (*process == NULL)
    return;
  g_subprocess_send_signal (*process, SIGTERM);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

static void
desktop_start (Desktop *self, gboolean with_daemon, gboolean unlocked)
{
  static const char *const folders[] = { "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR",
                                         "XDG_CONFIG_HOME", "XDG_CACHE_HOME" };

  self->folder = g_dir_make_tmp ("desktop-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    g_setenv (folders[i], self->folder, TRUE);
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  start_bus (self);
  self->daemon = NULL;
  if (with_daemon)
    start_daemon (self, unlocked);
}

static void
desktop_stop (Desktop *self)
{
  secret_service_disconnect ();
  stop_process (&self->daemon);
  stop_process (&self->bus);
  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

static gboolean
has_programs (void)
{
  static const char *const programs[] = { "dbus-daemon", "gnome-keyring-daemon" };

  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_find_program_in_path (programs[i]);

      if (path == NULL)
        {
          g_test_skip_printf ("%s is not installed", programs[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static void
in_own_process (void (*func) (void))
{
  if (!has_programs ())
    return;
  if (g_test_subprocess ())
    {
      func ();
      return;
    }
  /* What libsecret's private main contexts had yet to free is lost with them. */
  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_test_trap_subprocess (NULL, TRAP_TIME, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* All three calls fail, and say why. */
static void
assert_fails (IonKeyringError code)
{
  g_autoptr (IonKeyring) keyring = ion_secret_keyring_new ();
  g_autoptr (IonSecret) secret = new_secret ("very-secret");
  g_autoptr (IonSecret) got = NULL;
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GError) forget_error = NULL;

  g_assert_false (ion_keyring_load (keyring, LEDGER, "vault", &got, &load_error));
  g_assert_error (load_error, ION_KEYRING_ERROR, (int) code);
  g_assert_false (ion_keyring_save (keyring, LEDGER, SERVICE, "x", secret, &save_error));
  g_assert_error (save_error, ION_KEYRING_ERROR, (int) code);
  g_assert_null (strstr (save_error->message, "very-secret"));
  g_assert_false (ion_keyring_forget (keyring, LEDGER, SERVICE, &forget_error));
  g_assert_error (forget_error, ION_KEYRING_ERROR, (int) code);
}

static void
run_unlocked (void)
{
  Desktop desktop;
  g_autoptr (IonKeyring) keyring = ion_secret_keyring_new ();

  desktop_start (&desktop, TRUE, TRUE);
  assert_keeps_all (keyring);
  desktop_stop (&desktop);
}

static void
test_unlocked (void)
{
  in_own_process (run_unlocked);
}

static void
lock_default_keyring (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &error);
  g_autoptr (SecretCollection) collection =
      secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                        NULL, &error);
  GList list = { collection, NULL, NULL };

  g_assert_no_error (error);
  g_assert_nonnull (collection);
  secret_service_lock_sync (service, &list, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
run_locked (void)
{
  Desktop desktop;
  g_autoptr (IonKeyring) keyring = ion_secret_keyring_new ();
  g_autoptr (IonSecret) secret = new_secret ("practice-0123456789");
  g_autoptr (GError) error = NULL;

  desktop_start (&desktop, TRUE, TRUE);
  g_assert_true (ion_keyring_save (keyring, LEDGER, SERVICE, "x", secret, &error));
  lock_default_keyring ();
  /* A key that is there, and one that is not: of neither may "there is none" be said. */
  {
    g_autoptr (IonSecret) got = NULL;
    g_autoptr (IonSecret) vault = NULL;
    g_autoptr (GError) vault_error = NULL;

    g_assert_false (ion_keyring_load (keyring, LEDGER, SERVICE, &got, &error));
    g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
    g_assert_false (ion_keyring_load (keyring, LEDGER, "vault", &vault, &vault_error));
    g_assert_error (vault_error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
  }
  assert_fails (ION_KEYRING_ERROR_LOCKED);
  desktop_stop (&desktop);
}

static void
test_locked (void)
{
  in_own_process (run_locked);
}

static void
run_no_collection (void)
{
  Desktop desktop;

  desktop_start (&desktop, TRUE, FALSE);
  assert_fails (ION_KEYRING_ERROR_NO_COLLECTION);
  desktop_stop (&desktop);
}

static void
test_no_collection (void)
{
  in_own_process (run_no_collection);
}

static void
run_no_provider (void)
{
  Desktop desktop;

  desktop_start (&desktop, FALSE, FALSE);
  assert_fails (ION_KEYRING_ERROR_NO_PROVIDER);
  desktop_stop (&desktop);
}

static void
test_no_provider (void)
{
  in_own_process (run_no_provider);
}

static void
run_no_bus (void)
{
  g_autofree char *folder = g_dir_make_tmp ("desktop-XXXXXX", NULL);

  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_unsetenv ("DISPLAY");
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  assert_fails (ION_KEYRING_ERROR_NO_BUS);
  g_rmdir (folder);
}

static void
test_no_bus (void)
{
  in_own_process (run_no_bus);
}

/* A key lies in the keyring under the two attributes, in nothing else. */
static void
run_attributes (void)
{
  static const SecretSchema any = {
    SCHEMA_NAME,
    SECRET_SCHEMA_NONE,
    { { "ledger", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "name", SECRET_SCHEMA_ATTRIBUTE_STRING } },
  };
  Desktop desktop;
  g_autoptr (IonKeyring) keyring = ion_secret_keyring_new ();
  g_autoptr (IonSecret) secret = new_secret ("practice-0123456789");
  g_autoptr (GError) error = NULL;
  char *found;

  desktop_start (&desktop, TRUE, TRUE);
  g_assert_true (ion_keyring_save (keyring, LEDGER, SERVICE, "x", secret, &error));
  found = secret_password_lookup_sync (&any, NULL, &error, "ledger", LEDGER, "name", SERVICE, NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "practice-0123456789");
  secret_password_free (found);
  desktop_stop (&desktop);
}

static void
test_attributes (void)
{
  in_own_process (run_attributes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyrings/practice", test_practice);
  g_test_add_func ("/invariant/5/practice-keys-are-private", test_practice_mode);
  g_test_add_func ("/invariant/10/practice-refuses-real-keys", test_practice_refuses_real_keys);
  g_test_add_func ("/keyrings/credentials", test_credentials);
  g_test_add_func ("/invariant/5/credentials-are-read-only", test_credentials_read_only);
  g_test_add_func ("/keyrings/default", test_default);
  g_test_add_func ("/keyrings/secret-service/unlocked", test_unlocked);
  g_test_add_func ("/invariant/5/keyring-attributes", test_attributes);
  g_test_add_func ("/invariant/6/locked-is-not-empty", test_locked);
  g_test_add_func ("/invariant/6/no-keyring-is-not-empty", test_no_collection);
  g_test_add_func ("/invariant/6/no-provider-is-not-empty", test_no_provider);
  g_test_add_func ("/invariant/6/no-bus-is-not-empty", test_no_bus);
  return g_test_run ();
}
