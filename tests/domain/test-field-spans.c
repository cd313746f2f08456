/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fields are found while they are being written, and nothing is taken for one that is none.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-field-spans.h"

#include <string.h>

/* "V[nome|{{nome | euro}}]": type, name and whole of each */
static char *
describe (const char *line)
{
  g_autoptr (GArray) spans = ion_field_spans_find (line, -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);

      g_assert_cmpuint (span->end, <=, strlen (line));
      g_string_append_printf (out, "%c[%.*s|%.*s]", "VOC"[span->type],
                              (int) (span->name_end - span->name_start), line + span->name_start,
                              (int) (span->end - span->start), line + span->start);
    }
  return g_string_free (out, FALSE);
}

static void
test_found (void)
{
  static const struct
  {
    const char *line;
    const char *found;
  } cases[] = {
    { "", "" },
    { "Ciao {{nome}}!", "V[nome|{{nome}}]" },
    { "{{a}}{{ b  c }}", "V[a|{{a}}]V[b  c|{{ b  c }}]" },
    { "{{importo | euro | maiuscolo}}", "V[importo|{{importo | euro | maiuscolo}}]" },
    { "{{luogo | altrimenti: da {{x}} qui}} e", "V[luogo|{{luogo | altrimenti: da {{x}} qui}}]" },
    { "{{se sconto: Hai {{y}} }}.", "O[sconto|{{se sconto:]V[y|{{y}}]C[|}}]" },
    { "{{nome", "" },
    { "{{nome}", "" },
    { "{{}} x", "C[|}}]" },
    { "{{nome | altrimenti: x", "" },
    { "{nome} {{ok}}", "V[ok|{{ok}}]" },
    { "{{a {{b}}", "V[b|{{b}}]" },
    { "{{se}}", "V[se|{{se}}]" },
    { "{{a\\}}}", "V[a\\}|{{a\\}}}]" },
    { "{{x\\", "" },
    { "{{", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].line);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Whatever is typed, spans are in order and within the line. */
static void
test_random (void)
{
  static const char letters[] = "{{}}||:\\ as\n";

  for (int round = 0; round < 20000; round++)
    {
      char line[24];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof line);
      gsize last = 0;
      g_autoptr (GArray) spans = NULL;

      for (gsize i = 0; i < length; i++)
        line[i] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      spans = ion_field_spans_find (line, (gssize) length);
      for (guint i = 0; i < spans->len; i++)
        {
          const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);

          g_assert_cmpuint (span->start, >=, last);
          g_assert_cmpuint (span->end, >, span->start);
          g_assert_cmpuint (span->end, <=, length);
          g_assert_cmpuint (span->name_start, <=, span->name_end);
          g_assert_cmpuint (span->name_end, <=, span->end);
          last = span->end;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-spans/found", test_found);
  g_test_add_func ("/field-spans/random", test_random);
  return g_test_run ();
}
