/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-biff-stream.h"

G_BEGIN_DECLS

/**
 * IonBiffText:
 *
 * Reads the texts out of the records of an old workbook, in whichever of their two ways they are
 * written, also where a text goes on in the next record.
 */
typedef struct _IonBiffText IonBiffText;

IonBiffText *ion_biff_text_new (IonBiffStream *stream);
void ion_biff_text_free (IonBiffText *self);
void ion_biff_text_set_version (IonBiffText *self, guint version);
void ion_biff_text_set_codepage (IonBiffText *self, guint codepage);

void ion_biff_text_begin (IonBiffText *self, const IonBiffRecord *record, gsize at);
gboolean ion_biff_text_has_more (IonBiffText *self, GError **error);
gboolean ion_biff_text_read (IonBiffText *self, guint length_size, GString *text, GError **error);

gboolean ion_biff_text_refuse (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonBiffText, ion_biff_text_free)

G_END_DECLS
