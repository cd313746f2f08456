/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one error domain of the store: whatever the SQL engine, the disk or the vault says is
 * translated to it at the edge, so that the layers above can tell a full disk from a damaged file.
 */

#include "config.h"

#include "ion-store-error.h"

G_DEFINE_QUARK (ion - store - error - quark, ion_store_error)
