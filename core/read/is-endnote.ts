/** Tells EndNote's XML; apart from its reader, so that telling formats apart loads no XML parser. */

/** Returns whether the text is EndNote's XML. */
export const isEndnote = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<xml>\s*<records>/.test(text);
