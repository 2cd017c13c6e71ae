/** Words, markers and claims of one paragraph. Hostile text stays text: React sets it as such. */
import { Fragment, type JSX } from "react";
import type { Marker } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import { pathOf } from "../desk/emphasis.ts";
import { useLook } from "../desk/news.ts";
import { list } from "../desk/words.ts";
import { ClaimText } from "./claim-text.tsx";
import type { Inline } from "./flow.ts";

interface Props {
  readonly text: string;
  readonly parts: readonly Inline[];
}

export function InlineText({ text, parts }: Props): JSX.Element {
  return (
    <>
      {parts.map((part) => (
        <Fragment key={part.start}>{inlinePart(text, part)}</Fragment>
      ))}
    </>
  );
}

function inlinePart(text: string, part: Inline): JSX.Element | string {
  switch (part.kind) {
    case "text":
      return text.slice(part.start, part.end);
    case "marker":
      return <MarkerLink text={text.slice(part.start, part.end)} marker={part.marker} />;
    case "claim": {
      const [head, tail] = cutTail(text, part.parts);
      return (
        <ClaimText
          statement={part.statement}
          first={part.first}
          last={part.last}
          tail={<InlineText text={text} parts={tail} />}
        >
          <InlineText text={text} parts={head} />
        </ClaimText>
      );
    }
    default:
      return part satisfies never;
  }
}

/** Longer than this, a last word may break away from what follows it. */
const longestTail = 24;

/** Cuts the parts before the last word, so that it can be kept on one line with its marker and chip. */
function cutTail(text: string, parts: readonly Inline[]): readonly [readonly Inline[], readonly Inline[]] {
  const at = parts.findLastIndex(
    (part) => part.kind === "text" && text.slice(part.start, part.end).trim() !== "",
  );
  const part = parts[at];
  if (part?.kind !== "text") return [parts, []];
  const words = text.slice(part.start, part.end);
  const cut = part.start + words.trimEnd().search(/\S+$/);
  const after = parts.slice(at + 1);
  if ((after.at(-1)?.end ?? part.end) - cut > longestTail) return [parts, []];
  const head: Inline = { kind: "text", start: part.start, end: cut };
  const tail: Inline = { kind: "text", start: cut, end: part.end };
  return [
    [...parts.slice(0, at), head],
    [tail, ...after],
  ];
}

/** Digits and symbols glued to a word are raised; marks in brackets and words stand on the line as they are. */
const raised = new Set<Marker["style"]>(["superscript", "note-call"]);

const named = (marker: Marker): string | undefined =>
  marker.labels.length > 0
    ? `${marker.labels.length > 1 ? "Notes" : "Note"} ${list(marker.labels)}`
    : undefined;

function MarkerLink({ text, marker }: { readonly text: string; readonly marker: Marker }): JSX.Element {
  const { desk } = useOpened();
  const onPath = useLook(desk, marker.id, ({ selection }) => pathOf(desk, selection).has(marker.id));
  const bare = /^[\p{N}*†‡§¶#,;\s–-]+$/u.test(text);
  const look = raised.has(marker.style) && bare ? "marker raised" : "marker";
  const [note] = marker.notes;
  if (note === undefined && marker.cites.length === 0)
    return (
      <span className={`${look} dangling`} title="No note with this label stands in the document">
        {text}
      </span>
    );
  return (
    <a
      role="doc-noteref"
      className={look}
      id={`marker-${marker.id}`}
      data-marker={marker.id}
      data-path={onPath}
      href={note === undefined ? `#marker-${marker.id}` : `#note-${note}`}
      aria-label={bare ? named(marker) : undefined}
    >
      {text}
    </a>
  );
}
