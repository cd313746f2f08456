/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Every row of the file, held against what the message needs, before anybody is written to; and the
 * whole is held against itself, since the worst mistake makes every single row look right.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-recipient-check-private.h"
#include "ion-blank.h"
#include "ion-moment.h"
#include "ion-row-check.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

void
ion_recipient_check_free (IonRecipientCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row_fields, ion_row_fields_free);
  g_clear_pointer (&self->columns, ion_checked_columns_free);
  g_free (self->distinct_by);
  g_clear_pointer (&self->proof, ion_render_proof_free);
  g_clear_pointer (&self->renderer, ion_renderer_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->constants, ion_fields_unref);
  g_clear_pointer (&self->notices, ion_notice_book_free);
  g_clear_pointer (&self->numbers, ion_print_map_free);
  g_clear_pointer (&self->marks, ion_row_marks_free);
  ion_doubt_counts_clear (&self->counts);
  g_free (self);
}

IonRecipientCheck *
ion_recipient_check_new (const IonTemplate *template_,
                         const IonMapping *mapping,
                         const char *const *header,
                         gsize n_columns,
                         gint64 now,
                         GError **error)
{
  g_autoptr (IonRecipientCheck) self = g_new0 (IonRecipientCheck, 1);

  self->now = now;
  ion_moment_to_local (now, &self->today, NULL, NULL, NULL);
  self->constants = ion_fields_new ();
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->numbers = ion_print_map_new ();
  if (template_ != NULL)
    {
      self->renderer = ion_renderer_new (template_, error);
      if (self->renderer == NULL)
        return NULL;
      self->proof = ion_render_proof_new (self->renderer);
      self->distinct_by = g_strdup (template_->distinct_by);
      for (guint i = 0; i < template_->variants->len; i++)
        {
          const IonTemplateText *variant = g_ptr_array_index (template_->variants, i);

          g_ptr_array_add (self->languages, g_strdup (variant->language));
        }
    }
  self->notices = ion_notice_book_new (self->distinct_by != NULL);
  self->columns = ion_checked_columns_new (template_, self->renderer, mapping, header, n_columns);
  if (template_ != NULL && self->distinct_by == NULL)
    self->marks = ion_row_marks_new (self->columns);
  return g_steal_pointer (&self);
}

/**
 * ion_recipient_check_set_constant:
 * @self: a check
 * @field: a field's name
 * @value: its value in every row; wins over a column
 */
void
ion_recipient_check_set_constant (IonRecipientCheck *self, const char *field, const char *value)
{
  g_return_if_fail (self->row_fields == NULL);

  ion_fields_set (self->constants, field, value);
}

/* A person in the file's tables, and where they are looked for. */
typedef struct
{
  guint64 person[2];
  guint64 number[2];
  gboolean has_number;
} Prints;

static void
print_number (Prints *self, const IonRecipient *recipient)
{
  if (recipient->notice_number == NULL || self->has_number)
    return;
  ion_print_text (recipient->notice_number, strlen (recipient->notice_number), self->number);
  self->has_number = TRUE;
}

/* As early as possible: the tables are far larger than what a processor has at hand. */
static void
begin_prints (Prints *self, IonRecipientCheck *check, const IonRecipient *recipient)
{
  if (recipient->fiscal_code[0] == '\0')
    return;
  ion_print_text (recipient->fiscal_code, ION_FISCAL_CODE_LENGTH, self->person);
  ion_notice_book_prefetch (check->notices, self->person);
  print_number (self, recipient);
  if (self->has_number)
    ion_print_map_prefetch (check->numbers, self->number[0]);
}

/* As somebody would read it: in small letters, one blank where there are several, one apostrophe.
 */
static char *
fold_distinct (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      gsize blank = ion_blank_length (p);

      if (blank > 0)
        {
          p += blank;
          if (result->len > 0 && result->str[result->len - 1] != ' ')
            g_string_append_c (result, ' ');
        }
      else if (g_str_has_prefix (p, "\342\200\231"))
        {
          p += 3;
          g_string_append_c (result, '\'');
        }
      else
        g_string_append_c (result, *p++);
    }
  return g_string_free (result, FALSE);
}

/* Fingerprint of what tells notices apart, without regard to how it is written. */
static void
print_folded (const char *text, guint64 print[2])
{
  g_autofree char *folded = NULL;
  char ascii[64];
  const char *p = text;
  gsize n = 0;

  /* What fold_distinct() makes of plain letters, without its detours. */
  for (; n < sizeof ascii && *p != '\0' && (guchar) *p < 0x80; p++)
    {
      if (ion_blank_length (p) == 0)
        ascii[n++] = g_ascii_tolower (*p);
      else if (n > 0 && ascii[n - 1] != ' ')
        ascii[n++] = ' ';
    }
  if (*p == '\0')
    {
      ion_print_text (ascii, n, print);
      return;
    }
  folded = fold_distinct (text);
  ion_print_text (folded, strlen (folded), print);
}

