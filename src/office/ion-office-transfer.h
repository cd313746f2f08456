/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/*
 * An office carried to another machine, or given to a colleague of another municipality: one file
 * of settings, services, templates and, where a person asks for them, the lists of people. API keys
 * are never in it, nor is what was sent.
 */

/**
 * ion_office_export:
 * @with_people: also test recipients and named lists: they are personal data
 * @path: replaced where it exists; only its owner may read it
 *
 * What belongs to an office of one kind only is left out in practice: name, code, address.
 * Journalled. May wait for the disk: call it from a worker thread.
 */
gboolean
ion_office_export (IonOffice *self, gboolean with_people, const char *path, GError **error);

/**
 * IonOfficeTransfer:
 *
 * A file that was read and checked, and what it would change here.
 */
typedef struct _IonOfficeTransfer IonOfficeTransfer;

/**
 * ion_office_read_transfer:
 *
 * Changes nothing. Everything in the file is checked, so that it is applied whole.
 * Errors: %ION_OFFICE_ERROR_VALUE for a file of another kind, of a newer program, or damaged
 */
IonOfficeTransfer *ion_office_read_transfer (IonOffice *self, const char *path, GError **error);
/* (transfer none) (element-type utf8): a sentence for each change; none where the office is already
 * as the file has it */
const GPtrArray *ion_office_transfer_get_changes (const IonOfficeTransfer *self);
/* Adds and replaces, removes nothing; a template that is replaced stays among its versions. One
 * that was stopped in the middle can be made again. Journalled. */
gboolean ion_office_import (IonOffice *self, const IonOfficeTransfer *transfer, GError **error);

void ion_office_transfer_free (IonOfficeTransfer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOfficeTransfer, ion_office_transfer_free)

G_END_DECLS
