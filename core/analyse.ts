/** The whole way in one function: Document → Analysis. Composes the stages and adds nothing of its own. */
import { audit } from "./audit/index.ts";
import type { AuditOptions } from "./audit/options.ts";
import type { Analysis, Csl, Document } from "./model.ts";
import { splitNotes } from "./reference/note/index.ts";
import { resolve } from "./resolve/index.ts";
import { outline } from "./text/index.ts";

export interface AnalyseOptions {
  /** The user's own records, beside those that came with the document. */
  readonly bibliography?: readonly Csl[];
  readonly audit?: Partial<AuditOptions>;
}

/**
 * Returns everything the engine says about a document: pure, the same bytes for the same input.
 * Cost grows linearly with the text, apart from sorting within one source's mentions.
 */
export function analyse(document: Document, options: AnalyseOptions = {}): Analysis {
  const { statements, markers, notes, blocks, sections, conventions, uncertain } = outline(document);
  const found = { statements, markers, notes, blocks, sections, conventions, uncertain };
  const parts = splitNotes(document.text, notes);
  const bibliography = [...document.bibliography, ...(options.bibliography ?? [])];
  const { items, sources, edges, open } = resolve(document, found, parts, { bibliography });
  const unaudited: Analysis = {
    schema: "footing/analysis/1",
    document,
    blocks,
    sections,
    statements,
    markers,
    notes,
    commentary: parts.flatMap((p) => p.commentary.map((c) => ({ start: c.start, end: c.end, note: p.note }))),
    items,
    sources,
    edges,
    open,
    findings: [],
    conventions,
    uncertain,
  };
  return { ...unaudited, findings: audit(unaudited, options.audit) };
}