static void
report_duplicate (IonRowCheck *row)
{
  const IonCheckedColumns *columns = row->check->columns;
  const IonCheckedColumn *column = &columns->list[columns->code];
  g_autofree char *message = NULL;
  gssize other = -1;

  if (row->check->marks != NULL)
    other = ion_row_marks_find_difference (row->check->marks, row->recipient->row,
                                           row->recipient->duplicate_of);
  if (other >= 0)
    message = g_strdup_printf (
        /* Translators: a row's number, a column's name and a field's name */
        _ ("The same person is already in row %1$" PRId64 ", with another “%2$s”. If these are two "
           "notices, the template must say that this tells them apart (\"distinct_by\": "
           "\"%3$s\")."),
        row->recipient->duplicate_of, columns->list[other].name, columns->list[other].field);
  else if (row->check->distinct_by != NULL)
    message = g_strdup_printf (
        /* Translators: a row's number and a field's name */
        _ ("The same person is already in row %1$" PRId64 ", with the same “%2$s”."),
        row->recipient->duplicate_of, row->check->distinct_by);
  else
    message = g_strdup_printf (_ ("The same person is already in row %" PRId64 "."),
                               row->recipient->duplicate_of);
  ion_row_check_report (row, column, "duplicate", message, TRUE);
}

static void
check_duplicate (IonRowCheck *row, const Prints *prints)
{
  IonRecipient *recipient = row->recipient;
  guint64 notice[2] = { 0 };
  gboolean is_new_person = FALSE;

  if (row->check->distinct_by != NULL)
    print_folded (recipient->distinct != NULL ? recipient->distinct : "", notice);
  recipient->duplicate_of = ion_notice_book_add (row->check->notices, prints->person, notice,
                                                 recipient->row, &is_new_person);
  if (is_new_person)
    row->check->totals.people++;
  recipient->is_duplicate = recipient->duplicate_of != 0;
  if (recipient->is_duplicate)
    report_duplicate (row);
}

/* Returns: (nullable): the column of the notice numbers, where one cell has them */
static const IonCheckedColumn *
find_number_column (const IonCheckedColumns *columns)
{
  for (gsize i = 0; i < columns->n; i++)
    if (columns->list[i].check == ION_COLUMN_NOTICE_NUMBER)
      return &columns->list[i];
  return NULL;
}

/* The same notice number for two people: one would pay for the other. */
static void
check_shared_number (IonRowCheck *row, Prints *prints)
{
  IonRecipient *recipient = row->recipient;
  g_autofree char *message = NULL;
  IonPrintSlot *before;

  if (recipient->notice_number == NULL || recipient->fiscal_code[0] == '\0')
    return;
  print_number (prints, recipient);
  before = ion_print_map_add (row->check->numbers, prints->number[0], (guint32) prints->person[0],
                              (guint32) recipient->row, FALSE);
  if (before == NULL || before->mark == (guint32) prints->person[0])
    return;
  row->check->counts.n_shared_notices += (before->row & ION_PRINT_FLAG) != 0 ? 1 : 2;
  before->row |= ION_PRINT_FLAG;
  message = g_strdup_printf (_ ("Another person, in row %u, has the same notice number: one would "
                                "pay for the other."),
                             before->row & ION_PRINT_ROW_MASK);
  ion_row_check_report (row, find_number_column (row->check->columns), "notice-number-shared",
                        message, TRUE);
}

static void
add_totals (IonRecipientCheck *self, const IonRecipient *recipient)
{
  IonCampaignTotals *totals = &self->totals;

  if (recipient->amount > 0)
    {
      if (totals->amount == 0 || recipient->amount < totals->amount_min)
        totals->amount_min = recipient->amount;
      totals->amount_max = MAX (totals->amount_max, recipient->amount);
      totals->amount += recipient->amount;
    }
  if (recipient->due_date != 0)
    {
      if (totals->due_from == 0 || recipient->due_date < totals->due_from)
        totals->due_from = recipient->due_date;
      totals->due_to = MAX (totals->due_to, recipient->due_date);
    }
}

IonRecipient *
ion_recipient_check_row (IonRecipientCheck *self,
                         gint64 row_number,
                         const char *const *cells,
                         gsize n_cells,
                         GPtrArray *issues)
{
  IonRecipient *recipient = g_new0 (IonRecipient, 1);
  IonRowCheck row = { self, recipient, cells, n_cells, issues, FALSE };
  Prints prints = { 0 };

  recipient->row = row_number;
  for (guint i = 0; i < issues->len && !row.has_error; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      row.has_error = issue->row == row_number && !issue->is_warning;
    }
  if (self->row_fields == NULL)
    self->row_fields = ion_row_fields_new (self->columns, self->constants);
  ion_row_check_cells (&row);
  begin_prints (&prints, self, recipient);
  if (self->distinct_by != NULL)
    recipient->distinct = g_strdup (ion_fields_get (recipient->fields, self->distinct_by));
  if (!row.has_error && self->renderer != NULL)
    ion_row_check_message (&row);
  check_shared_number (&row, &prints);
  recipient->is_valid = !row.has_error;
  if (recipient->is_valid && self->marks != NULL)
    ion_row_marks_add (self->marks, row_number, cells, n_cells);
  if (recipient->is_valid)
    check_duplicate (&row, &prints);
  if (recipient->is_valid && !recipient->is_duplicate)
    add_totals (self, recipient);
  return recipient;
}

GPtrArray *
ion_recipient_check_get_doubts (IonRecipientCheck *self)
{
  return ion_doubt_counts_list (&self->counts);
}

GPtrArray *
ion_recipient_check_take_late_issues (IonRecipientCheck *self)
{
  GPtrArray *issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);

  if (!self->is_late_taken)
    ion_amount_watch_add_issues (&self->counts.amounts, issues);
  self->is_late_taken = TRUE;
  return issues;
}

void
ion_recipient_check_get_totals (IonRecipientCheck *self, IonCampaignTotals *totals)
{
  *totals = self->totals;
}
