/** The sources of the whole library as queries: what rests on each, what falls without it, which may be one work. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { requestJson } from "./http.ts";
import type { Merge, Standing } from "./merges.ts";

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

export interface SameWording {
  readonly wording: string;
  readonly text: string;
  readonly claims: readonly (Pick<SourceClaim, "document" | "claim"> & {
    readonly sources: readonly { readonly id: string; readonly label: string }[];
  })[];
  /** Claims of these words beyond those. */
  readonly more: number;
}

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
      return requestJson(`${path}${after}`, { signal });
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

/** Merges in a state: all of them, or those about the members of one work. */
export const useMerges = (state: Merge["state"], work?: string) =>
  usePages<Merge>(
    ["merges", state, work ?? null],
    `/api/merges?state=${state}${work === undefined ? "" : `&work=${encodeURIComponent(work)}`}`,
  );

/** Where a source of the document stands among those of the others. */
export const useStanding = (document: string, source: string) =>
  useQuery({
    queryKey: ["standing", document, source],
    staleTime: 0,
    queryFn: ({ signal }) =>
      requestJson<Standing>(
        `/api/documents/${encodeURIComponent(document)}/sources/${encodeURIComponent(source)}/standing`,
        { signal },
      ),
  });

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
    queryFn: ({ signal }) =>
      requestJson<Fallout>(`/api/withdrawal?limit=1&source=${encodeURIComponent(id)}`, { signal }),
  });
