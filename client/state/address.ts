/**
 * The address after `#`: which document, what is selected, how the graph is shown, which sources are withdrawn.
 * `#/d/<doc>?sel=claim:1.6&view=list&without=brew2010`: every part optional, the order fixed.
 */

export type Place = { readonly kind: "library" } | { readonly kind: "document"; readonly id: string };

/** What is selected. Claims go by the number shown ("1.6"), sources by their citation key ("brew2010"). */
export type Selection =
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "source"; readonly source: string }
  | { readonly kind: "pair"; readonly claim: string; readonly source: string };

export type View = "graph" | "list";

export interface Address {
  readonly place: Place;
  readonly selection: Selection | null;
  readonly view: View;
  /** Citation keys of the withdrawn sources, in the order in which they were withdrawn. */
  readonly without: readonly string[];
}

export interface ParsedAddress {
  readonly address: Address;
  /** Parts that mean nothing here, as written. They are left out, and the reader is told. */
  readonly unknown: readonly string[];
}

export const library: Address = { place: { kind: "library" }, selection: null, view: "graph", without: [] };

/** `:` and `,` separate, so they are escaped inside a word; the other marks of a query stay readable. */
const word = (text: string): string => encodeURIComponent(text);

function unword(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns `claim:1.6`, `source:brew2010` or `pair:1.6:brew2010`. */
export function formatSelection(selection: Selection): string {
  switch (selection.kind) {
    case "claim":
      return `claim:${word(selection.claim)}`;
    case "source":
      return `source:${word(selection.source)}`;
    case "pair":
      return `pair:${word(selection.claim)}:${word(selection.source)}`;
    default:
      return selection satisfies never;
  }
}

/** Returns the selection that `formatSelection` wrote, or null. */
export function parseSelection(text: string): Selection | null {
  const [kind, first, second, ...rest] = text.split(":").map(unword);
  if (!first || rest.length > 0) return null;
  if (kind === "claim" && second === undefined) return { kind, claim: first };
  if (kind === "source" && second === undefined) return { kind, source: first };
  if (kind === "pair" && second) return { kind, claim: first, source: second };
  return null;
}

/** Returns the address as it stands after the page's own address, with the `#`. Defaults are left out. */
export function formatAddress({ place, selection, view, without }: Address): string {
  if (place.kind === "library") return "#/";
  const parts: string[] = [];
  if (selection) parts.push(`sel=${formatSelection(selection)}`);
  if (view !== "graph") parts.push(`view=${view}`);
  if (without.length > 0) parts.push(`without=${without.map(word).join(",")}`);
  return `#/d/${word(place.id)}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}

/** Reads an address. Returns null for a fragment that is none of ours ("#note-3"), which changes nothing. */
export function parseAddress(hash: string): ParsedAddress | null {
  if (hash === "" || hash === "#" || hash === "#/") return { address: library, unknown: [] };
  const match = /^#\/d\/([^/?]+)(?:\?(.*))?$/.exec(hash);
  if (!match) return hash.startsWith("#/") ? { address: library, unknown: [hash.slice(1)] } : null;
  const unknown: string[] = [];
  let selection: Selection | null = null;
  let view: View = "graph";
  let without: readonly string[] = [];
  for (const part of (match[2] ?? "").split("&").filter(Boolean)) {
    const at = part.indexOf("=");
    const value = at < 0 ? "" : part.slice(at + 1);
    const name = at < 0 ? part : part.slice(0, at);
    const chosen = name === "sel" ? parseSelection(value) : null;
    if (chosen) selection = chosen;
    else if (name === "view" && (value === "graph" || value === "list")) view = value;
    else if (name === "without" && value)
      without = [...new Set(value.split(",").filter(Boolean).map(unword))];
    else unknown.push(part);
  }
  return {
    address: { place: { kind: "document", id: unword(match[1]!) }, selection, view, without },
    unknown,
  };
}
