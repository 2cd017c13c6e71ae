/** Small makers that keep the rule files short. */
import type { CitationItem, Marker, Note, Source, Span, Statement, Subject } from "../model.ts";

export const onDocument: Subject = { kind: "document" };
export const onClaim = (claim: Statement): Subject => ({ kind: "claim", id: claim.id });
export const onMarker = (marker: Marker): Subject => ({ kind: "marker", id: marker.id });
export const onNote = (note: Note): Subject => ({ kind: "note", id: note.id });
export const onItem = (item: CitationItem): Subject => ({ kind: "item", id: item.id });
export const onSource = (source: Source): Subject => ({ kind: "source", id: source.id });

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The title, or what else names the source in a finding. */
export const nameOf = (source: Source): string => source.csl.title ?? source.label;

/** Year of publication, or null. */
export const yearOf = (source: Source): number | null => source.csl.issued?.["date-parts"]?.[0]?.[0] ?? null;
