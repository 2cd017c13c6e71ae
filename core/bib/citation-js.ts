/**
 * The only door to Citation.js: BibTeX, BibLaTeX and formatted bibliographies. Heavy; neither core's index nor the
 * client ever reaches it.
 */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import {
  type BibtexOptions,
  bibtexEntries,
  type Dialect,
  type Mapping,
  type TextVariable,
} from "../export/bibtex.ts";
import { cslItems } from "../export/csl.ts";
import { chosenSources, type Selection, type SourcesInput } from "../export/input.ts";
import { oneLine } from "../export/one-line.ts";
import type { Csl, CslName } from "../model.ts";
import { CHICAGO_AUTHOR_DATE } from "./chicago-style.ts";

/** Returns the sources as a BibTeX or BibLaTeX file. See `core/export/bibtex.ts` for what it promises. */
export function toBibtex(input: SourcesInput, options: BibtexOptions): string {
  return bibtexEntries(input, options, mapping);
}

interface CitationJsEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Asks Citation.js where things go, with a token in place of each value: its own writer drops what it cannot escape,
 * renames keys, and takes "et al." for a person, so it is never shown a real value. Tokens hold a digit because some
 * of its rules ask for a number.
 */
function mapping(
  type: string,
  genre: string | null,
  present: readonly TextVariable[],
  dialect: Dialect,
): Mapping {
  const probe: Record<string, string> = { id: "q", type };
  for (const [i, variable] of present.entries()) probe[variable] = `q${i}q`;
  if (genre !== null) probe.genre = /thesis$/.test(genre) ? genre : "qgq";
  const [entry] = plugins.output.format(dialect, [probe], { format: "object" }) as [CitationJsEntry];
  const fieldOf = new Map<string, string>();
  for (const [field, value] of Object.entries(entry.properties)) {
    const token = /^\W*(q[0-9g]+q)\W*$/.exec(String(value))?.[1];
    if (token !== undefined) fieldOf.set(token, field);
  }
  const fields = new Map(present.map((variable, i) => [variable, fieldOf.get(`q${i}q`) ?? null]));
  // Citation.js also offers the address as `howpublished`, where it needs a command to be set.
  if (fields.has("URL")) fields.set("URL", "url");
  // BibTeX's @inbook is a part of its author's own book and has no `booktitle`.
  const chapter = dialect === "bibtex" && fields.get("container-title") === "booktitle";
  return {
    type: chapter && entry.type === "inbook" ? "incollection" : entry.type,
    genreField: fieldOf.get("qgq") ?? null,
    fields,
  };
}

export type NamedStyle = "apa" | "vancouver" | "chicago";

export interface BibliographyOptions extends Selection {
  /** One of ours, or the XML of any independent CSL style. */
  readonly style: NamedStyle | { readonly xml: string };
  /** Plain text, one entry a line (the default), or HTML with italics. */
  readonly format?: "text" | "html";
}

/** Thrown for a style that is no CSL style, or one that stands on another style. */
export class StyleError extends Error {
  override readonly name = "StyleError";
}

/** The opening bracket of the tags that the processor obeys inside values. */
const markup = /<(?=\/?(?:i|b|sc|sup|sub|span)\b)/gi;
/** Stands for "et al." on its way through a style, which would take the words for a person's name. */
const ET_AL = "\ue0a1";
const etAl = new RegExp(`(,?)(?: (?:&(?:#38;|amp;)?|and|und|et))?\\s*${ET_AL}\\.?`, "g");

/** Returns the sources as a formatted bibliography in the style's own order. */
export function toBibliography(input: SourcesInput, options: BibliographyOptions): string {
  const chosen = chosenSources(input, options);
  if (chosen.length === 0) return "";
  const items = cslItems(input, options);
  const data = items.map((item, i) => forStyle(item, chosen[i]!.authorsTruncated));
  const template = styleName(options.style);
  const format = options.format ?? "text";
  const written = String(plugins.output.format("bibliography", data, { format, template, lang: "en-US" }));
  return `${written.replace(etAl, ", et al.").trim()}\n`;
}

/** Returns the style's name with Citation.js, registering it when new. */
function styleName(style: BibliographyOptions["style"]): string {
  if (style === "apa" || style === "vancouver") return style;
  const xml = style === "chicago" ? CHICAGO_AUTHOR_DATE : style.xml;
  if (!/<style\b[^>]*xmlns="http:\/\/purl\.org\/net\/xbiblio\/csl"/.test(xml))
    throw new StyleError("toBibliography: this is no CSL style. Give the XML of a .csl file.");
  if (/<link\b[^>]*rel="independent-parent"/.test(xml))
    throw new StyleError("toBibliography: this style stands on another one. Give the parent's .csl file.");
  // The processor keeps engines by name, so a style's name is its content.
  const name = `style-${bytesToHex(sha256(new TextEncoder().encode(xml)))}`;
  const { styles } = plugins.config.get("@csl");
  if (!styles.has(name)) styles.add(name, xml);
  return name;
}

/**
 * Prepares an item for the processor: one line a value, the bracket of what it would take for markup made a look-alike, and a stand-in behind authors that were cut short.
 */
function forStyle({ custom: _custom, ...item }: Csl, truncated: boolean): object {
  const names = (list: readonly CslName[]): object[] => list.map((name) => clean(name) as object);
  const author = truncated && item.author !== undefined ? [...item.author, { literal: ET_AL }] : item.author;
  return { ...(clean(item) as object), ...(author === undefined ? {} : { author: names(author) }) };
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return oneLine(value).replace(markup, "\u2039");
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clean(part)]));
  return value;
}
