/** Findings by what they are about, so that each is shown beside it: a claim, a note, a source, the whole document. */
import type { Finding, FindingId, NoteId, Severity, SourceId, StatementId } from "../../core/model.ts";
import type { FindingEvent } from "../../core/review/index.ts";
import { memoLast } from "../state/memo.ts";
import type { Desk } from "./desk.ts";

export interface FindingIndex {
  readonly byClaim: ReadonlyMap<StatementId, readonly Finding[]>;
  readonly bySource: ReadonlyMap<SourceId, readonly Finding[]>;
  /** About the note or a citation in it, or about a source that it describes first. */
  readonly byNote: ReadonlyMap<NoteId, readonly Finding[]>;
  /** About nothing smaller than the document. */
  readonly ofDocument: readonly Finding[];
}

const kept = new WeakMap<Desk, FindingIndex>();

/** Returns the index, made once for a desk. Linear in findings, their subjects and the markers. */
export function findingIndex(desk: Desk): FindingIndex {
  const made = kept.get(desk) ?? build(desk);
  kept.set(desk, made);
  return made;
}

function build(desk: Desk): FindingIndex {
  const [byClaim, bySource, byNote] = [new Map(), new Map(), new Map()] as readonly Map<string, Finding[]>[];
  const ofDocument: Finding[] = [];
  const put = (map: Map<string, Finding[]>, id: string | null | undefined, finding: Finding): void => {
    if (!id) return;
    const list = map.get(id);
    if (!list) map.set(id, [finding]);
    else if (list.at(-1) !== finding) list.push(finding);
  };
  const claimOfMarker = new Map(
    desk.claims.flatMap((c) => c.statement.markers.map((m) => [m, c.id] as const)),
  );
  for (const finding of desk.analysis.findings) {
    const aboutClaim = finding.subjects.some((s) => s.kind === "claim");
    for (const subject of finding.subjects) {
      switch (subject.kind) {
        case "document":
          ofDocument.push(finding);
          break;
        case "claim":
          put(byClaim!, subject.id, finding);
          break;
        case "marker":
          if (!aboutClaim) put(byClaim!, claimOfMarker.get(subject.id), finding);
          break;
        case "note":
          put(byNote!, subject.id, finding);
          break;
        case "item": {
          const item = desk.itemById.get(subject.id);
          if (item?.note) put(byNote!, item.note, finding);
          else if (item?.marker && !aboutClaim) put(byClaim!, claimOfMarker.get(item.marker), finding);
          break;
        }
        case "source": {
          put(bySource!, subject.id, finding);
          const [first] = desk.workById.get(subject.id)?.source.descriptions ?? [];
          if (first !== undefined) put(byNote!, desk.itemById.get(first)?.note, finding);
          break;
        }
        default:
          subject satisfies never;
      }
    }
  }
  return { byClaim: byClaim!, bySource: bySource!, byNote: byNote!, ofDocument };
}

const order: readonly Severity[] = ["error", "warning", "info"];

/** Returns the findings that nobody has dismissed or called fixed. */
export const openFindings = (
  findings: readonly Finding[],
  decisions: ReadonlyMap<FindingId, FindingEvent>,
): readonly Finding[] =>
  findings.filter(({ id }) => {
    const decision = decisions.get(id)?.decision;
    return decision !== "dismissed" && decision !== "fixed";
  });

/** Returns the worst severity, or null where there is no finding. */
export const worst = (findings: readonly Finding[]): Severity | null =>
  order.find((severity) => findings.some((f) => f.severity === severity)) ?? null;

/** What the picture marks: remarks would stand on nearly every node. */
export type Marked = Exclude<Severity, "info">;

/** Returns the worst open error or warning of each claim and source that has one. Linear in the findings. */
export const markedNodes: (
  desk: Desk,
  decisions: ReadonlyMap<FindingId, FindingEvent>,
) => ReadonlyMap<StatementId | SourceId, Marked> = memoLast((desk, decisions) => {
  const { byClaim, bySource } = findingIndex(desk);
  const marked = new Map<string, Marked>();
  for (const [id, findings] of [...byClaim, ...bySource]) {
    const severity = worst(openFindings(findings, decisions));
    if (severity !== null && severity !== "info") marked.set(id, severity);
  }
  return marked;
});

/** Returns "1 error, 2 warnings, 3 remarks". */
export function tally(findings: readonly Finding[]): string {
  const words: Readonly<Record<Severity, readonly [string, string]>> = {
    error: ["error", "errors"],
    warning: ["warning", "warnings"],
    info: ["remark", "remarks"],
  };
  return order
    .flatMap((severity) => {
      const n = findings.filter((f) => f.severity === severity).length;
      return n === 0 ? [] : [`${n} ${words[severity][n === 1 ? 0 : 1]}`];
    })
    .join(", ");
}
