/**
 * Opens a PDF with pdfjs: in this thread, without network, without evaluating code, without drawing. Gives runs
 * and links by page; locked, damaged and endless files become refusals.
 */
import type { Budget } from "../limits.ts";
import { Refusal } from "../problem.ts";
import type { Page, PageLink, PdfContent, Run } from "./page.ts";
import { checkStreams } from "./streams.ts";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type PdfDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;
type Matrix = readonly number[];

/** Imported when the first PDF comes: it is the heaviest part of the engine. */
async function loadPdfjs(): Promise<Pdfjs> {
  const scope = globalThis as { DOMMatrix?: unknown };
  // pdfjs makes one matrix for drawing while it loads; text needs none, so an empty class will do.
  scope.DOMMatrix ??= class {};
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // With its worker module present in this thread, pdfjs starts no other.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return pdfjs;
}

export async function loadPdf(bytes: Uint8Array, budget: Budget): Promise<PdfContent> {
  checkStreams(bytes, budget);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes), // pdfjs takes the buffer away, and refuses a Node Buffer
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
    stopAtErrors: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw refusalOf(error);
    });
    return await readPages(document, budget);
  } finally {
    await task.destroy();
  }
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : "";
  const message = error instanceof Error ? error.message : String(error);
  if (name === "PasswordException") {
    return new Refusal(
      "encrypted",
      "The PDF is locked with a password.",
      "Save it without a password and try again.",
    );
  }
  return new Refusal(
    "damaged",
    `The PDF cannot be opened: ${message.replace(/\.$/, "")}.`,
    "Download it again, or open it in a viewer and print it to a new PDF.",
  );
}

async function readPages(document: PdfDocument, budget: Budget): Promise<PdfContent> {
  const count = document.numPages;
  if (count > budget.limits.pages) {
    throw new Refusal(
      "too-large",
      `The PDF has ${count} pages; at most ${budget.limits.pages} are read.`,
      "Split it into parts and read them one by one.",
    );
  }
  const labels = await document.getPageLabels().catch(() => null);
  const places = new Places(document);
  const pages: Page[] = [];
  const unread: number[] = [];
  for (let number = 1; number <= count; number++) {
    const page = await readPage(document, number, labels?.[number - 1] ?? null, places, budget);
    if (page === null) unread.push(number);
    else pages.push(page);
  }
  const metadata = await document.getMetadata().catch(() => null);
  const info = (metadata?.info ?? {}) as Readonly<Record<string, unknown>>;
  const text = (key: string): string | null =>
    typeof info[key] === "string" && info[key] !== "" ? info[key] : null;
  return {
    pages,
    unread,
    title: text("Title"),
    language: text("Language"),
    date: pdfDate(text("CreationDate")),
  };
}

/** "D:20181015…" → "2018-10-15". */
function pdfDate(text: string | null): string | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text ?? "");
  return found ? [found[1], found[2], found[3]].filter(Boolean).join("-") : null;
}

async function readPage(
  document: PdfDocument,
  number: number,
  label: string | null,
  places: Places,
  budget: Budget,
): Promise<Page | null> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const runs: Turned[] = [];
    const reader = page.streamTextContent({ disableNormalization: true }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      budget.spend(value.items.length, number);
      for (const item of value.items) if ("str" in item) runs.push(toRun(item, viewport.transform));
    }
    const links = await readLinks(page, viewport.transform, places, budget);
    page.cleanup();
    const upright = mainAngle(runs);
    const turn = (run: Turned): Run => turned(run, upright, viewport.width, viewport.height);
    const sideways = upright % 180 !== 0;
    return {
      index: number - 1,
      width: sideways ? viewport.height : viewport.width,
      height: sideways ? viewport.width : viewport.height,
      label,
      runs: runs.filter(({ angle }) => angle === upright).map(turn),
      turned: runs.filter(({ angle, text }) => angle !== upright && text.trim() !== "").map(turn),
      links: upright === 0 ? links : [],
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return null; // said in the notices
  }
}

interface Turned extends Run {
  /** 0, 90, 180 or 270 degrees. */
  readonly angle: number;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

const multiply = (m: Matrix, n: Matrix): number[] => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
];

