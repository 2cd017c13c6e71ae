/** What changed between two versions, sentence by sentence, with the words that went and came. */
import { diffWordsWithSpace } from "diff";
import { type JSX, useMemo } from "react";
import type { DocumentDiff, StatementChange } from "../../core/review/diff.ts";
import { count } from "../desk/words.ts";

const kindText: Readonly<Record<StatementChange["kind"], string>> = {
  same: "unchanged",
  moved: "moved",
  edited: "edited",
  added: "added",
  removed: "removed",
};

/** Returns "2 edited, 1 added"; "nothing changed" where that is so. */
export function changeSummary({ counts }: DocumentDiff): string {
  const parts = (["edited", "added", "removed", "moved"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindText[kind]}`);
  return parts.length > 0 ? parts.join(", ") : "no sentence changed";
}

/** Unchanged sentences are folded into one line, so that a long text shows what is new. */
type Row =
  | { readonly kind: "fold"; readonly from: number; readonly size: number }
  | { readonly kind: "change"; readonly at: number; readonly change: StatementChange };

function rowsOf(changes: readonly StatementChange[]): readonly Row[] {
  const rows: Row[] = [];
  let run = 0;
  for (const [at, change] of changes.entries()) {
    if (change.kind === "same") {
      run += 1;
      continue;
    }
    if (run > 0) rows.push({ kind: "fold", from: at - run, size: run });
    run = 0;
    rows.push({ kind: "change", at, change });
  }
  if (run > 0) rows.push({ kind: "fold", from: changes.length - run, size: run });
  return rows;
}

export function ChangedText({ diff }: { readonly diff: DocumentDiff }): JSX.Element {
  const rows = useMemo(() => rowsOf(diff.changes), [diff]);
  return (
    <ol className="changes" aria-label="Changes, in the order of the newer text">
      {rows.map((row) =>
        row.kind === "fold" ? (
          <li key={`fold-${row.from}`} className="change-fold">
            {count(row.size, "sentence")} unchanged
          </li>
        ) : (
          <li key={row.at} className="change" data-change={row.change.kind}>
            <span className="change-kind">
              {kindText[row.change.kind]}
              <Labels change={row.change} />
            </span>
            <Words change={row.change} />
          </li>
        ),
      )}
    </ol>
  );
}

function Labels({ change: { before, after } }: { readonly change: StatementChange }): JSX.Element | null {
  const [old, now] = [before?.label ?? "", after?.label ?? ""];
  const shown = old && now && old !== now ? `${old} → ${now}` : now || old;
  return shown ? <span className="change-label"> {shown}</span> : null;
}

function Words({ change: { kind, before, after } }: { readonly change: StatementChange }): JSX.Element {
  switch (kind) {
    case "same":
    case "moved":
      return <span>{after?.text}</span>;
    case "added":
      return <ins>{after?.text}</ins>;
    case "removed":
      return <del>{before?.text}</del>;
    case "edited":
      return (
        <span>
          {diffWordsWithSpace(before?.text ?? "", after?.text ?? "").map((part, i) => {
            const Tag = part.added ? "ins" : part.removed ? "del" : "span";
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished comparison never change
            return <Tag key={i}>{part.value}</Tag>;
          })}
        </span>
      );
    default:
      return kind satisfies never;
  }
}
