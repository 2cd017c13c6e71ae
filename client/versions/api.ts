/** The versions of a document and what each says, as queries. */
import { useQuery } from "@tanstack/react-query";
import type { Analysis } from "../../core/model.ts";
import { requestJson } from "../api/http.ts";
import type { DocumentSummary } from "../api/library.ts";

const path = (id: string): string => `/api/documents/${encodeURIComponent(id)}`;

/** Returns the versions of the document's lineage, the newest first. */
export const useVersions = (id: string) =>
  useQuery({
    queryKey: ["versions", id],
    queryFn: async ({ signal }): Promise<readonly DocumentSummary[]> => {
      const { items } = await requestJson<{ readonly items: readonly DocumentSummary[] }>(
        `${path(id)}/versions`,
        { signal },
      );
      return items.toSorted((a, b) => (b.version ?? 1) - (a.version ?? 1));
    },
    staleTime: 0,
  });

/** Returns what was found in one version, or nothing while `id` is null. */
export const useAnalysis = (id: string | null) =>
  useQuery({
    queryKey: ["version-analysis", id],
    enabled: id !== null,
    queryFn: ({ signal }) => requestJson<Analysis>(`${path(id ?? "")}/analysis`, { signal }),
    structuralSharing: false,
  });
