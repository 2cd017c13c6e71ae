/** The text of the document in reading order. Draws what `flow` says; the notes stand in `end-notes.tsx`. */
import { type JSX, memo } from "react";
import type { FlowPart, Folded, Inline, Paragraph } from "./flow.ts";
import { InlineText } from "./inline-text.tsx";
import { runsOn, type Stretch, stretches } from "./stretches.ts";

interface Props {
  readonly text: string;
  readonly parts: readonly FlowPart[];
  readonly isLong: boolean;
}

export const DocumentText = memo(function DocumentText({ text, parts, isLong }: Props): JSX.Element {
  return (
    <>
      {isLong
        ? stretches(parts).map((stretch) => (
            <StretchElement key={stretch[0].start} text={text} stretch={stretch} />
          ))
        : parts.map((part) => <FlowElement key={part.start} text={text} part={part} />)}
    </>
  );
});

interface StretchProps {
  readonly text: string;
  readonly stretch: Stretch;
}

const StretchElement = memo(
  function StretchElement({ text, stretch }: StretchProps): JSX.Element {
    const [first] = stretch;
    if (!runsOn(first)) return <FlowElement text={text} part={first} />;
    return (
      <div className="stretch">
        {stretch.map((part) => (
          <FlowElement key={part.start} text={text} part={part} />
        ))}
      </div>
    );
  },
  // While the text comes in, stretches are cut anew, and only the last one may have grown.
  (was, is) =>
    was.text === is.text &&
    was.stretch.length === is.stretch.length &&
    was.stretch.every((part, i) => part === is.stretch[i]),
);

interface PartProps {
  readonly text: string;
  readonly part: FlowPart;
}

const FlowElement = memo(function FlowElement({ text, part }: PartProps): JSX.Element {
  switch (part.kind) {
    case "chrome":
    case "disclaimer":
      return <Fold text={text} part={part} />;
    case "list":
      return (
        <ul className="items">
          {part.paragraphs.map((p) => (
            <li key={p.start} data-from={p.start}>
              <InlineText text={text} parts={p.parts} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
        <section className="rows" aria-label="Table" tabIndex={0}>
          <table>
            <tbody>
              {part.paragraphs.map((p) => (
                <tr key={p.start} data-from={p.start}>
                  {cells(text, p.parts).map((cell) => (
                    <td key={cell.start}>
                      <InlineText text={text} parts={cell.parts} />
                      <span className="cell-bar">{text.slice(cell.end, cell.next)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    case "heading":
      return <Heading text={text} part={part} />;
    default:
      return (
        <p className={part.kind} data-from={part.start}>
          <InlineText text={text} parts={part.parts} />
        </p>
      );
  }
});

interface Cell {
  readonly parts: readonly Inline[];
  readonly start: number;
  readonly end: number;
  /** Where the next cell begins, behind the bar between them. */
  readonly next: number;
}

/** Cuts a table row at the bars that stand between its cells. */
function cells(text: string, parts: readonly Inline[]): readonly Cell[] {
  const found: Cell[] = [];
  let held: Inline[] = [];
  let start = parts[0]?.start ?? 0;
  const close = (end: number, next: number): void => {
    found.push({ parts: held, start, end, next });
    held = [];
    start = next;
  };
  for (const part of parts) {
    if (part.kind !== "text") {
      held.push(part);
      continue;
    }
    let at = part.start;
    for (const bar of text.slice(part.start, part.end).matchAll(/ \| /g)) {
      const from = part.start + bar.index;
      held.push({ kind: "text", start: at, end: from });
      at = from + bar[0].length;
      close(from, at);
    }
    if (at < part.end) held.push({ kind: "text", start: at, end: part.end });
  }
  const end = parts.at(-1)?.end ?? start;
  close(end, end);
  return found;
}

/** The page has its own first and second level; the document's headings begin at the third. */
function Heading({ text, part }: { readonly text: string; readonly part: Paragraph }): JSX.Element {
  const Tag = (["h3", "h4", "h5", "h6"] as const)[Math.min(part.level, 4) - 1] ?? "h3";
  return (
    <Tag className="heading" data-from={part.start}>
      <InlineText text={text} parts={part.parts} />
    </Tag>
  );
}

const foldName: Readonly<Record<Folded["kind"], string>> = {
  chrome: "Page furniture",
  disclaimer: "Disclaimer",
};

/** Folded, never left out; the first words say what is in it. */
function Fold({ text, part }: { readonly text: string; readonly part: Folded }): JSX.Element {
  const words = text.slice(part.start, Math.min(part.end, part.start + 200)).replace(/[\s|]+/g, " ");
  return (
    <details className="fold">
      <summary data-added="">
        {foldName[part.kind]} <span className="fold-words">{words}</span>
      </summary>
      {part.paragraphs.map((p) => (
        <p key={p.start} data-from={p.start}>
          <InlineText text={text} parts={p.parts} />
        </p>
      ))}
    </details>
  );
}
