/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The platform's own memory of what it took, written before its answer leaves: without it nobody
 * could tell whether a lost answer meant a lost message.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-book.h"

#include "ion-practice-json.h"
#include "ion-practice-people.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct _IonPracticeBook
{
  GHashTable *entries; /* (owned) (element-type utf8 IonPracticeEntry) */
  GHashTable *seen;    /* (owned) (element-type guint64): hashes of person and notice */
  gint64 twice;
  char *key;         /* (owned) (nullable): what people are hashed under */
  GRand *rand;       /* (owned): ids differ from run to run, as the real ones do */
  GString *line;     /* (owned) */
  int fd;            /* -1 = in memory only */
  gboolean readable; /* a file rather than a pipe or a device */
  gboolean torn;     /* the last line could not be written to its end */
  gint64 known;      /* how far the file has been read: not at all, until somebody asks */
};

void
ion_practice_format_time (gint64 time, char out[32])
{
  time_t seconds = (time_t) (time / 1000);
  struct tm parts;

  gmtime_r (&seconds, &parts);
  g_snprintf (out, 32, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", (parts.tm_year + 1900) % 10000,
              parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
              (int) (time % 1000));
}

static gint64
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL
             ? g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000
             : 0;
}

/* A ULID: 48 bits of time, 80 of chance, in Crockford's base 32. */
static void
make_id (IonPracticeBook *self, gint64 time, char out[ION_PRACTICE_ID_LENGTH + 1])
{
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint64 left = (guint64) time;

  for (int i = 9; i >= 0; i--, left >>= 5)
    out[i] = digits[left & 31];
  for (int i = 10; i < ION_PRACTICE_ID_LENGTH;)
    {
      guint32 chance = g_rand_int (self->rand);

      for (int n = 0; n < 4; n++, i++, chance >>= 5)
        out[i] = digits[chance & 31];
    }
  out[ION_PRACTICE_ID_LENGTH] = '\0';
}

/* As @text stands in the book. (transfer full) */
static char *
name_in_book (IonPracticeBook *self, const char *text)
{
  char *name;

  if (self->key == NULL)
    return g_strdup (text);
  name = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) self->key,
                                    strlen (self->key), text, -1);
  name[ION_PRACTICE_NAME_LENGTH] = '\0';
  return name;
}

static gboolean
is_name (IonPracticeBook *self, const char *text)
{
  return self->key == NULL ? ion_practice_is_fiscal_code (text)
                           : strlen (text) == ION_PRACTICE_NAME_LENGTH &&
                                 strspn (text, "0123456789abcdef") == ION_PRACTICE_NAME_LENGTH;
}

/* @notice_number and @subject as they stand in the book. */
static void
keep (IonPracticeBook *self,
      IonPracticeEntry *entry,
      const char *notice_number,
      const char *subject)
{
  const char *what = notice_number != NULL ? notice_number : subject;
  guint64 key = ((guint64) ion_practice_hash (entry->person, 2) << 32) ^
                ((guint64) ion_practice_hash (what, ion_practice_hash (entry->person, 3)));
  gint64 *seen = g_new (gint64, 1);

  *seen = (gint64) key;
  if (!g_hash_table_add (self->seen, seen))
    self->twice++;
  g_hash_table_insert (self->entries, entry->id, entry);
}

static void
learn_line (IonPracticeBook *self, const char *line, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root = ion_practice_json_read (parser, line, length);
  gboolean wrong = FALSE;
  const char *id, *code, *notice, *subject;
  IonPracticeEntry *entry;

  if (root == NULL)
    return;

  id = ion_practice_json_get_string (root, "id", &wrong);
  code = ion_practice_json_get_string (root, "fiscal_code", &wrong);
  notice = ion_practice_json_get_string (root, "notice_number", &wrong);
  subject = ion_practice_json_get_string (root, "subject", &wrong);
  if (id == NULL || strlen (id) != ION_PRACTICE_ID_LENGTH || code == NULL ||
      !is_name (self, code) || subject == NULL || g_hash_table_contains (self->entries, id))
    return;

  entry = g_new0 (IonPracticeEntry, 1);
  memcpy (entry->id, id, sizeof entry->id);
  g_strlcpy (entry->person, code, sizeof entry->person);
  entry->time = parse_time (ion_practice_json_get_string (root, "time", &wrong));
  entry->service = (guint32) ion_practice_json_get_int (root, "service", 0, &wrong);
  entry->advanced = ion_practice_json_get_boolean (root, "advanced", &wrong);
  entry->payment = notice != NULL && notice[0] != '\0';
  keep (self, entry, entry->payment ? notice : NULL, subject);
}

/* Reads what stands in the file beyond what is known: lines of an earlier run, or of another
 * process. A line that is torn at its end is read when it is whole.
 */
