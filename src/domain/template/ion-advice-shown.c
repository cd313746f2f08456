/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What stands in a text and would not be seen in IO, or not as it was meant.
 */

#define G_LOG_DOMAIN "ion-advice"

#include "config.h"

#include "ion-advice-private.h"

#include "ion-front-matter.h"

#define STRIKETHROUGH "~~(?=\\S)(.+?)(?<=\\S)~~"
/* Not behind what makes it a link with words, or an address in angle brackets. */
#define BARE_LINK "(?<![(<\"\\w/])(https?://|www\\.)"

/* Control characters, and those that turn text round or hide in it; a file or another program
 * brought them: nobody types them. */
#define HIDDEN                                                                 \
  "[\\x{1}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}" \
  "\\x{2066}-\\x{2069}\\x{feff}]"

gboolean
ion_advice_has_hidden (const IonAdviceLook *look)
{
  return ion_advice_matches (HIDDEN, FALSE, look->text->subject) ||
         ion_advice_matches (HIDDEN, FALSE, look->text->markdown);
}

gboolean
ion_advice_mend_hidden (IonTemplate *template_, IonTemplateText *text)
{
  gboolean is_of_title = ion_advice_replace (&text->subject, HIDDEN, FALSE, "");

  return ion_advice_replace (&text->markdown, HIDDEN, FALSE, "") || is_of_title;
}

gboolean
ion_advice_has_fence (const IonAdviceLook *look)
{
  return ion_front_matter_find_fence (look->text->markdown) != NULL;
}

gboolean
ion_advice_mend_fence (IonTemplate *template_, IonTemplateText *text)
{
  const char *fence;
  gboolean mended = FALSE;

  while ((fence = ion_front_matter_find_fence (text->markdown)) != NULL)
    {
      gsize start = (gsize) (fence - text->markdown);
      gsize length = strcspn (fence, "\n");
      GString *rest = g_string_new (text->markdown);

      g_string_erase (rest, (gssize) start, (gssize) length + (fence[length] == '\n' ? 1 : 0));
      g_free (text->markdown);
      text->markdown = g_string_free (rest, FALSE);
      mended = TRUE;
    }
  return mended;
}

gboolean
ion_advice_has_table (const IonAdviceLook *look)
{
  return ion_advice_matches ("^[^\\n]*\\|[^\\n]*\\n[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*(\\||$)", FALSE,
                             look->text->markdown);
}

gboolean
ion_advice_has_strikethrough (const IonAdviceLook *look)
{
  return ion_advice_matches (STRIKETHROUGH, FALSE, look->text->markdown);
}

gboolean
ion_advice_mend_strikethrough (IonTemplate *template_, IonTemplateText *text)
{
  return ion_advice_replace (&text->markdown, STRIKETHROUGH, FALSE, "\\1");
}

gboolean
ion_advice_has_html (const IonAdviceLook *look)
{
  return ion_advice_matches ("</?(p|b|i|u|a|em|strong|span|div|font|table|tr|td|ul|ol|li|h[1-6])"
                             "(\\s[^>]*)?/?>",
                             TRUE, look->text->markdown);
}

gboolean
ion_advice_has_http (const IonAdviceLook *look)
{
  if (ion_advice_matches ("\\bhttp://", TRUE, look->text->markdown))
    return TRUE;
  for (guint i = 0; i < look->text->buttons->len; i++)
    {
      const IonTemplateButton *button = g_ptr_array_index (look->text->buttons, i);

      if (ion_advice_matches ("\\bhttp://", TRUE, button->action))
        return TRUE;
    }
  return FALSE;
}

gboolean
ion_advice_mend_http (IonTemplate *template_, IonTemplateText *text)
{
  gboolean mended = ion_advice_replace (&text->markdown, "\\bhttp://", TRUE, "https://");

  for (guint i = 0; i < text->buttons->len; i++)
    {
      IonTemplateButton *button = g_ptr_array_index (text->buttons, i);

      if (ion_advice_replace (&button->action, "\\bhttp://", TRUE, "https://"))
        mended = TRUE;
    }
  return mended;
}

gboolean
ion_advice_has_bare_link (const IonAdviceLook *look)
{
  return ion_advice_matches (BARE_LINK, TRUE, look->text->markdown);
}
