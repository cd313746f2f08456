/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonFiguresGroup:
 *
 * People and total, typed from the office's own accounts: never shown before they are right.
 */
#define ION_TYPE_FIGURES_GROUP (ion_figures_group_get_type ())
G_DECLARE_FINAL_TYPE (IonFiguresGroup, ion_figures_group, ION, FIGURES_GROUP, IonDraftGroup)

G_END_DECLS
