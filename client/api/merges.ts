/** Two sources that are one work, or may be: what is said about them, and the decisions, each on what its reviewer saw. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError, request, requestJson } from "./http.ts";
import type { DocumentRef, LibrarySource } from "./works.ts";

/** The source of one document that is taken for a work. */
export interface Member {
  readonly id: string;
  readonly document: DocumentRef;
  readonly source: {
    readonly key: string;
    readonly label: string;
    readonly csl: { readonly title?: string };
  };
  readonly directClaims: number;
  readonly carriedClaims: number;
}

/** What the records themselves bear out. */
export type FoundReason = "same-doi" | "same-pmid" | "same-isbn" | "same-title-year-author";
export type Reason = FoundReason | "described-otherwise" | "other-edition" | "other";

export interface Merge {
  readonly id: string;
  readonly state: "proposed" | "accepted" | "refused";
  readonly a: Member;
  readonly b: Member;
  readonly reason: Reason;
  readonly evidence: {
    /** What both have; null where the records do not bear the reason out. */
    readonly value: string | null;
    readonly agree: readonly string[];
    readonly differ: readonly string[];
  };
  /** Who decided last; null where the library decided by itself, or nobody has. */
  readonly by: string | null;
  readonly at: string | null;
  /** Counts its changes: a decision holds only for the one its reviewer saw. */
  readonly revision: number;
  /** Who stated the reason; null where the library found it. */
  readonly statedBy: string | null;
  readonly words: string | null;
}

export interface Standing {
  /** Null for a version before the last. */
  readonly member: Member | null;
  readonly work: LibrarySource | null;
  readonly merges: Readonly<Record<Merge["state"], number>>;
}

export interface Comparison {
  readonly a: Member;
  readonly b: Member;
  /** Whether they are one work already. */
  readonly together: boolean;
  readonly agree: readonly string[];
  readonly differ: readonly string[];
  readonly found: readonly { readonly reason: FoundReason; readonly value: string }[];
  /** What was said about these two before. */
  readonly merge: Merge | null;
}

export type Decision = "accept" | "refuse" | "undo";

const path = (id: string): string => `/api/merges/${encodeURIComponent(id)}`;

const post = (to: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  request(to, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** Another reviewer was faster. `now` is how it stands; null where it was not seen. */
export class DecidedMeanwhile extends Error {
  override readonly name = "DecidedMeanwhile";
  readonly now: Merge | null;

  constructor(now: Merge | null, options?: ErrorOptions) {
    super("It was decided meanwhile", options);
    this.now = now;
  }
}

const isStatus = (error: unknown, ...statuses: readonly number[]): boolean =>
  error instanceof ApiError && statuses.includes(error.problem.status);

/** Decides on the merge as it was shown, and on no other state of it. */
async function decide({ merge, decision, reviewer }: Deciding): Promise<void> {
  const answer = await request(path(merge.id));
  const now = (await answer.json()) as Merge;
  if (now.revision !== merge.revision) throw new DecidedMeanwhile(now);
  try {
    await post(path(merge.id), { decision, reviewer }, { "if-match": answer.headers.get("etag") ?? "*" });
  } catch (error) {
    throw isStatus(error, 412) ? new DecidedMeanwhile(null, { cause: error }) : error;
  }
}

interface Deciding {
  readonly merge: Merge;
  readonly decision: Decision;
  readonly reviewer: string;
}

export interface Stating {
  readonly a: string;
  readonly b: string;
  readonly reason: Reason;
  readonly words: string;
  readonly reviewer: string;
}

async function state(statement: Stating): Promise<void> {
  try {
    await post("/api/merges", statement);
  } catch (error) {
    throw isStatus(error, 409) ? new DecidedMeanwhile(null, { cause: error }) : error;
  }
}

const touched = [
  "sources",
  "merges",
  "standing",
  "comparison",
  "source-claims",
  "withdrawal",
  "same-wording",
];

/** Whatever came of it, the lists show how it stands now. */
function useChange<T>(mutationFn: (asked: T) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) }),
  });
}

export const useDecide = () => useChange(decide);

/** Takes two sources as one work for the reason given. */
export const useStatement = () => useChange(state);

/** Two members beside each other; asked for only when both are named. */
export const useComparison = (a: string, b: string | null) =>
  useQuery({
    queryKey: ["comparison", a, b],
    enabled: b !== null,
    staleTime: 0,
    queryFn: ({ signal }) =>
      requestJson<Comparison>(`/api/comparison?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b ?? "")}`, {
        signal,
      }),
  });
