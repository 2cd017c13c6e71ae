/** The server's documents as queries and actions, with the shapes this client reads of them. */
import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Analysis } from "../../core/model.ts";
import { createDesk, type Desk } from "../desk/desk.ts";
import type { Place } from "../state/address.ts";
import { ApiError, request, requestJson } from "./http.ts";

export interface DocumentSummary {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly format: string;
  readonly importedAt: string;
  readonly lineage?: string;
  /** Counts from 1 in its lineage. */
  readonly version?: number;
  readonly latest?: boolean;
  readonly counts: {
    readonly claims: number;
    readonly directClaims: number;
    readonly carriedClaims: number;
    readonly markers: number;
    readonly sources: number;
    readonly notes: number;
    readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
    readonly reviewed?: {
      readonly pairs: number;
      readonly reviewedPairs: number;
      readonly conflicts: number;
    };
  };
}

interface Page {
  readonly items: readonly DocumentSummary[];
  readonly next: string | null;
}

export interface Added {
  readonly document: DocumentSummary;
  /** False when the same bytes were in the library before. */
  readonly created: boolean;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.problem.status >= 400),
    },
  },
});

const path = (id: string): string => `/api/documents/${encodeURIComponent(id)}`;

/** A name of `GET /api/formats`. */
export type ExportFormat = string;

/** Returns the address of an export: the whole document, or one source by its key. */
export function exportPath(id: string, format: ExportFormat, source?: string): string {
  return `${path(id)}/export/${format}${source === undefined ? "" : `?source=${encodeURIComponent(source)}`}`;
}

/** Returns an export as text. */
export const exportText = async (id: string, format: ExportFormat, source?: string): Promise<string> =>
  (await request(exportPath(id, format, source))).text();

const documents = infiniteQueryOptions({
  queryKey: ["documents"],
  initialPageParam: null as string | null,
  queryFn: async ({ pageParam, signal }): Promise<Page> => {
    const after = pageParam === null ? "" : `?after=${encodeURIComponent(pageParam)}`;
    return requestJson(`/api/documents${after}`, { signal });
  },
  getNextPageParam: (page) => page.next,
  // The parts of one page share an answer; a library looked at again is asked again.
  staleTime: 1000,
});

const analysis = (id: string) =>
  queryOptions({
    queryKey: ["analysis", id],
    queryFn: async ({ signal }): Promise<Desk> =>
      createDesk(await requestJson<Analysis>(`${path(id)}/analysis`, { signal })),
    structuralSharing: false,
  });

export const useDocuments = () => useInfiniteQuery(documents);

/** Returns the only document of a library, or null where it has none or several. */
export function onlyDocument(pages: readonly Page[] | undefined): string | null {
  const [first, second] = pages?.[0]?.items ?? [];
  return first && !second && pages?.[0]?.next === null ? first.id : null;
}

/** Returns the document as a desk; the analysis is read once and kept. */
export const useDocument = (id: string): UseQueryResult<Desk> => useQuery(analysis(id));

/**
 * Asks for what the address shows before the page is made, and returns the id of the document that is to be shown, or
 * null; what fails is asked again by the page itself.
 */
export async function askAhead(place: Place): Promise<string | null> {
  const id =
    place.kind === "document"
      ? place.id
      : onlyDocument((await queryClient.fetchInfiniteQuery(documents)).pages);
  if (id !== null) await queryClient.prefetchQuery(analysis(id));
  return id;
}

/** Brings a sample in by its name. */
export function useSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      requestJson<Added>(`/api/samples/${encodeURIComponent(name)}`, { method: "POST" }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
}

export function useRemove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string): Promise<void> => {
      await request(path(id), { method: "DELETE" });
    },
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ["analysis", id] });
      return client.invalidateQueries({ queryKey: ["documents"] });
    },
  });
}
