/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"
#include "ion-table.h"

G_BEGIN_DECLS

/* What a person may say about a file with a table: the same options for each verb that reads one.
 */
typedef struct
{
  char *sheet;
  char *encoding;
  char *separator;
} IonCliFile;

#define ION_CLI_FILE_ENTRIES(self)                                        \
  { "sheet",                                                              \
    0,                                                                    \
    0,                                                                    \
    G_OPTION_ARG_STRING,                                                  \
    &(self).sheet,                                                        \
    N_ ("the sheet of a workbook, by its name or its number"),            \
    "S" },                                                                \
      { "encoding",                                                       \
        0,                                                                \
        0,                                                                \
        G_OPTION_ARG_STRING,                                              \
        &(self).encoding,                                                 \
        N_ ("reads the file in this encoding instead of recognising it"), \
        "E" },                                                            \
  {                                                                       \
    "separator", 0, 0, G_OPTION_ARG_STRING, &(self).separator,            \
        N_ ("the separator of the columns: ; , | or “tab”"), "C"          \
  }

/* The choice about people who stand in a file twice. */
#define ION_CLI_DUPLICATES_ENTRY(variable)                                                        \
  {                                                                                               \
    "duplicates", 0, 0, G_OPTION_ARG_STRING, &(variable),                                         \
        N_ ("what to do about people who stand in the file twice: “refuse” it (this is done " \
            "otherwise) or keep each one’s “first” row"),                                         \
        "CHOICE"                                                                                  \
  }

/* Fills @options. Says on standard error what is wrong: then the status is not ION_RESULT_DONE. */
IonResult
ion_cli_file_read_options (const IonCliFile *self, const IonCli *cli, IonTableOptions *options);
/* Where there is a terminal, the workbook has several sheets and none was chosen: asks which, and
 * puts it into @options. Elsewhere opening the file says which sheets there are. */
IonResult ion_cli_file_choose_sheet (IonCliFile *self,
                                     const IonCli *cli,
                                     const char *path,
                                     IonTableOptions *options);
/* @choice: (nullable) */
IonResult
ion_cli_file_read_duplicates (const char *choice, const IonCli *cli, gboolean *keep_first);

G_END_DECLS
