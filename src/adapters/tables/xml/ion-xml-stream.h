/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-member.h"

G_BEGIN_DECLS

/* One attribute of an element. */
typedef struct
{
  const char *name; /* without its prefix */
  const char *prefix;
  const char *uri;   /* (nullable): its namespace, where it has a prefix */
  const char *value; /* without a NUL behind it: up to @end */
  const char *end;
} IonXmlAttribute;

/* What is called while a stream is read. Any of them may be %NULL. */
typedef struct
{
  /* (array zero-terminated=1): elements of other namespaces are passed over, what is in them is
   * not; elements of no namespace count as of the first */
  const char *const *namespaces;
  /* @space: which of the namespaces; @name without its prefix */
  void (*start) (gpointer data,
                 guint space,
                 const char *name,
                 const IonXmlAttribute *attributes,
                 gsize n_attributes);
  void (*end) (gpointer data, guint space, const char *name);
  /* A piece of a text: it may come in several. */
  void (*text) (gpointer data, const char *text, gsize size);
} IonXmlHandler;

/**
 * IonXmlStream:
 *
 * XML read piece by piece. It knows no declarations of entities, of whatever kind, and never reads
 * anything but its own bytes.
 */
typedef struct _IonXmlStream IonXmlStream;

IonXmlStream *ion_xml_stream_new (const char *name, const IonXmlHandler *handler, gpointer data);
void ion_xml_stream_free (IonXmlStream *self);
gboolean ion_xml_stream_feed (IonXmlStream *self, const char *bytes, gsize size, GError **error);
gboolean ion_xml_stream_end (IonXmlStream *self, GError **error);
/* From within a callback: nothing more is wanted. */
void ion_xml_stream_stop (IonXmlStream *self);
gboolean ion_xml_stream_is_stopped (const IonXmlStream *self);

/* Reads all of a member, or as much of it as the callbacks want. */
gboolean ion_xml_stream_read_member (IonZipArchive *archive,
                                     const char *name,
                                     const IonXmlHandler *handler,
                                     gpointer data,
                                     IonXmlStream **stream,
                                     GError **error);

/* Whether a name is this one letter; inline, since the cells of a sheet have such names. */
static inline gboolean
ion_xml_name_is (const char *name, char letter)
{
  return name[0] == letter && name[1] == '\0';
}

const IonXmlAttribute *ion_xml_attribute_find (const IonXmlAttribute *attributes,
                                               gsize n_attributes,
                                               const char *uri,
                                               const char *name);
char *ion_xml_attribute_dup (const IonXmlAttribute *attributes,
                             gsize n_attributes,
                             const char *uri,
                             const char *name);
gboolean
ion_xml_attribute_is_true (const IonXmlAttribute *attributes, gsize n_attributes, const char *name);
gboolean ion_xml_attribute_equals (const IonXmlAttribute *attribute, const char *value);
gboolean
ion_xml_attribute_get_number (const IonXmlAttribute *attribute, guint64 max, guint64 *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXmlStream, ion_xml_stream_free)

G_END_DECLS
