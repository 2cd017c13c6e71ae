/** What the keys of a review do: they act on the selected pair, and go to the next one without a verdict. */
import { type ReviewSubject, subjectKey, verdicts } from "../../core/review/index.ts";
import type { Opened } from "../desk/context.ts";
import { type Claim, type Desk, type Work, worksOf } from "../desk/desk.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import type { Shown } from "../desk/filter.ts";
import { shownNow } from "../desk/shown.ts";
import { count } from "../desk/words.ts";
import { clearVerdict, judge, ownVerdict, subjectWords } from "../review/act.ts";
import { useReviewer } from "../review/reviewer.ts";
import { useReview } from "../review/store.ts";
import { announce, toast } from "../state/announce.ts";
import { memoLast } from "../state/memo.ts";
import { focusWhenThere } from "../state/panes.ts";
import { deskState, select, showPane } from "../state/store.ts";

/** Returns the pair that is meant, or null after saying why there is none: a claim with several sources is not guessed at. */
function pairMeant({ desk }: Opened): Extract<ReviewSubject, { kind: "pair" }> | null {
  const { selection } = deskState();
  const claim = claimOf(desk, selection);
  const works = claim ? worksOf(desk, claim.edges) : [];
  const work = workOf(desk, selection) ?? (works.length === 1 ? works[0]! : null);
  if (claim && work) return { kind: "pair", claim: claim.id, source: work.id };
  if (!claim) toast("Select a pair first: N goes to the next one without a verdict.");
  else if (works.length === 0) toast(`Claim ${claim.ref} has no source to judge.`);
  else
    toast(`Claim ${claim.ref} rests on ${count(works.length, "source")}: choose one, N goes to the first.`);
  return null;
}

export function judgeByKey(opened: Opened, place: 0 | 1 | 2 | 3): void {
  const subject = pairMeant(opened);
  if (subject) void judge(opened, subject, verdicts[place]);
}

export function clearByKey(opened: Opened): void {
  const subject = pairMeant(opened);
  if (!subject) return;
  if (ownVerdict(subject, useReviewer.getState().name)) void clearVerdict(opened, subject);
  else toast(`There is no verdict of yours on ${subjectWords(opened.desk, subject)}.`);
}

/** Goes into the comment of the pair meant. */
export function commentByKey(opened: Opened): void {
  const subject = pairMeant(opened);
  if (!subject) return;
  const claim = opened.desk.claimById.get(subject.claim)!;
  const work = opened.desk.workById.get(subject.source)!;
  select({ kind: "pair", claim: claim.ref, source: work.ref });
  showPane("inspector");
  focusWhenThere(`[data-comment="${CSS.escape(subjectKey(subject))}"]`);
}

interface PairOf {
  readonly claim: Claim;
  readonly work: Work;
  readonly key: string;
}

/** Pairs in the order of the text, as far as the filters show them, and where each claim's and each pair's place is. */
const pairsShown = memoLast((desk: Desk, shown: Shown | null) => {
  const pairs: PairOf[] = [];
  const places = new Map<string, number>();
  for (const claim of desk.claims) {
    const edges = shown ? claim.edges.filter((e) => shown.edges.has(e.id)) : claim.edges;
    if (edges.length > 0) places.set(claim.id, pairs.length);
    for (const work of worksOf(desk, edges)) {
      const key = subjectKey({ kind: "pair", claim: claim.id, source: work.id });
      places.set(key, pairs.length);
      pairs.push({ claim, work, key });
    }
  }
  return { pairs, places };
});

/** Returns where to begin: behind the pair selected, at the first pair of the claim selected, else at the first of all. */
function startOf(desk: Desk, places: ReadonlyMap<string, number>): number {
  const { selection } = deskState();
  const [claim, work] = [claimOf(desk, selection), workOf(desk, selection)];
  if (!claim) return 0;
  if (!work) return places.get(claim.id) ?? 0;
  const at = places.get(subjectKey({ kind: "pair", claim: claim.id, source: work.id }));
  return at === undefined ? 0 : at + 1;
}

/** Selects the next pair that has no own verdict and none agreed on; begins anew behind the last. */
export function nextOpen({ desk }: Opened): void {
  const { state } = useReview.getState().review;
  const { name } = useReviewer.getState();
  const { pairs, places } = pairsShown(desk, shownNow(desk));
  const isOpen = ({ key }: PairOf): boolean => {
    const now = state.get(key);
    return !now || (now.status !== "agreed" && !now.verdicts.some((v) => v.reviewer === name));
  };
  const from = startOf(desk, places);
  let next: PairOf | undefined;
  for (let i = 0; i < pairs.length && !next; i += 1) {
    const pair = pairs[(from + i) % pairs.length]!;
    if (isOpen(pair)) next = pair;
  }
  if (!next) {
    toast(pairs.length === 0 ? "No pair to judge" : "Every pair has your verdict");
    return;
  }
  select({ kind: "pair", claim: next.claim.ref, source: next.work.ref });
  announce(
    `Claim ${next.claim.ref} with ${next.work.source.label}, not judged by you. ${next.claim.statement.text}`,
  );
}
