/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Suppliers' programs save web pages and XML under the name of a workbook, since spreadsheets open
 * them. A CSV file may begin with “<” too: only what can be nothing else is taken for markup.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-markup.h"
#include "ion-encoding.h"

#include <string.h>

/* Returns: (transfer full): the beginning, as lower-case UTF-8 */
static char *
decode_head (const guint8 *head, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  IonEncoding encoding = ION_ENCODING_UTF8;
  guint64 n_unreadable = 0;
  gsize bom_size = 0;

  if (!ion_encoding_from_bom (head, size, &encoding, &bom_size) && size >= 4)
    {
      if (head[0] == '<' && head[1] == '\0')
        encoding = ION_ENCODING_UTF16LE;
      else if (head[0] == '\0' && head[1] == '<')
        encoding = ION_ENCODING_UTF16BE;
    }
  ion_encoding_decode (encoding, head + bom_size, size - bom_size, FALSE, text, &n_unreadable);
  return g_ascii_strdown (text->str, (gssize) strlen (text->str));
}

static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* Comments and processing instructions say nothing yet. */
static const char *
skip_prologue (const char *p)
{
  for (p = skip_space (p); g_str_has_prefix (p, "<!--") || g_str_has_prefix (p, "<?");
       p = skip_space (p))
    {
      const char *end = p[1] == '?' ? strchr (p, '>') : strstr (p + 4, "-->");

      if (end == NULL)
        return "";
      p = end + (p[1] == '?' ? 1 : 3);
    }
  return p;
}

static gboolean
is_tag (const char *p, const char *name)
{
  gsize size = strlen (name);

  return p[0] == '<' && strncmp (p + 1, name, size) == 0 &&
         (g_ascii_isspace (p[size + 1]) || p[size + 1] == '>' || p[size + 1] == '/');
}

static gboolean
is_html (const char *p)
{
  static const char *const names[] = { "html",  "head",  "body", "table",  "meta", "title",
                                       "style", "link",  "base", "center", "div",  "font",
                                       "form",  "h1",    "h2",   "h3",     "p",    "tr",
                                       "tbody", "thead", "span", "script" };

  if (g_str_has_prefix (p, "<!doctype html"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (is_tag (p, names[i]))
        return TRUE;
    }
  return FALSE;
}

/* The name of the first element, without its prefix. */
static gboolean
is_element (const char *p, const char *name)
{
  const char *start = p + strspn (p, "<");
  gsize size = strcspn (start, " \t\r\n>/");
  const char *colon = memchr (start, ':', size);

  if (start != p + 1)
    return FALSE;
  if (colon != NULL)
    {
      size -= (gsize) (colon + 1 - start);
      start = colon + 1;
    }
  return size == strlen (name) && strncmp (start, name, size) == 0;
}

/**
 * ion_markup_recognise:
 * @head: the beginning of a file; some kilobytes suffice
 * @size: its length in bytes
 *
 * Returns: what it is; %ION_MARKUP_NONE for other XML and for all the rest
 */
IonMarkup
ion_markup_recognise (const guint8 *head, gsize size)
{
  g_autofree char *text = decode_head (head, size);
  const char *p = skip_space (text);

  if (g_str_has_prefix (p, "mime-version:") || g_str_has_prefix (p, "content-type: multipart/"))
    return ION_MARKUP_MHTML;
  if (*p != '<')
    return ION_MARKUP_NONE;
  if (strstr (p, "progid=\"excel.sheet\"") != NULL)
    return ION_MARKUP_SPREADSHEET_2003;
  p = skip_prologue (p);
  if (is_element (p, "workbook") && strstr (p, "urn:schemas-microsoft-com:office:spreadsheet"))
    return ION_MARKUP_SPREADSHEET_2003;
  if (is_element (p, "document") && strstr (p, "urn:oasis:names:tc:opendocument:xmlns:office:"))
    return ION_MARKUP_FLAT_ODS;
  return is_html (p) ? ION_MARKUP_HTML : ION_MARKUP_NONE;
}

/**
 * ion_markup_find_charset:
 * @head: the beginning of a web page
 * @size: its length in bytes
 *
 * Returns: (transfer full) (nullable): the encoding that it claims to have
 */
char *
ion_markup_find_charset (const guint8 *head, gsize size)
{
  g_autofree char *text = decode_head (head, size);
  const char *p = strstr (text, "charset");

  if (p == NULL)
    return NULL;
  p = skip_space (p + strlen ("charset"));
  if (*p++ != '=')
    return NULL;
  p = skip_space (p);
  if (*p == '"' || *p == '\'')
    p++;
  return g_strndup (p, strcspn (p, " \t\r\n\"';>/"));
}
