/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * An open office in the program: its window closes at once while nothing is sent, and otherwise
 * leaves the work going on and says so, naming nobody.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-office-settings.h"
#include "ion-session.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  UiFixture fixture;
  IonSession *session; /* (owned) */
  gboolean has_ended;
} Open;

/* One a process, as always. */
static GtkApplication *application;

/* What the desktop's notification service was told. */
static GString *notices;

static void
notify_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  const char *summary = NULL, *body = NULL;

  if (g_str_equal (method, "Notify"))
    {
      g_variant_get_child (parameters, 3, "&s", &summary);
      g_variant_get_child (parameters, 4, "&s", &body);
      g_string_append_printf (notices, "%s|%s\n", summary, body);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 1));
    }
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(ssss)", "test", "test", "1", "1.2"));
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

/* A desktop with a notification service. */
static void
serve_notifications (void)
{
  static const GDBusInterfaceVTable vtable = { notify_cb, NULL, NULL, { NULL } };
  const char *xml =
      "<node><interface name='org.freedesktop.Notifications'>"
      "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
      "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
      "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
      "<method name='GetServerInformation'><arg type='s' direction='out'/>"
      "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
      "<arg type='s' direction='out'/></method></interface></node>";
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;
  /* Lives as long as the test. */
  GDBusConnection *bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  notices = g_string_new (NULL);
  g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications", node->interfaces[0],
                                     &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (bus, "org.freedesktop.Notifications", 0, NULL, NULL, NULL, NULL);
}

/* What the desktop's session manager was asked, in a thread of its own: the toolkit waits for it.
 */
static gint n_inhibitors;
static gint inhibited;

static void
inhibit_cb (GDBusConnection *connection,
            const char *sender,
            const char *path,
            const char *interface,
            const char *method,
            GVariant *parameters,
            GDBusMethodInvocation *invocation,
            gpointer user_data)
{
  guint32 flags = 0;

  if (g_str_equal (method, "Inhibit"))
    {
      g_variant_get_child (parameters, 3, "u", &flags);
      g_atomic_int_set (&inhibited, (gint) flags);
      g_atomic_int_inc (&n_inhibitors);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
      return;
    }
  if (g_str_equal (method, "Uninhibit"))
    g_atomic_int_add (&n_inhibitors, -1);
  g_dbus_method_invocation_return_value (invocation, g_str_equal (method, "RegisterClient")
                                                         ? g_variant_new ("(o)", "/client")
                                                         : NULL);
}

static void
named_cb (GDBusConnection *connection, const char *name, gpointer is_ready)
{
  g_atomic_int_set ((gint *) is_ready, TRUE);
}

static gpointer
manage_session (gpointer is_ready)
{
  static const GDBusInterfaceVTable vtable = { inhibit_cb, NULL, NULL, { NULL } };
  const char *xml = "<node><interface name='org.gnome.SessionManager'>"
                    "<method name='RegisterClient'><arg type='s' direction='in'/>"
                    "<arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
                    "<method name='Inhibit'><arg type='s' direction='in'/>"
                    "<arg type='u' direction='in'/><arg type='s' direction='in'/>"
                    "<arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
                    "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
                    "</interface></node>";
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GDBusConnection) bus = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_main_context_push_thread_default (context);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, NULL);
  g_assert_nonnull (bus);
  g_dbus_connection_register_object (bus, "/org/gnome/SessionManager", node->interfaces[0], &vtable,
                                     NULL, NULL, NULL);
  g_bus_own_name_on_connection (bus, "org.gnome.SessionManager", 0, named_cb, NULL, is_ready, NULL);
  while (TRUE)
    g_main_context_iteration (context, TRUE);
  return NULL;
}

/* A desktop with a session manager; lives as long as the test. */
static void
serve_session (void)
{
  static gint is_ready = FALSE;

  g_thread_unref (g_thread_new ("session", manage_session, &is_ready));
  while (!g_atomic_int_get (&is_ready))
    g_usleep (1000);
}

static gboolean
has_inhibitors (gpointer wanted)
{
  return g_atomic_int_get (&n_inhibitors) == GPOINTER_TO_INT (wanted);
}

