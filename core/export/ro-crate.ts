/**
 * A Research Object Crate (RO-Crate 1.1): one zip with the document, its analysis and every other export, and a
 * `ro-crate-metadata.json` that says what each file is and what made it.
 */
import { strToU8, zipSync } from "fflate";
import type { Document } from "../model.ts";
import { documentIri } from "./iri.ts";
import { oneLine } from "./one-line.ts";

export interface CrateFile {
  /** Inside the crate, with forward slashes. */
  readonly path: string;
  readonly media: string;
  readonly description: string;
  readonly body: string | Uint8Array;
}

export interface CrateOptions {
  /** ISO day; the standard wants one of publication. Left out where there is none: the engine reads no clock. */
  readonly date?: string | undefined;
  /** Of this program. */
  readonly version?: string | undefined;
}

/** Returns the first moment that a zip can name, in whatever zone we are: the same bytes everywhere. */
const noTime = (): Date => new Date(1980, 0, 1);
const SPEC = "https://w3id.org/ro/crate/1.1";

/** Returns the zip. `original` is the path of the file that all others were made from. */
export function crateZip(
  document: Document,
  files: readonly CrateFile[],
  original: string,
  options: CrateOptions = {},
): Uint8Array {
  const metadata = `${JSON.stringify(crateMetadata(document, files, original, options), null, 2)}\n`;
  const entries = [
    ["ro-crate-metadata.json", strToU8(metadata)] as const,
    ...files.map(({ path, body }) => [path, typeof body === "string" ? strToU8(body) : body] as const),
  ];
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: noTime() });
}

/** A path as a relative address. */
const address = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

function crateMetadata(
  document: Document,
  files: readonly CrateFile[],
  original: string,
  { date = document.date ?? undefined, version }: CrateOptions,
): object {
  const title = oneLine(document.title ?? document.name ?? "Document");
  const made = files.filter(({ path }) => path !== original);
  return {
    "@context": `${SPEC}/context`,
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: { "@id": SPEC },
        about: { "@id": "./" },
      },
      {
        "@id": "./",
        "@type": "Dataset",
        name: `What the claims of “${title}” rest on`,
        description:
          "The claims of one document, the sources that its notes cite for them, and the chain from each claim to its sources.",
        ...(date === undefined ? {} : { datePublished: date }),
        license: { "@id": "#rights" },
        identifier: documentIri(document),
        hasPart: files.map(({ path }) => ({ "@id": address(path) })),
        mentions: { "@id": "#analysis" },
      },
      {
        "@id": "#rights",
        "@type": "CreativeWork",
        name: "No licence is given",
        description:
          "The rights in the document stay with those who hold them; nothing is said about its licence.",
      },
      {
        "@id": "#footing",
        "@type": "SoftwareApplication",
        name: "Footing",
        ...(version === undefined ? {} : { softwareVersion: version }),
      },
      {
        "@id": "#analysis",
        "@type": "CreateAction",
        name: "Reading and analysing the document",
        instrument: { "@id": "#footing" },
        object: { "@id": address(original) },
        result: made.map(({ path }) => ({ "@id": address(path) })),
      },
      ...files.map(({ path, media, description, body }) => ({
        "@id": address(path),
        "@type": "File",
        name: path.split("/").at(-1)!,
        description,
        encodingFormat: media.replace(/;.*$/, ""),
        contentSize: String(typeof body === "string" ? strToU8(body).length : body.length),
        ...(path === original && body instanceof Uint8Array ? { identifier: documentIri(document) } : {}),
      })),
    ],
  };
}
