/** The sources of the whole library as queries: what rests on each, what falls without it, which may be one work. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./http.ts";

export interface LibrarySource {
  readonly id: string;
  readonly label: string;
  readonly csl: { readonly title?: string };
  readonly documents: number;
  /** Distinct claims with a direct edge to it, in all documents. */
  readonly directClaims: number;
  readonly carriedClaims: number;
}

export interface DocumentRef {
  readonly id: string;
  readonly title: string | null;
  readonly name: string | null;
}

export interface SourceClaim {
  readonly document: DocumentRef;
  readonly claim: { readonly id: string; readonly label: string; readonly text: string };
  readonly scope: "direct" | "carried";
}

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

export interface Merge {
  readonly id: string;
  readonly state: "proposed" | "accepted" | "refused";
  readonly a: Member;
  readonly b: Member;
  readonly reason: "same-doi" | "same-pmid" | "same-isbn" | "same-title-year-author";
  readonly evidence: {
    /** What both have. */
    readonly value: string;
    readonly agree: readonly string[];
    readonly differ: readonly string[];
  };
  /** Null where the library decided by itself, or nobody has. */
  readonly by: string | null;
}

export interface SameWording {
  readonly wording: string;
  readonly text: string;
  readonly claims: readonly (Pick<SourceClaim, "document" | "claim"> & {
    readonly sources: readonly { readonly id: string; readonly label: string }[];
  })[];
  /** Claims of these words beyond those. */
  readonly more: number;
}

export type Decision = "accept" | "refuse" | "undo";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list of the library, page by page. */
export function usePages<T>(key: readonly unknown[], path: string, enabled = true) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    enabled,
    queryFn: async ({ pageParam, signal }): Promise<Page<T>> => {
      const after =
        pageParam === null ? "" : `${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(pageParam)}`;
      return (await request(`${path}${after}`, { signal })).json() as Promise<Page<T>>;
    },
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

/** Sources of all documents, those that most claims rest on first; `words` narrows by their words. */
export const useLibrarySources = (words: string) =>
  usePages<LibrarySource>(
    ["sources", words],
    // The last word may still be being typed: its endings count.
    `/api/sources${words === "" ? "" : `?q=${encodeURIComponent(`${words}*`)}`}`,
  );

export const useSourceClaims = (id: string, enabled: boolean) =>
  usePages<SourceClaim>(["source-claims", id], `/api/sources/${encodeURIComponent(id)}/claims`, enabled);

export const useMerges = (state: Merge["state"]) =>
  usePages<Merge>(["merges", state], `/api/merges?state=${state}`);

/** Claims of the same words that rest on different works. */
export const useSameWording = () => usePages<SameWording>(["same-wording"], "/api/claims/same-wording");

interface Fallout {
  readonly counts: {
    readonly documents: number;
    readonly falls: number;
    readonly fallsIfCarried: number;
    readonly weakened: number;
  };
}

/** What falls in the whole library without the sources, ids separated by commas; asked for only when `enabled`. */
export const useLibraryWithdrawal = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["withdrawal", id],
    enabled,
    queryFn: async ({ signal }) =>
      (
        await request(`/api/withdrawal?limit=1&source=${encodeURIComponent(id)}`, { signal })
      ).json() as Promise<Fallout>,
  });

/** Decides on a proposal; the lists of sources and proposals are read again. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, decision }: { readonly id: string; readonly decision: Decision }) => {
      await request(`/api/merges/${encodeURIComponent(id)}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ decision }),
      });
    },
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          ["sources", "merges", "source-claims", "withdrawal", "same-wording"].includes(String(queryKey[0])),
      }),
  });
}
