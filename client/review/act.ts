/** What a reviewer can do: each act is an event, kept in this browser first and then sent. */
import type { Finding, SourceId, StatementId } from "../../core/model.ts";
import {
  claimQuotes,
  type FindingDecision,
  findingDecisionWords,
  type JudgementEvent,
  type Quote,
  type ReviewEvent,
  type ReviewSubject,
  subjectKey,
  type Verdict,
  verdictWords,
} from "../../core/review/index.ts";
import type { Opened } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { list } from "../desk/words.ts";
import { announce, toast } from "../state/announce.ts";
import { enqueue, readQueue } from "./queue.ts";
import { reviewerName } from "./reviewer.ts";
import { last, move, remember } from "./session.ts";
import { update, useReview } from "./store.ts";
import { drain } from "./sync.ts";

type Bare<E> = E extends ReviewEvent ? Omit<E, "id" | "at" | "reviewer"> : never;
type Draft = Bare<ReviewEvent>;

/** Keeps and sends the event. Returns its id, or null when the reviewer would not say who they are. */
async function write({ id: document }: Opened, draft: Draft): Promise<string | null> {
  const reviewer = await reviewerName();
  if (reviewer === null) return null;
  const id = newId();
  const event = { ...draft, id, at: new Date().toISOString(), reviewer } as ReviewEvent;
  const { safe } = enqueue(document, event);
  update({ queued: readQueue() });
  if (!safe) toast("This browser keeps nothing: do not close the page before the server has answered.");
  void drain();
  return id;
}

/** `crypto.randomUUID` is missing where the page comes over plain HTTP from another machine. */
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const quotes = new WeakMap<Desk, ReadonlyMap<StatementId, Quote>>();

function quoteOf(desk: Desk, claim: StatementId): Quote {
  const all = quotes.get(desk) ?? claimQuotes(desk.analysis);
  quotes.set(desk, all);
  return all.get(claim)!;
}

/** Returns "claim 1.3, Weber 2008". */
export function subjectWords(desk: Desk, subject: ReviewSubject): string {
  const claim = desk.claimById.get(subject.claim)?.ref ?? subject.claim;
  if (subject.kind === "pair")
    return `claim ${claim}, ${desk.workById.get(subject.source)?.source.label ?? subject.source}`;
  return `claim ${claim}, all sources of marker ${desk.markerById.get(subject.marker)?.text.trim() ?? ""}`;
}

/** Returns the reviewer's own standing verdict on the subject. */
export function ownVerdict(subject: ReviewSubject, reviewer: string | null): JudgementEvent | undefined {
  const state = useReview.getState().review.state.get(subjectKey(subject));
  return state?.verdicts.find((v) => v.reviewer === reviewer);
}

export type Details = Partial<Pick<JudgementEvent, "reasons" | "tags" | "comment">>;

/** Returns what is changed where the verdict stays. */
function detailWords(details: Details): string | null {
  const named = (["comment", "reasons", "tags"] as const).filter((what) => details[what] !== undefined);
  return named.length > 0 ? list(named) : null;
}

async function say(opened: Opened, draft: Draft, label: string): Promise<void> {
  const id = await write(opened, draft);
  if (id === null) return;
  remember({ document: opened.id, label, head: id });
  announce(label);
}

/** Writes a verdict. What is not given is taken over from the own verdict before it. */
export async function judge(
  opened: Opened,
  subject: ReviewSubject,
  verdict: Verdict,
  details: Details = {},
  kind: "verdict" | "agreement" = "verdict",
): Promise<void> {
  const name = await reviewerName();
  if (name === null) return;
  const before = kind === "verdict" ? ownVerdict(subject, name) : undefined;
  const noted = useReview
    .getState()
    .review.state.get(subjectKey(subject))
    ?.comments.find((c) => c.reviewer === name)?.comment;
  const same = before?.verdict === verdict;
  const what = same ? detailWords(details) : null;
  const said = `${kind === "agreement" ? "agreed: " : ""}${what ?? verdictWords[verdict].label}`;
  await say(
    opened,
    {
      kind,
      subject,
      quote: quoteOf(opened.desk, subject.claim),
      verdict,
      reasons: same ? before.reasons : [],
      tags: before?.tags ?? [],
      comment: before?.comment || noted || "",
      ...details,
    },
    `${said} on ${subjectWords(opened.desk, subject)}`,
  );
}

/** Takes the own verdict back. */
export async function clearVerdict(opened: Opened, subject: ReviewSubject): Promise<void> {
  const name = await reviewerName();
  if (name === null || !ownVerdict(subject, name)) return;
  await say(opened, { kind: "clear", subject }, `no verdict on ${subjectWords(opened.desk, subject)}`);
}

/** Sets the words beside the verdict, or, where there is none, beside the pair. */
export async function comment(opened: Opened, subject: ReviewSubject, words: string): Promise<void> {
  const name = await reviewerName();
  if (name === null) return;
  const before = ownVerdict(subject, name);
  if (before) return judge(opened, subject, before.verdict, { comment: words });
  await say(
    opened,
    { kind: "comment", subject, comment: words },
    `comment on ${subjectWords(opened.desk, subject)}`,
  );
}

/** Writes what the reviewer decided on a finding. A dismissal needs a reason. */
export const decide = (
  opened: Opened,
  finding: Finding,
  decision: FindingDecision,
  reason: string,
): Promise<void> =>
  say(
    opened,
    { kind: "finding", finding: finding.id, quote: finding.quote, decision, reason },
    `finding ${findingDecisionWords[decision]}`,
  );

/** Puts a field of a source right. */
export const correct = (
  opened: Opened,
  source: SourceId,
  field: string,
  value: string,
  before: string,
): Promise<void> =>
  say(
    opened,
    { kind: "correction", source, field, value, before },
    `${field} of ${opened.desk.workById.get(source)?.source.label ?? "the source"} corrected`,
  );

/** Undoes the last act of this session, or redoes the last one undone; a toast says which. */
export async function step(opened: Opened, which: "undo" | "redo"): Promise<void> {
  const from = which === "undo" ? "done" : "undone";
  const act = last(from, opened.id);
  if (!act) {
    toast(which === "undo" ? "Nothing to undo in this session" : "Nothing to redo");
    return;
  }
  const id = await write(opened, { kind: "undo", event: act.head });
  if (id === null) return;
  move(from, act, id);
  toast(`${which === "undo" ? "Undone" : "Redone"}: ${act.label}`);
}
