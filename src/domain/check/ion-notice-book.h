/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonNoticeBook:
 *
 * Who is in the file already, and with which notice, where one person may have several. About 22
 * bytes a row, whatever stands in it.
 */
typedef struct _IonNoticeBook IonNoticeBook;

IonNoticeBook *ion_notice_book_new (gboolean has_several);
void ion_notice_book_free (IonNoticeBook *self);
void ion_notice_book_prefetch (const IonNoticeBook *self, const guint64 person[2]);
gint64 ion_notice_book_add (IonNoticeBook *self,
                            const guint64 person[2],
                            const guint64 notice[2],
                            gint64 row,
                            gboolean *is_new_person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonNoticeBook, ion_notice_book_free)

G_END_DECLS
