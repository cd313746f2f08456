/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"
#include "ion-xml-stream.h"

G_BEGIN_DECLS

/* What a cell's value is, as OpenDocument says it. */
typedef enum
{
  ION_ODS_VALUE_NONE,
  ION_ODS_VALUE_NUMBER, /* also percentages and sums of money */
  ION_ODS_VALUE_DATE,
  ION_ODS_VALUE_TIME,
  ION_ODS_VALUE_BOOLEAN,
  ION_ODS_VALUE_STRING,
  ION_ODS_VALUE_ERROR,
} IonOdsValue;

/**
 * IonOdsCell:
 *
 * One cell while it is being read: the value that the program keeps, and the text that it shows.
 */
typedef struct
{
  IonOdsValue type;
  gboolean has_formula;
  gboolean is_merged;
  gsize n_columns; /* so many cells of its kind, side by side */
  GString *value;  /* (owned) */
  GString *shown;  /* (owned) */
  guint n_paragraphs;
  gboolean has_space; /* before what comes next */
  GString *text;      /* (owned): what the cell becomes */
} IonOdsCell;

void ion_ods_cell_init (IonOdsCell *self);
void ion_ods_cell_clear (IonOdsCell *self);
void ion_ods_cell_begin (IonOdsCell *self, const IonXmlAttribute *attributes, gsize n_attributes);
void ion_ods_cell_begin_paragraph (IonOdsCell *self);
void ion_ods_cell_add_text (IonOdsCell *self, const char *text, gsize size);
void ion_ods_cell_add_character (IonOdsCell *self, char character, gsize n);
void ion_ods_cell_hand_on (IonOdsCell *self, gsize column, IonRowQueue *queue);
gboolean ion_ods_cell_is_filled (const IonOdsCell *self);

G_END_DECLS
