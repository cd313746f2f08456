/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The practice platform's book: what an earlier run, a torn line, another process or a full disk
 * leave of it.
 */

#include "config.h"

#include "ion-practice-people.h"
#include "practice-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Messages of long ago: whoever opens the book finds them where they have got to. */
static void
test_statuses (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GString) book = g_string_new ("not JSON\n{\"id\":\"short\"}\n");
  const IonPracticeOptions options = { 0 };
  int counts[ION_MESSAGE_STATUS_FAILED + 1] = { 0 };
  int read[3] = { 0 };
  int paid[3] = { 0 };
  IonPracticeFigures figures;
  const guint service = ion_practice_hash (KEY, 4);
  g_autoptr (IonAnswer) stranger = NULL;
  g_autoptr (IonAnswer) unknown = NULL;

  for (int i = 0; i < 400; i++)
    g_string_append_printf (book,
                            "{\"time\":\"2020-01-01T00:00:00.000Z\",\"id\":\"01BX9NSMKVXXS5PSP2FAT%"
                            "05d"
                            "\",\"fiscal_code\":\"%s\",\"notice_number\":\"301011100007347557\","
                            "\"subject\":\"x\",\"service\":%u,\"advanced\":true}\n",
                            i, TEST_CODE, i == 399 ? service + 1 : service);
  g_string_append (book, "{\"torn");
  g_assert_true (g_file_set_contents (fixture->book, book->str, -1, NULL));
  start (fixture, &options);
  /* All of them one person and one notice. */
  ion_practice_get_figures (fixture->practice, &figures);
  g_assert_cmpint (figures.persons_twice, ==, 399);
  g_assert_cmpint (figures.messages, ==, 0);

  for (int i = 0; i < 399; i++)
    {
      g_autofree char *id = g_strdup_printf ("01BX9NSMKVXXS5PSP2FAT%05d", i);
      g_autoptr (IonAnswer) answer = wire_status (fixture->platform, TEST_CODE, id);

      assert_kind (answer, ION_ANSWER_STATUS);
      counts[answer->status]++;
      read[answer->read + 1]++;
      paid[answer->paid + 1]++;
    }
  g_assert_cmpint (counts[ION_MESSAGE_STATUS_PROCESSED], >, 380);
  g_assert_cmpint (counts[ION_MESSAGE_STATUS_ACCEPTED], ==, 0);
  g_assert_cmpint (MIN (MIN (read[0], read[1]), read[2]), >, 20);
  g_assert_cmpint (MIN (paid[1], paid[2]), >, 80);

  stranger = wire_status (fixture->platform, TEST_CODE, "01BX9NSMKVXXS5PSP2FAT00399");
  unknown = wire_status (fixture->platform, TEST_CODE, "01BX9NSMKVXXS5PSP2FAT99999");
  assert_kind (stranger, ION_ANSWER_SENDER_REFUSED);
  assert_kind (unknown, ION_ANSWER_UNKNOWN_MESSAGE);
}

/* A new message: queued, written down behind a line that was torn, and known to a second platform
 * on the same book.
 */
static void
test_book (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions options = { 0 };
  IonPracticeOptions shared = { .book = fixture->book };
  g_autoptr (IonPractice) other = NULL;
  g_autoptr (IonPlatform) through_other = NULL;
  g_autoptr (IonAnswer) accepted = NULL;
  g_autoptr (IonAnswer) status = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonNode) line = NULL;

  g_assert_true (g_file_set_contents (fixture->book, "{\"torn", -1, NULL));
  start (fixture, &options);
  other = ion_practice_new (&shared, NULL);
  through_other = ion_io_platform_new (ion_practice_get_url (other), TRUE, 1, NULL);

  accepted = submit (fixture);
  assert_kind (accepted, ION_ANSWER_ACCEPTED);
  g_assert_cmpuint (strlen (accepted->message_id), ==, 26);
  status = wire_status (through_other, "RSSMRA85T10A562S", accepted->message_id);
  assert_kind (status, ION_ANSWER_STATUS);
  g_assert_cmpint (status->status, ==, ION_MESSAGE_STATUS_ACCEPTED);
  g_assert_cmpint (status->read, ==, -1);

  g_assert_true (g_file_get_contents (fixture->book, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  line = json_from_string (lines[1], NULL);
  g_assert_nonnull (line);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (line), "id"), ==,
                   accepted->message_id);
  ion_practice_stop (other);
}

/* A platform that cannot remember a message does not take it. */
static void
test_full_disk (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions options = { .book = "/dev/full" };
  g_autoptr (IonAnswer) answer = NULL;
  IonPracticeFigures figures;
  g_autofree char *book = g_steal_pointer (&fixture->book);

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      fixture->book = g_steal_pointer (&book);
      start (fixture, &options);
      return;
    }

  fixture->book = g_strdup ("/dev/full");
  start (fixture, &options);
  g_free (fixture->book);
  fixture->book = g_steal_pointer (&book);
  answer = submit (fixture);
  assert_kind (answer, ION_ANSWER_KNOWN_500);
  ion_practice_get_figures (fixture->practice, &figures);
  g_assert_cmpint (figures.messages, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/practice-book/statuses", Fixture, NULL, set_up, test_statuses, tear_down);
  g_test_add ("/practice-book/shared", Fixture, NULL, set_up, test_book, tear_down);
  g_test_add ("/practice-book/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);

  return g_test_run ();
}
