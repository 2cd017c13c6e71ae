/**
 * The address after `#`: which document, what is selected, what is filtered, how the graph is shown, which sources are
 * withdrawn, where the camera is. `#/d/<doc>?sel=claim:1.6&f=uncited&view=list&without=brew2010&cam=0.5,0.5,1`: every
 * part optional, the order fixed.
 */
import { type Filter, formatFilters, parseFilters } from "../desk/filter.ts";

export type Place = { readonly kind: "library" } | { readonly kind: "document"; readonly id: string };

/** What is selected. Claims go by the number shown ("1.6"), sources by their citation key ("brew2010"). */
export type Selection =
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "source"; readonly source: string }
  | { readonly kind: "pair"; readonly claim: string; readonly source: string };

export type View = "graph" | "list";

/** The middle of what is shown as a share of the picture's frame, and how much of it: less is nearer. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Address {
  readonly place: Place;
  readonly selection: Selection | null;
  readonly filters: readonly Filter[];
  readonly view: View;
  /** Citation keys of the withdrawn sources, in the order in which they were withdrawn. */
  readonly without: readonly string[];
  /** Null while the whole picture is shown. */
  readonly camera: Camera | null;
}

export interface ParsedAddress {
  readonly address: Address;
  /** Parts that mean nothing here, as written. They are left out, and the reader is told. */
  readonly unknown: readonly string[];
}

export const library: Address = {
  place: { kind: "library" },
  selection: null,
  filters: [],
  view: "graph",
  without: [],
  camera: null,
};

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

const places = 4;
const farthest = 1000;

/** Returns the camera as the address can say it. */
export function roundCamera({ x, y, ratio }: Camera): Camera {
  const round = (n: number): number => Number(n.toFixed(places)) + 0;
  return { x: round(x), y: round(y), ratio: Math.max(round(ratio), 1 / 10 ** places) };
}

/** Returns the camera of `x,y,ratio`, or null. */
function parseCamera(text: string): Camera | null {
  if (!/^-?[\d.]+,-?[\d.]+,[\d.]+$/.test(text)) return null;
  const [x, y, ratio] = text.split(",").map(Number) as [number, number, number];
  const sane = Math.abs(x) <= farthest && Math.abs(y) <= farthest && ratio > 0 && ratio <= farthest;
  return sane ? roundCamera({ x, y, ratio }) : null;
}

/** Returns the address as it stands after the page's own address, with the `#`. Defaults are left out. */
export function formatAddress({ place, selection, filters, view, without, camera }: Address): string {
  if (place.kind === "library") return "#/";
  const parts: string[] = [];
  if (selection) parts.push(`sel=${formatSelection(selection)}`);
  if (filters.length > 0) parts.push(`f=${formatFilters(filters)}`);
  if (view !== "graph") parts.push(`view=${view}`);
  if (without.length > 0) parts.push(`without=${without.map(word).join(",")}`);
  if (camera) parts.push(`cam=${camera.x},${camera.y},${camera.ratio}`);
  return `#/d/${word(place.id)}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}

/** Reads an address. Returns null for a fragment that is none of ours ("#note-3"), which changes nothing. */
export function parseAddress(hash: string): ParsedAddress | null {
  if (hash === "" || hash === "#" || hash === "#/") return { address: library, unknown: [] };
  const match = /^#\/d\/([^/?]+)(?:\?(.*))?$/.exec(hash);
  if (!match) return hash.startsWith("#/") ? { address: library, unknown: [hash.slice(1)] } : null;
  const address = { ...library, place: { kind: "document" as const, id: unword(match[1]!) } };
  const unknown: string[] = [];
  for (const part of (match[2] ?? "").split("&").filter(Boolean)) {
    const at = part.indexOf("=");
    const name = at < 0 ? part : part.slice(0, at);
    const { known, rest } = readPart(name, at < 0 ? "" : part.slice(at + 1));
    Object.assign(address, known);
    if (!known) unknown.push(part);
    else unknown.push(...rest.map((left) => `${name}=${left}`));
  }
  return { address, unknown };
}

interface PartRead {
  /** What the part says, or null when it says nothing here. */
  readonly known: Partial<Address> | null;
  /** What of its value was not understood. */
  readonly rest: readonly string[];
}

function readPart(name: string, value: string): PartRead {
  const all = (known: Partial<Address> | null): PartRead => ({ known, rest: [] });
  switch (name) {
    case "sel": {
      const selection = parseSelection(value);
      return all(selection && { selection });
    }
    case "f": {
      const { filters, unknown } = parseFilters(value);
      return filters.length > 0 ? { known: { filters }, rest: unknown } : all(null);
    }
    case "view":
      return all(value === "graph" || value === "list" ? { view: value } : null);
    case "without": {
      const without = [...new Set(value.split(",").filter(Boolean).map(unword))];
      return all(without.length > 0 ? { without } : null);
    }
    case "cam": {
      const camera = parseCamera(value);
      return all(camera && { camera });
    }
    default:
      return all(null);
  }
}
