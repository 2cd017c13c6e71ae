/**
 * Tells the parts of a long text that they may look different: each hears only of itself. A store asks all its
 * listeners at every change, and a text of ten thousand claims has tens of thousands.
 */
import { useCallback, useSyncExternalStore } from "react";
import { changedSubjects } from "../review/fold.ts";
import { useReview } from "../review/store.ts";
import { type DeskState, deskState, useDesk } from "../state/store.ts";
import { useVerdicts } from "../state/verdicts.ts";
import type { Desk } from "./desk.ts";
import { emphasisOf, hoverEmphasisOf, pathOf, questionOf, workOf } from "./emphasis.ts";
import { shownNow } from "./shown.ts";

/** Heard by all that shows findings: they are decided on now and then. */
export const decisions = "decisions";

type Ids = Iterable<string>;
type Listener = () => void;

interface News {
  /** Calls `listener` when the claim, marker, note or source with the id may look different. */
  readonly listen: (id: string, listener: Listener) => Listener;
}

const made = new WeakMap<Desk, News>();

function newsOf(desk: Desk): News {
  const news = made.get(desk) ?? startNews(desk);
  made.set(desk, news);
  return news;
}

function startNews(desk: Desk): News {
  const listeners = new Map<string, Set<Listener>>();
  let stop: Listener | null = null;
  const tell = (ids: Ids): void => {
    for (const id of new Set(ids)) for (const listener of listeners.get(id) ?? []) listener();
  };
  return {
    listen(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      stop ??= follow(desk, tell);
      return () => {
        own.delete(listener);
        if (own.size > 0) return;
        listeners.delete(id);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

function follow(desk: Desk, tell: (ids: Ids) => void): Listener {
  let shown = shownNow(desk);
  const tellShown = (): void => {
    const [before, now] = [shown, shownNow(desk)];
    shown = now;
    if (before !== now)
      tell(desk.claims.flatMap(({ id }) => (isIn(before, id) === isIn(now, id) ? [] : [id])));
  };
  const stops = [
    useDesk.subscribe((now, before) => {
      tell(lookingDifferent(desk, now, before));
      tellShown();
    }),
    useVerdicts.subscribe(tellShown),
    useReview.subscribe(({ review }, { review: before }) => {
      if (review === before) return;
      tell(changedSubjects(before, review).map(({ claim }) => claim));
      if (review.findings !== before.findings) tell([decisions]);
    }),
  ];
  return () => {
    for (const end of stops) end();
  };
}

const isIn = (shown: ReturnType<typeof shownNow>, id: string): boolean => shown?.claims.has(id) ?? true;

/** What is lit, and what falls or is gone, before and now. */
function* lookingDifferent(desk: Desk, now: DeskState, before: DeskState): Generator<string> {
  for (const part of ["hover", "selection"] as const) {
    if (now[part] === before[part]) continue;
    const lit = part === "hover" ? hoverEmphasisOf : emphasisOf;
    for (const one of [before[part], now[part]]) {
      yield* lit(desk, one).claims;
      if (part === "hover") continue;
      yield* pathOf(desk, one);
      const work = workOf(desk, one);
      if (work) yield work.id;
    }
  }
  if (now.without === before.without) return;
  for (const { gone, fallen, weakened } of [
    questionOf(desk, before.without),
    questionOf(desk, now.without),
  ]) {
    yield* gone;
    yield* fallen;
    yield* weakened;
  }
}

/**
 * Returns what `look` says of the claim, marker, note or source with the id, or of `decisions`, and keeps it fresh: a
 * plain value, compared by identity.
 */
export function useLook<T extends string | number | boolean>(
  desk: Desk,
  id: string | undefined,
  look: (state: DeskState) => T,
): T {
  const listen = useCallback(
    (listener: Listener) => (id === undefined ? () => {} : newsOf(desk).listen(id, listener)),
    [desk, id],
  );
  return useSyncExternalStore(listen, () => look(deskState()));
}