static void
learn (IonPracticeBook *self)
{
  g_autofree char *buffer = g_malloc (65536);
  g_autoptr (GString) rest = g_string_new (NULL);
  gssize n;

  while ((n = pread (self->fd, buffer, 65536, self->known + (gint64) rest->len)) > 0)
    {
      const char *start;
      const char *end;

      g_string_append_len (rest, buffer, n);
      start = rest->str;
      while ((end = memchr (start, '\n', rest->len - (gsize) (start - rest->str))) != NULL)
        {
          learn_line (self, start, (gsize) (end - start));
          start = end + 1;
        }
      self->known += start - rest->str;
      g_string_erase (rest, 0, start - rest->str);
    }
}

/* A process that was killed may have left half a line: the next one must not continue it. */
static gboolean
is_torn (IonPracticeBook *self)
{
  gint64 size = lseek (self->fd, 0, SEEK_END);
  char last;

  return size > 0 && pread (self->fd, &last, 1, size - 1) == 1 && last != '\n';
}

/* Own lines need not be read back, as long as nobody else writes in between. */
static void
note_written (IonPracticeBook *self, gssize length)
{
  gint64 end = self->readable ? lseek (self->fd, 0, SEEK_CUR) : -1;

  if (end >= 0 && end - length == self->known)
    self->known = end;
}

IonPracticeBook *
ion_practice_book_new (const char *path, const char *key, GError **error)
{
  g_autoptr (IonPracticeBook) self = g_new0 (IonPracticeBook, 1);
  struct stat status;

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rand = g_rand_new ();
  self->key = g_strdup (key);
  self->line = g_string_sized_new (512);
  self->fd = -1;

  if (path != NULL)
    {
      self->fd = g_open (path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
      if (self->fd < 0)
        {
          int code = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                       _ ("The book of the practice platform cannot be written: %s"),
                       g_strerror (code));
          return NULL;
        }
      self->readable = fstat (self->fd, &status) == 0 && S_ISREG (status.st_mode);
      self->torn = self->readable && is_torn (self);
    }

  return g_steal_pointer (&self);
}

void
ion_practice_book_free (IonPracticeBook *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->rand, g_rand_free);
  g_string_free (self->line, TRUE);
  g_free (self->key);
  g_free (self);
}

/* One write a line: no other process gets in between. */
static gboolean
write_line (IonPracticeBook *self,
            const IonPracticeEntry *entry,
            const char *notice_number,
            const char *subject)
{
  char time[32];
  gssize n;

  if (self->fd < 0)
    return TRUE;

  ion_practice_format_time (entry->time, time);
  g_string_printf (self->line,
                   "%s{\"time\":\"%s\",\"id\":\"%s\",\"fiscal_code\":\"%s\",\"notice_number\":",
                   self->torn ? "\n" : "", time, entry->id, entry->person);
  if (notice_number != NULL)
    ion_practice_json_append (self->line, notice_number);
  else
    g_string_append (self->line, "null");
  g_string_append (self->line, ",\"subject\":");
  ion_practice_json_append (self->line, subject);
  g_string_append_printf (self->line, ",\"service\":%u,\"advanced\":%s}\n", entry->service,
                          entry->advanced ? "true" : "false");

  n = write (self->fd, self->line->str, self->line->len);
  if (n > 0)
    {
      self->torn = n < (gssize) self->line->len;
      note_written (self, n);
    }
  return n == (gssize) self->line->len;
}

const IonPracticeEntry *
ion_practice_book_add (IonPracticeBook *self,
                       const IonPracticeLetter *letter,
                       guint32 service,
                       gint64 time)
{
  IonPracticeEntry *entry = g_new0 (IonPracticeEntry, 1);
  g_autofree char *person = name_in_book (self, letter->fiscal_code);
  g_autofree char *subject = name_in_book (self, letter->subject);
  g_autofree char *notice = NULL;

  make_id (self, time, entry->id);
  g_strlcpy (entry->person, person, sizeof entry->person);
  entry->time = time;
  entry->service = service;
  entry->advanced = letter->advanced;
  entry->payment = letter->notice_number[0] != '\0';

  if (entry->payment)
    notice = name_in_book (self, letter->notice_number);
  if (!write_line (self, entry, notice, subject))
    {
      g_free (entry);
      return NULL;
    }

  keep (self, entry, notice, subject);
  return entry;
}

const IonPracticeEntry *
ion_practice_book_find (IonPracticeBook *self, const char *id, const char *fiscal_code)
{
  g_autofree char *person = name_in_book (self, fiscal_code);
  const IonPracticeEntry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL && self->readable)
    {
      learn (self);
      entry = g_hash_table_lookup (self->entries, id);
    }

  return entry != NULL && strcmp (entry->person, person) == 0 ? entry : NULL;
}

gint64
ion_practice_book_get_twice (IonPracticeBook *self)
{
  if (self->readable)
    learn (self);

  return self->twice;
}

void
ion_practice_book_forget_twice (IonPracticeBook *self)
{
  if (self->readable)
    learn (self);
  g_hash_table_remove_all (self->seen);
  self->twice = 0;
}