static void
make_application (void)
{
  g_autoptr (GError) error = NULL;

  application = GTK_APPLICATION (adw_application_new ("org.comune.IONotifier.Test", 0));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
ended_cb (IonSession *session, Open *open)
{
  open->has_ended = TRUE;
}

static gboolean
has_ended (gpointer open)
{
  return ((Open *) open)->has_ended;
}

static gboolean
is_surveyed (gpointer open)
{
  return ion_desk_get_survey (((Open *) open)->fixture.desk) != NULL;
}

static gboolean
is_sending (gpointer open)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (((Open *) open)->fixture.desk);

  return survey != NULL && survey->running->len > 0;
}

static gboolean
is_at_rest (gpointer open)
{
  return !is_sending (open);
}

static void
set_up (Open *open, const char *rate)
{
  g_autoptr (GError) error = NULL;

  *open = (Open){ 0 };
  ui_fixture_set_up (&open->fixture);
  g_assert_true (ion_office_set_setting (open->fixture.office, "rate", rate, &error));
  open->session = ion_session_new (application, open->fixture.desk);
  g_signal_connect (open->session, "ended", G_CALLBACK (ended_cb), open);
  ion_session_present (open->session);
  ui_wait (is_surveyed, open);
}

static void
tear_down (Open *open)
{
  ui_flush ();
  g_assert_finalize_object (open->session);
  ui_fixture_tear_down (&open->fixture);
}

static void
test_close (void)
{
  Open open;

  set_up (&open, "10000/5");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (ion_session_get_window (open.session))));
  gtk_window_close (ion_session_get_window (open.session));
  ui_wait (has_ended, &open);
  g_assert_null (ion_session_get_window (open.session));
  g_assert_false (ion_desk_is_started (open.fixture.desk));
  tear_down (&open);
}

static void
test_keep (void)
{
  Open open;
  IonCampaignStart start = { .tranche = -1 };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  set_up (&open, "2/5");
  g_string_truncate (notices, 0);
  id = ui_fixture_add_campaign (&open.fixture, "Rette ottobre", 30);
  ion_ledger_start_campaign (ion_office_get_ledger (open.fixture.office), id, &start, &error);
  g_assert_no_error (error);
  ion_desk_tell_changed (open.fixture.desk);
  ui_wait (is_sending, &open);
  /* Neither the end of the session nor a sleep comes upon what is being sent. */
  ui_wait (has_inhibitors, GINT_TO_POINTER (1));
  g_assert_cmpint (g_atomic_int_get (&inhibited), ==,
                   GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND);

  window = ion_session_get_window (open.session);
  gtk_window_close (window);
  ui_flush ();
  g_assert_false (open.has_ended);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (ion_desk_is_started (open.fixture.desk));
  g_assert_nonnull (strstr (notices->str, _ ("IO Notifier stays at work")));

  ion_session_present (open.session);
  ui_flush ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pause-campaign", "s", id);
  ui_wait (is_at_rest, &open);
  ui_wait (has_inhibitors, GINT_TO_POINTER (0));
  gtk_window_close (window);
  ui_wait (has_ended, &open);
  tear_down (&open);
}

/* Without a window, the end of the sending is told by its name, and ends the program. */
static void
test_news (void)
{
  Open open;
  IonCampaignStart start = { .tranche = -1 };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&open, "20/1");
  g_string_truncate (notices, 0);
  id = ui_fixture_add_campaign (&open.fixture, "Rette ottobre", 30);
  ion_ledger_start_campaign (ion_office_get_ledger (open.fixture.office), id, &start, &error);
  g_assert_no_error (error);
  ion_desk_tell_changed (open.fixture.desk);
  ui_wait (is_sending, &open);
  gtk_window_close (ion_session_get_window (open.session));
  ui_wait (has_ended, &open);
  ui_flush ();
  g_assert_nonnull (strstr (notices->str, "Rette ottobre"));
  tear_down (&open);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  serve_notifications ();
  serve_session ();
  make_application ();
  g_test_add_func ("/session/close", test_close);
  g_test_add_func ("/session/keep", test_keep);
  g_test_add_func ("/session/news", test_news);
  return g_test_run ();
}
