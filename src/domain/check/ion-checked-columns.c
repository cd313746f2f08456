/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Worked out once for a file, so that a row costs no comparison of names: which cells are amounts,
 * dates and notice numbers, which must not be empty, and in which stand the person's names.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-checked-columns.h"
#include "ion-date-fields.h"
#include "ion-payment-fields.h"

static IonColumnKind
choose_check (const IonCheckedColumn *column, const IonPaymentFields *payment, GHashTable *dates)
{
  g_autofree char *key = NULL;

  if (dates == NULL)
    return column->kind;
  if (column->field == NULL)
    return ION_COLUMN_OTHER;
  if (payment->amount != NULL && ion_field_name_equal (column->field, payment->amount))
    return ION_COLUMN_AMOUNT;
  if (payment->due_date != NULL && ion_field_name_equal (column->field, payment->due_date))
    return ION_COLUMN_DUE_DATE;
  if (payment->notice_number != NULL &&
      ion_field_name_equal (column->field, payment->notice_number))
    return ION_COLUMN_NOTICE_NUMBER;
  key = ion_field_name_fold (column->field);
  if (g_hash_table_contains (dates, key))
    return ION_COLUMN_DATE;
  return column->kind == ION_COLUMN_POSTCODE ? ION_COLUMN_POSTCODE : ION_COLUMN_OTHER;
}

static gssize
find_kind (const IonCheckedColumns *self, IonColumnKind kind)
{
  gssize found = -1;

  for (gsize i = 0; i < self->n; i++)
    {
      if (self->list[i].kind != kind)
        continue;
      if (found >= 0)
        return -1; /* whose name it is cannot be told */
      found = (gssize) i;
    }
  return found;
}

/**
 * ion_checked_columns_new:
 * @template_: (nullable): without one, a column's name says what its cells must be
 * @renderer: (nullable): of @template_
 * @mapping: which column is which field
 * @header: (array length=n_columns): the columns' names, empty where they have none
 * @n_columns: how many columns the file has
 *
 * Returns: (transfer full): the columns
 */
IonCheckedColumns *
ion_checked_columns_new (const IonTemplate *template_,
                         const IonRenderer *renderer,
                         const IonMapping *mapping,
                         const char *const *header,
                         gsize n_columns)
{
  IonCheckedColumns *self = g_new0 (IonCheckedColumns, 1);
  IonPaymentFields payment = { NULL };
  g_autoptr (GHashTable) dates = NULL; /* none without a template */

  if (template_ != NULL)
    {
      ion_payment_fields_init (&payment, template_);
      dates = ion_date_fields_find (template_);
    }
  self->list = g_new0 (IonCheckedColumn, n_columns);
  self->n = n_columns;
  for (gsize i = 0; i < n_columns; i++)
    {
      IonCheckedColumn *column = &self->list[i];

      column->name =
          *header[i] != '\0' ? g_strdup (header[i]) : g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
      column->field = g_strdup (ion_mapping_get_field (mapping, i));
      column->kind = ion_column_kind_recognise (header[i]);
      column->check = choose_check (column, &payment, dates);
      column->is_required = renderer != NULL && column->field != NULL &&
                            !ion_field_name_equal (column->field, ION_FIELD_FISCAL_CODE) &&
                            !ion_renderer_is_field_optional (renderer, column->field);
    }
  self->code = ion_mapping_get_column (mapping, ION_FIELD_FISCAL_CODE);
  self->surname = find_kind (self, ION_COLUMN_SURNAME);
  self->given_name = find_kind (self, ION_COLUMN_GIVEN_NAME);
  self->full_name = find_kind (self, ION_COLUMN_FULL_NAME);
  ion_payment_fields_clear (&payment);
  return self;
}

void
ion_checked_columns_free (IonCheckedColumns *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n; i++)
    {
      g_free (self->list[i].name);
      g_free (self->list[i].field);
    }
  g_free (self->list);
  g_free (self);
}
