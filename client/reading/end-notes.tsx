/** The notes below the text: each as printed, its citations marked with what they came to, and links back. */
import { Fragment, type JSX, memo } from "react";
import type { CitationItem, Note, NoteId } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { pathOf } from "../desk/emphasis.ts";
import { findingIndex } from "../desk/findings.ts";
import { useLook } from "../desk/news.ts";
import { pinpointText, refusalText } from "../desk/words.ts";
import { FindingMark } from "../findings/mark.tsx";
import type { Selection } from "../state/address.ts";
import { select } from "../state/store.ts";
import { useGrowing } from "./growing.ts";

/** Many notes come piece by piece, as a long text does. */
const atFirst = 300;
const atATime = 150;

export const EndNotes = memo(function EndNotes(): JSX.Element | null {
  const { desk } = useOpened();
  const { notes } = desk.analysis;
  const count = useGrowing(notes, atFirst, atATime);
  if (notes.length === 0) return null;
  const references = notes.every((n) => n.type === "reference");
  return (
    <section role="doc-endnotes" className="notes" aria-labelledby="notes-heading">
      <h3 id="notes-heading" data-added="">
        {references ? "References" : "Notes"}
      </h3>
      <ul>
        {notes.slice(0, count).map((note) => (
          <NoteEntry key={note.id} note={note} />
        ))}
      </ul>
    </section>
  );
});

const NoteEntry = memo(function NoteEntry({ note }: { readonly note: Note }): JSX.Element {
  const { desk } = useOpened();
  const { text } = desk.analysis.document;
  const onPath = useLook(desk, note.id, ({ selection }) => pathOf(desk, selection).has(note.id));
  const markers = desk.markersByNote.get(note.id) ?? [];
  return (
    <li id={`note-${note.id}`} tabIndex={-1} data-from={note.start} data-note={note.id} data-path={onPath}>
      <span className="note-label">{text.slice(note.start, note.bodyStart)}</span>
      <NoteBody note={note} items={desk.itemsByNote.get(note.id) ?? []} />
      {note.bodyEnd < note.end && <span className="noise">{text.slice(note.bodyEnd, note.end)}</span>}
      {markers.map((marker, i) => (
        <a
          key={marker.id}
          role="doc-backlink"
          className="backlink"
          data-added=""
          data-back={marker.id}
          href={`#marker-${marker.id}`}
          aria-label={`Back to the text${markers.length > 1 ? `, call ${i + 1} of ${markers.length}` : ""}`}
        >
          ↩
        </a>
      ))}
      <FindingMark
        findings={findingIndex(desk).byNote.get(note.id) ?? []}
        about={note.label === null ? "this entry" : `note ${note.label}`}
        selection={selectionFor(desk, note.id)}
      />
    </li>
  );
});

/** A note's findings are told with the first source that it names. */
function selectionFor(desk: Desk, note: NoteId): Selection | null {
  for (const { resolution } of desk.itemsByNote.get(note) ?? [])
    if (resolution.kind === "resolved")
      return { kind: "source", source: desk.workById.get(resolution.source)!.ref };
  return null;
}

interface BodyProps {
  readonly note: Note;
  readonly items: readonly CitationItem[];
}

function NoteBody({ note, items }: BodyProps): JSX.Element {
  const { desk } = useOpened();
  const { text } = desk.analysis.document;
  const parts: JSX.Element[] = [];
  let at = note.bodyStart;
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    if (item.start < at || item.end > note.bodyEnd) continue;
    parts.push(
      <Fragment key={item.id}>
        {text.slice(at, item.start)}
        <Cite item={item}>{text.slice(item.start, item.end)}</Cite>
      </Fragment>,
    );
    at = item.end;
  }
  return (
    <span className="note-body">
      {parts}
      {text.slice(at, note.bodyEnd)}
    </span>
  );
}

function Cite({ item, children }: { readonly item: CitationItem; readonly children: string }): JSX.Element {
  const { desk } = useOpened();
  const { resolution } = item;
  const work = resolution.kind === "resolved" ? desk.workById.get(resolution.source) : undefined;
  const lit = useLook(
    desk,
    work?.id,
    ({ selection }) => selection !== null && selection.kind !== "claim" && selection.source === work?.ref,
  );
  const gone = useLook(desk, work?.id, ({ without }) => work !== undefined && without.includes(work.ref));
  if (!work)
    return (
      <>
        <span className="cite">{children}</span>
        <span className="cite-chip refused" data-added="">
          {resolution.kind === "refused"
            ? `not resolved: ${refusalText[resolution.reason]}`
            : "names no source"}
        </span>
      </>
    );
  const place = item.pinpoint ? `, ${pinpointText(item.pinpoint)}` : "";
  return (
    <>
      <span className="cite" data-lit={lit}>
        {children}
      </span>
      <button
        type="button"
        className="cite-chip"
        data-added=""
        data-gone={gone}
        aria-pressed={lit}
        onClick={() => select({ kind: "source", source: work.ref })}
      >
        {work.source.label}
        {place}
      </button>
    </>
  );
}
