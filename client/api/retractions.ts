/** The list of retracted papers as queries and actions: which is used, what a new one would say, which sources are on it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { request, requestJson } from "./http.ts";
import { queryClient } from "./library.ts";
import { upload } from "./upload.ts";
import { type LibrarySource, usePages } from "./works.ts";

/** How a source stands on the list; "possible": a retracted paper bears its title, and it has no identifier. */
export type Standing = "retracted" | "noticed" | "possible";

export type OnListCounts = Readonly<Record<Standing, number>>;

interface Facts {
  /** ISO date of the newest notice. */
  readonly upTo: string | null;
  readonly rows: number;
}

export interface RetractionList extends Facts {
  readonly broughtAt: string;
  readonly by: string | null;
}

interface State {
  readonly list: RetractionList | null;
}

export interface ListPreview extends Facts {
  readonly sources: OnListCounts;
  /** Whether it is the list in use. */
  readonly known: boolean;
}

export interface Checking {
  readonly documents: number;
  /** Documents whose findings are still of the list before. */
  readonly waiting: number;
  readonly sources: OnListCounts;
}

export interface ListedSource {
  readonly source: LibrarySource;
  readonly standing: Standing;
  readonly notices: readonly string[];
}

const root = "retractions";

/** Milliseconds between two looks while documents are being checked. */
const lookEvery = 700;

export const useRetractionList = () =>
  useQuery({
    queryKey: [root, "list"],
    queryFn: ({ signal }) => requestJson<State>("/api/retractions", { signal }),
    staleTime: 1000,
  });

const checking = {
  queryKey: [root, "checking"],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    requestJson<Checking>("/api/retractions/checking", { signal }),
  staleTime: 0,
};

/** How far the documents are checked; asked for only when `enabled`. */
export const useChecking = (enabled: boolean) =>
  useQuery({
    ...checking,
    enabled,
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.waiting > 0 ? lookEvery : false),
  });

export const useListedSources = (enabled: boolean) =>
  usePages<ListedSource>([root, "sources"], "/api/retractions/sources", enabled);

/** Returns what the list would say of the library's sources. */
export const previewList = (
  body: Blob,
  signal: AbortSignal,
  onSent: (sent: number, total: number) => void,
): Promise<ListPreview> =>
  upload<ListPreview>({ path: "/api/retractions/preview", media: "text/csv", body, signal, onSent });

/** Follows the server until every document is checked, and has what is shown read again then. */
async function follow(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [root, "list"] });
  while ((await queryClient.fetchQuery(checking)).waiting > 0)
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  await queryClient.invalidateQueries();
}

/** Makes it the library's list. */
export async function putList(
  body: Blob,
  signal: AbortSignal,
  onSent: (sent: number, total: number) => void,
): Promise<void> {
  await upload({ method: "PUT", path: "/api/retractions", media: "text/csv", body, signal, onSent });
  void follow().catch(() => null);
}

/** Takes the list away. */
export const useRemoveList = () =>
  useMutation({
    mutationFn: async (): Promise<void> => {
      await request("/api/retractions", { method: "DELETE" });
    },
    onSuccess: () => void follow().catch(() => null),
  });
