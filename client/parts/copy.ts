/** Copies text and says so; where the browser forbids it, says what to do instead. */

import { ApiError } from "../api/http.ts";
import { type ExportFormat, exportText } from "../api/library.ts";
import { formatAddress } from "../state/address.ts";
import { toast } from "../state/announce.ts";
import { deskState } from "../state/store.ts";

/** Copies and says so. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch {
    toast("The browser did not allow copying. Use the download instead.");
  }
}

/** Copies the BibTeX of the document, or of one source by its key. */
export async function copyBibtex(
  document: string,
  source: { readonly key: string; readonly label: string } | undefined = undefined,
): Promise<void> {
  try {
    const text = await exportText(document, "bibtex", source?.key);
    const entries = text.match(/^@/gm)?.length ?? 0;
    await copyText(text, source ? `Copied BibTeX of ${source.label}` : `Copied ${entries} BibTeX entries`);
  } catch (error) {
    toast(error instanceof ApiError ? error.message : "The export did not come");
  }
}

/** Copies one source in a format of the server. */
export async function copyExport(
  document: string,
  format: ExportFormat,
  source: { readonly key: string; readonly label: string },
): Promise<void> {
  try {
    await copyText(
      await exportText(document, format, source.key),
      `Copied ${format.toUpperCase()} of ${source.label}`,
    );
  } catch (error) {
    toast(error instanceof ApiError ? error.message : "The export did not come");
  }
}

/** Copies the address of what is on the screen. */
export const copyLink = (): Promise<void> =>
  copyText(
    `${location.origin}${location.pathname}${formatAddress(deskState())}`,
    "Copied the link to this view",
  );
