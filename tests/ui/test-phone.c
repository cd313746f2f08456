/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The phone shows what the app would show, says what the app would not, and changes without being
 * built anew.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-phone-text-view.h"
#include "ion-phone.h"
#include "ion-front-matter.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

static IonMessage *
make_message (const char *subject, const char *body)
{
  const IonButtonText button = { (char *) "Prenota", (char *) "Book", (char *) "https://x.it" };
  g_autoptr (GString) markdown = g_string_new (NULL);
  IonMessage *message = ion_message_new ();

  ion_front_matter_append (markdown, &button, 1);
  g_string_append (markdown, body);
  message->subject = g_strdup (subject);
  message->markdown = g_strdup (markdown->str);
  message->language = g_strdup ("it");
  return message;
}

static void
test_message (void)
{
  UiFixture fixture;
  GtkWidget *phone;
  g_autoptr (IonMessage) message =
      make_message ("Retta scolastica", "Ciao **Giulia**,\n\n- uno\n\n| a |\n|---|\n| 1 |\n");

  ui_fixture_set_up (&fixture);
  phone = ion_phone_new ();
  ui_fixture_present (&fixture, phone);
  g_assert_true (ui_shows (phone, _ ("The message will appear here as citizens see it.")));
  message->due_date = 1798758000 - 1; /* 31 December 2026, end of the day */
  message->amount = 8550;
  message->notice_number = g_strdup ("301011100007347557");
  ion_phone_set_sender (ION_PHONE (phone), "Comune di Ferrara", "Servizi scolastici");
  ion_phone_set_message (ION_PHONE (phone), message);
  ui_flush ();
  g_assert_true (ui_shows (phone, "Comune di Ferrara"));
  g_assert_true (ui_shows (phone, "Servizi scolastici"));
  g_assert_true (ui_shows (phone, "Retta scolastica"));
  g_assert_true (ui_shows (phone, "Ciao <span weight=\"600\">Giulia</span>,"));
  g_assert_true (ui_shows (phone, "85,50"));
  g_assert_true (ui_shows (phone, "3010 1110 0007 3475 57"));
  g_assert_true (ui_shows (phone, "31 dicembre 2026"));
  g_assert_true (ui_shows (phone, "Prenota"));
  g_assert_true (ui_shows (phone, _ ("IO does not show tables: what stands in them is lost.")));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (phone)), ==,
                   GTK_ACCESSIBLE_ROLE_GROUP);
  ui_fixture_tear_down (&fixture);
}

/* A paragraph of several lines gets the room of all of them, also in a phone that was empty. */
static void
test_height (void)
{
  UiFixture fixture;
  GtkWidget *phone, *text;
  g_autoptr (IonMessage) message =
      make_message ("Retta scolastica",
                    "La retta di ottobre per Tommaso scade il giorno trenta novembre e si "
                    "paga da questo messaggio, in pochi passaggi, quando si vuole.\n");
  int height = 0;

  ui_fixture_set_up (&fixture);
  phone = ion_phone_new ();
  text = ui_find (phone, ION_TYPE_PHONE_TEXT_VIEW, NULL);
  g_assert_nonnull (text);
  g_assert_cmpint (gtk_widget_get_request_mode (text), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  ui_fixture_present (&fixture, phone);
  ion_phone_set_message (ION_PHONE (phone), message);
  ui_flush ();
  text = gtk_widget_get_first_child (text);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (text), &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (height, >, 30);
  g_assert_cmpint (gtk_widget_get_height (text), >=, height);
  ui_fixture_tear_down (&fixture);
}

static void
test_switches (void)
{
  UiFixture fixture;
  GtkWidget *phone, *english, *dark;
  g_autoptr (IonMessage) message = make_message ("Appuntamento", "Ciao [qui](https://x.it)");

  ui_fixture_set_up (&fixture);
  phone = ion_phone_new ();
  ui_fixture_present (&fixture, phone);
  ion_phone_set_message (ION_PHONE (phone), message);
  english = ui_find (phone, GTK_TYPE_TOGGLE_BUTTON, _ ("English phone"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (english), TRUE);
  g_assert_true (ui_shows (phone, "Book"));
  g_assert_false (ui_shows (phone, "Prenota"));
  dark = ui_find (phone, GTK_TYPE_TOGGLE_BUTTON, _ ("Show the phone in its dark style"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dark), TRUE);
  g_assert_true (ui_shows (phone, "#8ca9ff"));
  ion_phone_set_message (ION_PHONE (phone), NULL);
  g_assert_false (ui_shows (phone, "Book"));
  ion_phone_set_problem (ION_PHONE (phone), "Manca il campo mese");
  g_assert_true (ui_shows (phone, "Manca il campo mese"));
  ui_fixture_tear_down (&fixture);
}

static void
count_cb (GtkWidget *box, int *count)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    (*count)++;
}

/* The very same widgets show the next text. */
static void
test_reuse (void)
{
  UiFixture fixture;
  GtkWidget *phone, *text, *first;
  g_autoptr (IonMessage) one = make_message ("Uno due tre", "Uno\n\nDue\n\n- Tre\n");
  g_autoptr (IonMessage) two = make_message ("Quattro", "# Quattro\n");
  int before = 0, after = 0;

  ui_fixture_set_up (&fixture);
  phone = ion_phone_new ();
  ui_fixture_present (&fixture, phone);
  ion_phone_set_message (ION_PHONE (phone), one);
  text = ui_find (phone, g_type_from_name ("IonPhoneTextView"), NULL);
  first = gtk_widget_get_first_child (text);
  count_cb (text, &before);
  ion_phone_set_message (ION_PHONE (phone), two);
  ion_phone_set_message (ION_PHONE (phone), one);
  count_cb (text, &after);
  g_assert_cmpint (before, ==, 3);
  g_assert_cmpint (after, ==, 3);
  g_assert_true (gtk_widget_get_first_child (text) == first);
  ui_fixture_tear_down (&fixture);
}

static void
test_compact (void)
{
  UiFixture fixture;
  GtkWidget *phone;
  g_autoptr (IonMessage) message = make_message ("Appuntamento", "Ciao");

  ui_fixture_set_up (&fixture);
  phone = g_object_new (ION_TYPE_PHONE, "is-compact", TRUE, "office-name", "Comune di Latina",
                        "service-name", "Anagrafe", NULL);
  ion_phone_set_message (ION_PHONE (phone), message);
  ui_fixture_present (&fixture, phone);
  g_assert_true (ui_shows (phone, "Comune di Latina"));
  g_assert_false (ui_shows (phone, "9:41"));
  g_object_set (phone, "is-compact", FALSE, NULL);
  g_assert_true (ui_shows (phone, "9:41"));
  g_assert_true (ui_shows (phone, "Comune di Latina"));
  g_object_set (phone, "is-compact", TRUE, NULL);
  g_assert_true (ui_shows (phone, "Appuntamento"));
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/phone/message", test_message);
  g_test_add_func ("/phone/height", test_height);
  g_test_add_func ("/phone/switches", test_switches);
  g_test_add_func ("/phone/reuse", test_reuse);
  g_test_add_func ("/phone/compact", test_compact);
  return g_test_run ();
}
