/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A file of school fees being checked, row by row. */

#include "config.h"

#include "recipient-fixture.h"

#include <string.h>

IonTemplate *
recipient_fixture_make_template (const char *distinct_by)
{
  IonTemplate *template_ = ion_template_new ("Retta", ION_TEMPLATE_PAYMENT);

  g_free (template_->main->subject);
  g_free (template_->main->markdown);
  template_->main->subject = g_strdup ("Retta scolastica di {{mese}}");
  template_->main->markdown =
      g_strdup ("Ciao {{nome}}, la retta di {{mese}} per {{alunno}} \303\250 di {{importo | euro}} "
                "e scade il {{scadenza | data lunga}}. Puoi pagarla da questo messaggio.");
  template_->due_date = g_strdup ("{{scadenza}}");
  template_->amount = g_strdup ("{{importo}}");
  template_->notice_number = g_strdup ("{{avviso}}");
  template_->distinct_by = g_strdup (distinct_by);
  return template_;
}

void
recipient_fixture_init (RecipientFixture *self, const char *header, IonTemplate *template_)
{
  g_auto (GStrv) names = g_strsplit (header, ";", -1);
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (IonMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  self->template_ = template_;
  if (template_ != NULL)
    {
      renderer = ion_renderer_new (template_, &error);
      g_assert_no_error (error);
      fields = ion_renderer_list_fields (renderer);
    }
  mapping = ion_mapping_new ((const char *const *) names, g_strv_length (names), NULL, fields, NULL,
                             &error);
  g_assert_no_error (error);
  self->check = ion_recipient_check_new (template_, mapping, (const char *const *) names,
                                         g_strv_length (names), NOW, &error);
  g_assert_no_error (error);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  self->row = 1;
}

void
recipient_fixture_clear (RecipientFixture *self)
{
  g_clear_pointer (&self->check, ion_recipient_check_free);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->template_, ion_template_free);
}

IonRecipient *
recipient_fixture_add_row (RecipientFixture *self, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);

  return ion_recipient_check_row (self->check, ++self->row, (const char *const *) cells,
                                  g_strv_length (cells), self->issues);
}

char *
recipient_fixture_say (RecipientFixture *self, const char *line)
{
  g_autoptr (IonRecipient) recipient = NULL;
  GString *text = g_string_new (NULL);
  gboolean has_error = FALSE;

  g_ptr_array_set_size (self->issues, 0);
  recipient = recipient_fixture_add_row (self, line);
  for (guint i = 0; i < self->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (self->issues, i);

      g_assert_cmpint (issue->row, ==, self->row);
      g_assert_cmpstr (issue->message, !=, "");
      g_assert_null (strstr (issue->message, ADULT_1));
      g_string_append_printf (text, "%s%s%s:%s", text->len > 0 ? " " : "",
                              issue->is_warning ? "" : "!",
                              issue->column != NULL ? issue->column : "", issue->code);
      has_error = has_error || !issue->is_warning;
    }
  g_assert_cmpint (recipient->is_valid, ==, !has_error);
  return g_string_free (text, FALSE);
}
