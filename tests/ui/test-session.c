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
  make_application ();
  g_test_add_func ("/session/close", test_close);
  g_test_add_func ("/session/keep", test_keep);
  g_test_add_func ("/session/news", test_news);
  return g_test_run ();
}
