/** Bringing documents in: what would be found is shown first; then the same bytes are added. */
import { type Added, type DocumentSummary, queryClient } from "./library.ts";
import { upload } from "./upload.ts";

export type { Added } from "./library.ts";

export type Body =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Blob }
  | { readonly kind: "text"; readonly name: string; readonly text: string };

/** A bibliography beside a document. */
export interface Companion {
  readonly name: string;
  readonly text: string;
}

/** What the reader would make of a document. */
export interface Preview {
  readonly title: string | null;
  readonly format: string;
  readonly counts: DocumentSummary["counts"];
  readonly notices: readonly { readonly message: string }[];
  /** Findings that a reviewer should act on. */
  readonly warnings: number;
  /** The document in the library with the same bytes. */
  readonly known: DocumentSummary | null;
  /** The document that this looks like a later version of, and why. */
  readonly previous: { readonly document: DocumentSummary; readonly reason: string } | null;
}

type Sent = (sent: number, total: number) => void;

export const previewDocument = (
  body: Body,
  companions: readonly Companion[],
  signal: AbortSignal,
  onSent: Sent,
): Promise<Preview> => post<Preview>("/api/documents/preview", body, companions, signal, onSent);

/** Adds a document, as the next version of `replaces` where that is given. */
export async function addDocument(
  body: Body,
  companions: readonly Companion[],
  replaces: string | null,
  signal: AbortSignal,
): Promise<Added> {
  const query = replaces === null ? "" : `?replaces=${encodeURIComponent(replaces)}`;
  const added = await post<Added>(`/api/documents${query}`, body, companions, signal, () => undefined);
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "analysis" });
  return added;
}

/** A file goes as it is, so that nothing has to fit into memory twice; only beside a bibliography it goes in JSON. */
async function post<T>(
  path: string,
  body: Body,
  companions: readonly Companion[],
  signal: AbortSignal,
  onSent: Sent,
): Promise<T> {
  if (body.kind === "file" && companions.length === 0) {
    const named = `${path}${path.includes("?") ? "&" : "?"}name=${encodeURIComponent(body.name)}`;
    return upload<T>({ path: named, media: "application/octet-stream", body: body.bytes, signal, onSent });
  }
  const content =
    body.kind === "text" ? { text: body.text } : { base64: await base64(body.bytes), name: body.name };
  const json = JSON.stringify({ ...content, ...(companions.length > 0 && { bibliography: companions }) });
  return upload<T>({ path, media: "application/json", body: json, signal, onSent });
}

/** The browser's own encoder, by way of a data URL. */
const base64 = (bytes: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(",", 2)[1] ?? "");
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read from the disk"));
    reader.readAsDataURL(bytes);
  });
