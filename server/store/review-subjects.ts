/** Whether what review events speak of is there: the pair, the marker, the finding, the source of that version. */
import type { ReviewEvent } from "../../core/review/index.ts";
import { inBatches } from "./batches.ts";
import type { Db } from "./lookup.ts";
import { StoreError } from "./store.ts";

/** Throws a `StoreError` "unknown-subject" for the first event whose subject the document does not have. */
export async function checkSubjects(db: Db, document: string, events: readonly ReviewEvent[]): Promise<void> {
  const there = {
    ...(await claimsWith(db, document, events)),
    findings: await idsIn(db, "findings", document, wanted(events, "finding")),
    sources: await idsIn(db, "sources", document, wanted(events, "correction")),
  };
  for (const event of events) {
    const fault = missing(event, there);
    if (fault !== null)
      throw new StoreError("unknown-subject", `the document has no ${fault} (event ${event.id})`);
  }
}

interface There {
  /** "claim source" and "claim marker", joined by a blank, which no id holds. */
  readonly pairs: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly findings: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Returns the words for what is not there, or null. */
function missing(event: ReviewEvent, there: There): string | null {
  switch (event.kind) {
    case "verdict":
    case "agreement":
    case "clear":
    case "comment": {
      const { subject } = event;
      if (subject.kind === "pair")
        return there.pairs.has(`${subject.claim} ${subject.source}`)
          ? null
          : `citation from claim ${subject.claim} to source ${subject.source}`;
      return there.marked.has(`${subject.claim} ${subject.marker}`)
        ? null
        : `citation from claim ${subject.claim} by marker ${subject.marker}`;
    }
    case "finding":
      return there.findings.has(event.finding) ? null : `finding ${event.finding}`;
    case "correction":
      return there.sources.has(event.source) ? null : `source ${event.source}`;
    case "undo":
      return null;
    default:
      return event satisfies never;
  }
}

const wanted = (events: readonly ReviewEvent[], kind: "finding" | "correction"): string[] =>
  events.flatMap((e): string[] =>
    e.kind !== kind ? [] : e.kind === "finding" ? [e.finding] : e.kind === "correction" ? [e.source] : [],
  );

async function idsIn(
  db: Db,
  table: "findings" | "sources",
  document: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inBatches(ids, (batch) =>
    db.selectFrom(table).select("id").where("document_id", "=", document).where("id", "in", batch).execute(),
  );
  return new Set(rows.map((r) => r.id));
}

async function claimsWith(
  db: Db,
  document: string,
  events: readonly ReviewEvent[],
): Promise<Pick<There, "pairs" | "marked">> {
  const claims = events.flatMap((e) => ("subject" in e ? [e.subject.claim] : []));
  const edges = await inBatches(claims, (batch) =>
    db
      .selectFrom("edges")
      .select(["claim_id", "marker_id", "source_id"])
      .where("document_id", "=", document)
      .where("claim_id", "in", batch)
      .execute(),
  );
  const open = await inBatches(claims, (batch) =>
    db
      .selectFrom("open_citations")
      .select(["claim_id", "marker_id"])
      .where("document_id", "=", document)
      .where("claim_id", "in", batch)
      .execute(),
  );
  return {
    pairs: new Set(edges.map((e) => `${e.claim_id} ${e.source_id}`)),
    marked: new Set([...edges, ...open].map((e) => `${e.claim_id} ${e.marker_id}`)),
  };
}
