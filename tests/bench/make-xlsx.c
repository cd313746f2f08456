/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Turns the sample of made-up people, on standard input, into a workbook as an office has it: texts
 * as texts, amounts as numbers, dates as dates.
 */

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *amount;
  lxw_format *date;
} Target;

static void
write_cell (const Target *target, lxw_row_t row, lxw_col_t column, const char *cell)
{
  unsigned int day, month, year, euros, cents;
  int end = 0;

  if (sscanf (cell, "%2u/%2u/%4u%n", &day, &month, &year, &end) == 3 && cell[end] == '\0')
    {
      lxw_datetime date = { .year = (int) year, .month = (int) month, .day = (int) day };

      worksheet_write_datetime (target->sheet, row, column, &date, target->date);
    }
  else if (sscanf (cell, "%6u,%2u%n", &euros, &cents, &end) == 2 && cell[end] == '\0')
    worksheet_write_number (target->sheet, row, column, (euros * 100 + cents) / 100.0,
                            target->amount);
  else
    worksheet_write_string (target->sheet, row, column, cell, NULL);
}

static void
write_rows (const Target *target)
{
  char line[4096];

  for (lxw_row_t row = 0; fgets (line, sizeof line, stdin) != NULL; row++)
    {
      g_auto (GStrv) cells = NULL;

      g_strchomp (line);
      cells = g_strsplit (line, ";", -1);
      for (lxw_col_t i = 0; cells[i] != NULL; i++)
        write_cell (target, row, i, cells[i]);
    }
}

int
main (int argc, char *argv[])
{
  lxw_workbook_options options = { .constant_memory = LXW_FALSE };
  lxw_workbook *book;
  Target target;

  if (argc < 2 || argc > 3 || (argc == 3 && strcmp (argv[2], "--inline") != 0))
    {
      fprintf (stderr, "usage: make-xlsx FILE.xlsx [--inline] < FILE.csv\n");
      return 2;
    }
  /* Which also writes the texts into the cells instead of sharing them. */
  options.constant_memory = argc == 3;
  book = workbook_new_opt (argv[1], &options);
  target.sheet = workbook_add_worksheet (book, "Elenco");
  target.amount = workbook_add_format (book);
  format_set_num_format (target.amount, "#,##0.00");
  target.date = workbook_add_format (book);
  format_set_num_format (target.date, "dd/mm/yyyy");
  write_rows (&target);
  return workbook_close (book) == LXW_NO_ERROR ? 0 : 1;
}
