/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-xml-stream.h"
#include "ion-zip-archive.h"

G_BEGIN_DECLS

/**
 * IonXmlInput:
 *
 * XML that is read more than once, be it a file of an archive or a file of its own.
 */
typedef struct _IonXmlInput IonXmlInput;

IonXmlInput *ion_xml_input_open_member (IonZipArchive *archive, const char *name, GError **error);
IonXmlInput *ion_xml_input_open_file (const char *path, GError **error);
void ion_xml_input_free (IonXmlInput *self);

void ion_xml_input_begin (IonXmlInput *self, const IonXmlHandler *handler, gpointer data);
gboolean ion_xml_input_read (IonXmlInput *self, gboolean *is_end, GError **error);
gboolean ion_xml_input_read_all (IonXmlInput *self, GError **error);
gboolean ion_xml_input_rewind (IonXmlInput *self, GError **error);
void ion_xml_input_stop (IonXmlInput *self);
double ion_xml_input_get_fraction (const IonXmlInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXmlInput, ion_xml_input_free)

G_END_DECLS