function toRun(item: TextItem, view: Matrix): Turned {
  const m = multiply(view, item.transform.map(Number));
  const size = Math.hypot(m[2]!, m[3]!);
  const degrees = (Math.atan2(m[1]!, m[0]!) * 180) / Math.PI;
  return {
    text: withoutLigatures(item.str),
    x: m[4]!,
    y: m[5]!,
    width: item.width,
    size,
    font: item.fontName,
    ends: item.hasEOL,
    angle:
      ((Math.round(degrees / 90) % 4) + 4) % 4 === 0 ? 0 : (((Math.round(degrees / 90) % 4) + 4) % 4) * 90,
  };
}

/** One sign for "fi" is how a font prints two letters. Other compatibility forms mean something: `²` is no 2. */
const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"));

/** The direction most of the page's letters have; a landscape table may turn a whole page. */
function mainAngle(runs: readonly Turned[]): number {
  const letters = new Map<number, number>([[0, 1]]);
  for (const { angle, text } of runs) letters.set(angle, (letters.get(angle) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

/** Turns a run so that the page's main direction lies level. */
function turned({ angle: _, ...run }: Turned, upright: number, width: number, height: number): Run {
  switch (upright) {
    case 90:
      return { ...run, x: run.y, y: width - run.x };
    case 180:
      return { ...run, x: width - run.x, y: height - run.y };
    case 270:
      return { ...run, x: height - run.y, y: run.x };
    default:
      return run;
  }
}

/** Looks up the places links lead to, each name once. */
class Places {
  readonly #document: PdfDocument;
  readonly #named = new Map<string, PageLink["place"]>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  async find(destination: unknown): Promise<PageLink["place"]> {
    if (typeof destination !== "string") return this.#explicit(destination);
    const known = this.#named.get(destination);
    if (known !== undefined) return known;
    const place = await this.#explicit(await this.#document.getDestination(destination).catch(() => null));
    this.#named.set(destination, place);
    return place;
  }

  async #explicit(destination: unknown): Promise<PageLink["place"]> {
    if (!Array.isArray(destination) || destination.length < 2) return null;
    const [target, mode, ...numbers] = destination as [unknown, { name?: string } | null, ...unknown[]];
    try {
      const index =
        typeof target === "number"
          ? target
          : await this.#document.getPageIndex(target as { num: number; gen: number });
      const page = await this.#document.getPage(index + 1);
      const [, bottom = 0, , top = 0] = page.view;
      const fit =
        mode?.name === "XYZ" ? [numbers[0], numbers[1]] : mode?.name === "FitH" ? [null, numbers[0]] : [];
      if (typeof fit[1] !== "number" || page.rotate !== 0) return null;
      return {
        page: index,
        x: typeof fit[0] === "number" ? fit[0] : null,
        y: top - fit[1] + Math.min(0, bottom),
      };
    } catch {
      return null;
    }
  }
}

async function readLinks(page: PdfPage, view: Matrix, places: Places, budget: Budget): Promise<PageLink[]> {
  const annotations: readonly Readonly<Record<string, unknown>>[] = await page
    .getAnnotations()
    .catch(() => []);
  budget.spend(annotations.length);
  const links: PageLink[] = [];
  for (const { subtype, rect, dest, url } of annotations) {
    if (subtype !== "Link" || !Array.isArray(rect)) continue;
    const [x1, y1, x2, y2] = rect.map(Number) as [number, number, number, number];
    const a = multiply(view, [1, 0, 0, 1, x1, y1]);
    const b = multiply(view, [1, 0, 0, 1, x2, y2]);
    const box = {
      left: Math.min(a[4]!, b[4]!),
      right: Math.max(a[4]!, b[4]!),
      top: Math.min(a[5]!, b[5]!),
      bottom: Math.max(a[5]!, b[5]!),
    };
    const place = dest === null || dest === undefined ? null : await places.find(dest);
    const address = typeof url === "string" && /^https?:/i.test(url) ? url : null;
    if (place !== null || address !== null) links.push({ ...box, place, url: address });
  }
  return links;
}
