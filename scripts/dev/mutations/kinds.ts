/** The defects: each puts one mistake into a document and says which findings that must add. */
import type { CitationItem, Marker, Note, Statement } from "../../../core/model.ts";
import { placeInPages } from "../../../core/pinpoint.ts";
import { type Base, callsOf, edited, isDispensable, wholeNote } from "./base.ts";

export interface Expected {
  readonly code: string;
  /** Words that the finding's quote holds. */
  readonly quote?: string;
}

export interface Mutation {
  readonly kind: string;
  readonly text: string;
  readonly expect: readonly Expected[];
  /** Codes that this defect leaves open: either answer is right. */
  readonly open?: readonly string[];
}

type Kind = (base: Base) => Iterable<Mutation>;

const numeric = (note: Note): boolean => /^\d+$/.test(note.label ?? "");
const slice = ({ text }: Base, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);
const footnotes = (base: Base): boolean =>
  base.analysis.notes.some((n) => n.type !== "reference") &&
  base.analysis.notes.every((n) => n.type !== "reference");
const numbered = (base: Base): readonly Note[] => base.analysis.notes.filter(numeric);

/** What each claim of the document lacks, from the markers of its sentences alone. */
function claimFindings(statements: readonly Statement[], marked: (s: Statement) => boolean): Expected[] {
  const paragraphs = new Map<number, Statement[]>();
  for (const s of statements)
    if (s.paragraph !== null) paragraphs.set(s.block, [...(paragraphs.get(s.block) ?? []), s]);
  return [...paragraphs.values()].flatMap((list) => {
    const found: Expected[] = [];
    list.forEach((s, i) => {
      if (s.kind !== "claim" || marked(s)) return;
      const later = list.slice(i + 1).some(marked);
      found.push({ code: later ? "citation-scope-unclear" : "uncited-claim", quote: s.text });
    });
    const claims = list.filter((s) => s.kind === "claim");
    if (claims.length > 1 && !list.some(marked))
      found.push({ code: "uncited-paragraph", quote: claims[0]!.text });
    return found;
  });
}

/** The expected ones that are not in the other list. */
const beyond = (after: readonly Expected[], before: readonly Expected[]): Expected[] =>
  after.filter((a) => !before.some((b) => b.code === a.code && b.quote === a.quote));

/** A marker glued to a number or a formula cannot be told from it without its note. */
const isAmbiguous = (base: Base, marker: Marker): boolean =>
  marker.style === "superscript" &&
  /[\d\p{Lu}][.,;:!?]?["”’)»]?$/u.test(base.text.slice(Math.max(0, marker.start - 4), marker.start));

const dropNote: Kind = function* (base) {
  const notes = numbered(base);
  for (const note of notes) {
    const calls = callsOf(base, note);
    const whole = wholeNote(base, note);
    if (!whole || calls.length === 0 || !isDispensable(base, note) || calls.some((m) => isAmbiguous(base, m)))
      continue;
    const at = notes.indexOf(note);
    const inside =
      at > 0 && at < notes.length - 1 && Number(notes[at + 1]!.label) === Number(notes[at - 1]!.label) + 2;
    yield {
      kind: "a note is lost",
      text: edited(base.text, { ...whole, insert: "" }),
      expect: [
        ...calls.map(() => ({ code: "dangling-marker", quote: note.label! })),
        ...(inside ? [{ code: "numbering-gap", quote: slice(base, notes[at + 1]!) }] : []),
      ],
    };
  }
};

const dropMarker: Kind = function* (base) {
  const { statements, markers } = base.analysis;
  const before = claimFindings(statements, (s) => s.markers.length > 0);
  for (const marker of markers) {
    const [id, ...others] = marker.notes;
    const note = base.analysis.notes.find((n) => n.id === id);
    const statement = statements.find((s) => s.markers.includes(marker.id));
    if (!note || others.length > 0 || !numeric(note) || callsOf(base, note).length !== 1 || !statement)
      continue;
    if (marker.labels.length !== 1 || statement.markers.length !== 1) continue;
    const start =
      base.text[marker.start - 1] === " " && marker.style !== "superscript" ? marker.start - 1 : marker.start;
    const after = claimFindings(statements, (s) => s.markers.length > 0 && s !== statement);
    yield {
      kind: "a marker is lost",
      text: edited(base.text, { start, end: marker.end, insert: "" }),
      expect: [{ code: "orphan-note", quote: slice(base, note) }, ...beyond(after, before)],
    };
  }
};

/** The printed label of a note, as an edit to another number. */
const relabel = (base: Base, note: Note, label: string) => {
  const at = base.text.slice(note.start, note.bodyStart).indexOf(note.label!);
  return { start: note.start + at, end: note.start + at + note.label!.length, insert: label };
};
const printsLabel = (base: Base, note: Note): boolean =>
  base.text.slice(note.start, note.bodyStart).includes(note.label ?? "\0");

const duplicateLabel: Kind = function* (base) {
  const notes = numbered(base);
  for (let i = 0; i + 1 < notes.length; i++) {
    const [first, second, third] = [notes[i]!, notes[i + 1]!, notes[i + 2]];
    if (!printsLabel(base, second) || Number(second.label) !== Number(first.label) + 1) continue;
    if (base.analysis.items.some((item) => item.noteRef === second.label)) continue;
    // Beside a number that stands twice already, another one cannot be told.
    if (notes.some((n) => n !== first && n !== second && [first.label, second.label].includes(n.label)))
      continue;
    const calls = callsOf(base, second);
    if (calls.some((m) => isAmbiguous(base, m))) continue;
    yield {
      kind: "two notes bear one number",
      text: edited(base.text, relabel(base, second, first.label!)),
      expect: [
        { code: "duplicate-note-number", quote: slice(base, { start: second.bodyStart, end: second.end }) },
        ...calls.map(() => ({ code: "dangling-marker", quote: second.label! })),
        ...(calls.length > 0
          ? [{ code: "orphan-note", quote: slice(base, { start: second.bodyStart, end: second.end }) }]
          : []),
        ...(third && Number(third.label) === Number(second.label) + 1
          ? [{ code: "numbering-gap", quote: slice(base, third) }]
          : []),
      ],
    };
  }
};

const skipNumber: Kind = function* (base) {
  const last = numbered(base).at(-1);
  const before = numbered(base).at(-2);
  if (!last || !before || !printsLabel(base, last) || Number(last.label) !== Number(before.label) + 1) return;
  const calls = callsOf(base, last).filter((m) => m.labels.length === 1 && m.text.includes(last.label!));
  if (calls.length === 0 || calls.length !== callsOf(base, last).length) return;
  const next = String(Number(last.label) + 1);
  // A marker that has no note yet would call for the one that moves up to its number.
  if (base.analysis.markers.some((m) => m.dangling.includes(next))) return;
  yield {
    kind: "a number is skipped",
    text: edited(
      base.text,
      relabel(base, last, next),
      ...calls.map((m) => {
        const at = m.start + m.text.indexOf(last.label!);
        return { start: at, end: at + last.label!.length, insert: next };
      }),
    ),
    expect: [{ code: "numbering-gap", quote: slice(base, { start: last.bodyStart, end: last.end }) }],
  };
};

const swapMarkers: Kind = function* (base) {
  const seen = new Set<string>();
  const firsts: Marker[] = [];
  for (const marker of base.analysis.markers) {
    const fresh = marker.notes.filter((id) => !seen.has(id));
    for (const id of marker.notes) seen.add(id);
    if (fresh.length === 1 && marker.notes.length === 1) firsts.push(marker);
  }
  const numbers = base.analysis.markers.flatMap((m) => m.labels.map(Number));
  const rising = numbers.every(
    (n, i) => i === 0 || n >= Math.max(...numbers.slice(0, i)) || numbers.indexOf(n) < i,
  );
  if (!rising || base.analysis.markers.some((m) => m.labels.length > 1)) return;
  for (let i = 0; i + 1 < firsts.length; i++) {
    const [a, b] = [firsts[i]!, firsts[i + 1]!];
    if (Number(b.labels[0]) !== Number(a.labels[0]) + 1 || a.text.length !== b.text.length) continue;
    // Digits glued to a word are markers because they count up.
    if (
      [a, b].some((m) => m.style === "superscript" && !/[.,;:!?][”"’)»]?$/.test(base.text.slice(0, m.start)))
    )
      continue;
    // A number used in between keeps its first use.
    const between = base.analysis.markers.filter((m) => m.start > a.start && m.start < b.start);
    if (between.length > 0) continue;
    yield {
      kind: "two markers change places",
      text: edited(
        base.text,
        { start: a.start, end: a.end, insert: b.text },
        { start: b.start, end: b.end, insert: a.text },
      ),
      expect: [{ code: "note-out-of-order", quote: a.labels[0]! }],
    };
  }
};

const emptyNote: Kind = function* (base) {
  for (const note of numbered(base)) {
    if (!isDispensable(base, note) || callsOf(base, note).length === 0) continue;
    yield {
      kind: "a note loses its words",
      text: edited(base.text, { start: note.bodyStart, end: note.end, insert: "." }),
      expect: [{ code: "empty-note" }],
    };
  }
};

const bare = (raw: string): string => raw.replace(/[\s.;,]+$/, "");
const isFull = (item: CitationItem): boolean => item.form === "full" && item.resolution.kind === "resolved";
/** A full reference of another note that could stand in this one as well. */
const stranger = (base: Base, note: Note): CitationItem | undefined => {
  const own = new Set(
    (base.itemsOf.get(note.id) ?? []).flatMap((i) =>
      i.resolution.kind === "resolved" ? [i.resolution.source] : [],
    ),
  );
  return base.analysis.items.find(
    (item) =>
      isFull(item) &&
      item.note !== null &&
      item.note !== note.id &&
      item.pinpoint === null &&
      !item.raw.includes("\n") &&
      item.resolution.kind === "resolved" &&
      !own.has(item.resolution.source) &&
      (base.itemsOf.get(item.note) ?? []).length === 1,
  );
};
const alone = (base: Base, note: Note): CitationItem | null => {
  const [item, ...others] = base.itemsOf.get(note.id) ?? [];
  const commented = base.analysis.commentary.some((c) => c.note === note.id);
  return item && others.length === 0 && !commented && item.resolution.kind === "resolved" ? item : null;
};
const nextOf = ({ analysis: { notes } }: Base, note: Note): Note | undefined =>
  notes[notes.indexOf(note) + 1];
const opensWithIbid = (base: Base, note: Note | undefined): boolean =>
  note !== undefined && base.itemsOf.get(note.id)?.[0]?.form === "ibid";

const compound: Kind = function* (base) {
  if (!footnotes(base)) return;
  for (const note of base.analysis.notes) {
    const other = stranger(base, note);
    const next = nextOf(base, note);
    if (!other || !alone(base, note) || opensWithIbid(base, next)) continue;
    const end = note.bodyStart + bare(slice(base, { start: note.bodyStart, end: note.bodyEnd })).length;
    yield {
      kind: "a second work joins a note",
      text: edited(base.text, { start: end, end: note.bodyEnd, insert: `; ${bare(other.raw)}.` }),
      expect: [{ code: "compound-note", quote: slice(base, { start: note.bodyStart, end }) }],
    };
  }
};

const compoundBeforeIbid: Kind = function* (base) {
  if (!footnotes(base)) return;
  for (const note of base.analysis.notes) {
    const other = stranger(base, note);
    const next = nextOf(base, note);
    if (!other || !alone(base, note) || !next || !opensWithIbid(base, next) || !alone(base, next)) continue;
    if (opensWithIbid(base, nextOf(base, next))) continue;
    const end = note.bodyStart + bare(slice(base, { start: note.bodyStart, end: note.bodyEnd })).length;
    yield {
      kind: "a second work joins the note before an ibid.",
      text: edited(base.text, { start: end, end: note.bodyEnd, insert: `; ${bare(other.raw)}.` }),
      expect: [
        { code: "compound-note", quote: slice(base, { start: note.bodyStart, end }) },
        { code: "ibid-after-compound", quote: base.itemsOf.get(next.id)![0]!.raw },
      ],
    };
  }
};

const ibidFirst: Kind = function* (base) {
  if (!footnotes(base)) return;
  const [first] = base.analysis.notes;
  if (!first || !isDispensable(base, first) || !numeric(first)) return;
  const word = base.analysis.items.find((i) => i.form === "ibid")?.raw.match(/^\p{L}+\.?/u)?.[0] ?? "Ibid.";
  yield {
    kind: "ibid. stands first",
    text: edited(base.text, { start: first.bodyStart, end: first.end, insert: `${word}, 12.` }),
    expect: [{ code: "ibid-without-antecedent", quote: "12" }],
  };
};

/** Archives and papers of firms are named by words that no rule calls a name. */
const hasAuthor = (base: Base, item: CitationItem): boolean =>
  item.resolution.kind === "resolved" &&
  (base.sources.get(item.resolution.source)?.csl.author ?? []).some((a) => a.family !== undefined);

const misspell: Kind = function* (base) {
  for (const note of base.analysis.notes) {
    const [item] = base.itemsOf.get(note.id) ?? [];
    const name = item?.names[0];
    if (!item || !alone(base, note) || (item.form !== "short" && item.form !== "supra") || !name) continue;
    if (!hasAuthor(base, item)) continue;
    const at = item.raw.indexOf(name);
    if (at < 0 || opensWithIbid(base, nextOf(base, note))) continue;
    const start = item.start + at;
    yield {
      kind: "a short form names a stranger",
      text: edited(base.text, { start, end: start + name.length, insert: "Zwickmann" }),
      expect: [{ code: "unresolved-short-form", quote: "Zwickmann" }],
    };
  }
};

/** The author's name inside a full reference, as the resolver reads it. */
const authorSpan = (item: CitationItem) => {
  const name = item.names[0];
  const at = name === undefined ? -1 : item.raw.indexOf(name);
  return at < 0 ? null : { start: item.start + at, end: item.start + at + name!.length, name: name! };
};

/** Whether the cited page can be in the work: null where its pages are not known. */
const holdsPage = (base: Base, source: string, item: CitationItem): boolean | null => {
  const { page } = base.sources.get(source)?.csl ?? {};
  if (page === undefined || item.pinpoint === null || item.pinpoint.label !== "page") return null;
  const place = placeInPages(item.pinpoint, page);
  return place === "unknown" ? null : place !== "outside";
};

const secondWork = (onSamePages: boolean): Kind =>
  function* (base) {
    const { items } = base.analysis;
    const nameless = (i: CitationItem): boolean =>
      i.form === "short" && i.year === null && i.title === null && i.noteRef === null && i.names.length === 1;
    for (const short of items) {
      if (!nameless(short) || short.resolution.kind !== "resolved" || !hasAuthor(base, short)) continue;
      // An initial in front tells the two authors apart.
      if (!short.raw.startsWith(short.names[0]!)) continue;
      const { source } = short.resolution;
      const [name] = short.names;
      const other = items.find(
        (item) =>
          isFull(item) &&
          item.start < short.start &&
          hasAuthor(base, item) &&
          item.resolution.kind === "resolved" &&
          item.resolution.source !== source &&
          base.sources.get(item.resolution.source)!.mentions.length === 1,
      );
      const span = other && authorSpan(other);
      if (!span || other.resolution.kind !== "resolved") continue;
      const also = other.resolution.source;
      const full = base.items.get(base.sources.get(source)!.descriptions[0] ?? "");
      const later = items.filter(
        (i) => nameless(i) && i.names[0] === name && i.start > Math.max(other.start, full?.start ?? 0),
      );
      const fits = later.map((i) => [holdsPage(base, source, i), holdsPage(base, also, i)] as const);
      // Both can hold the page, or only the first: the rest turns on what is not known.
      if (!fits.every(([a, b]) => (a === b && a !== false) || (a === true && b === false))) continue;
      if (
        later.some((i) =>
          opensWithIbid(base, nextOf(base, base.analysis.notes.find((n) => n.id === i.note)!)),
        )
      )
        continue;
      const open = later.filter((_, k) => fits[k]![0] === fits[k]![1]);
      const renamed = { start: span.start, end: span.end, insert: name! };
      const [own, theirs] = [full, other].map((i) => i?.reference?.evidence.find((e) => e.field === "page"));
      if (!onSamePages)
        yield {
          kind: "an author gets a second work",
          text: edited(base.text, renamed),
          expect: open.map((i) => ({ code: "ambiguous-short-form", quote: i.raw })),
        };
      else if (own && theirs && open.length === 0)
        yield {
          kind: "an author gets a second work on the same pages",
          text: edited(base.text, renamed, {
            start: theirs.start,
            end: theirs.end,
            insert: slice(base, own),
          }),
          expect: later.map((i) => ({ code: "ambiguous-short-form", quote: i.raw })),
        };
    }
  };

const shortBeforeFull: Kind = function* (base) {
  if (!footnotes(base) || base.analysis.notes.some((n) => n.scope > 1)) return;
  const { notes } = base.analysis;
  for (const later of notes) {
    const short = alone(base, later);
    if (short?.form !== "short" || short.resolution.kind !== "resolved" || short.noteRef !== null) continue;
    if (!hasAuthor(base, short)) continue;
    const source = base.sources.get(short.resolution.source)!;
    const full = base.items.get(source.descriptions[0] ?? "");
    const earlier = notes.find((n) => n.id === full?.note);
    if (!full || !earlier || !alone(base, earlier) || earlier.start >= later.start) continue;
    if (opensWithIbid(base, nextOf(base, earlier)) || opensWithIbid(base, nextOf(base, later))) continue;
    const between = source.mentions
      .flatMap((m) => base.items.get(m) ?? [])
      .filter((i) => i.start > earlier.start && i.start < later.start && i.note !== earlier.id);
    if (between.some((i) => i.form !== "short")) continue;
    const body = (note: Note) => slice(base, { start: note.bodyStart, end: note.bodyEnd });
    yield {
      kind: "a short form stands before the full reference",
      text: edited(
        base.text,
        { start: earlier.bodyStart, end: earlier.bodyEnd, insert: body(later) },
        { start: later.bodyStart, end: later.bodyEnd, insert: body(earlier) },
      ),
      expect: [short, ...between].map((i) => ({ code: "short-form-before-full", quote: bare(i.raw) })),
      open: ["page-range-unknown", "pinpoint-outside-range"],
    };
  }
};

const vague: Kind = function* (base) {
  if (base.analysis.document.language !== null && base.analysis.document.language !== "en") return;
  for (const note of base.analysis.notes) {
    if (!footnotes(base) || !alone(base, note) || opensWithIbid(base, nextOf(base, note))) continue;
    const form = alone(base, note)?.form;
    if (form !== "full" && form !== "short") continue;
    const end = note.bodyStart + bare(slice(base, { start: note.bodyStart, end: note.bodyEnd })).length;
    yield {
      kind: "a note sends the reader to websites",
      text: edited(base.text, {
        start: end,
        end: note.bodyEnd,
        insert: ". For current figures, please refer to the suppliers' websites.",
      }),
      expect: [{ code: "vague-source", quote: "websites" }],
    };
  }
};

const wrongPage: Kind = function* (base) {
  for (const item of base.analysis.items) {
    const { pinpoint } = item;
    if (item.resolution.kind !== "resolved" || pinpoint?.label !== "page" || item.form === "full") continue;
    const source = base.sources.get(item.resolution.source)!;
    const { page } = source.csl;
    const last = /[-\u2013](\d+)$/.exec(page ?? "")?.[1];
    const first = /^\d+/.exec(page ?? "")?.[0];
    if (!first || !last || source.csl["container-title"] === undefined || !/^\d+$/.test(pinpoint.value))
      continue;
    const note = base.analysis.notes.find((n) => n.id === item.note);
    if (note && opensWithIbid(base, nextOf(base, note))) continue;
    const at = item.raw.lastIndexOf(pinpoint.value);
    if (at < 0) continue;
    const beyondAll = String(Number(first) + 900);
    yield {
      kind: "a page lies outside the work",
      text: edited(base.text, {
        start: item.start + at,
        end: item.start + at + pinpoint.value.length,
        insert: beyondAll,
      }),
      expect: [{ code: "pinpoint-outside-range", quote: beyondAll }],
      // The resolver may refuse a citation whose page fits no work by the name.
      open: ["unresolved-short-form", "page-range-unknown"],
    };
  }
};

const onePage: Kind = function* (base) {
  if (!footnotes(base)) return;
  for (const source of base.analysis.sources) {
    const full = base.items.get(source.descriptions[0] ?? "");
    const range = full?.reference?.evidence.find((e) => e.field === "page");
    const lower = source.mentions
      .flatMap((m) => base.items.get(m) ?? [])
      .find((i) => i !== full && i.pinpoint?.label === "page" && /^\d+$/.test(i.pinpoint.value));
    if (
      full?.form !== "full" ||
      full.pinpoint !== null ||
      !range ||
      !lower ||
      source.descriptions.length !== 1
    )
      continue;
    if (source.csl.type !== "article-journal" || !/^\d+[-\u2013]\d+$/.test(slice(base, range))) continue;
    yield {
      kind: "a full reference gives one page",
      text: edited(base.text, {
        start: range.start,
        end: range.end,
        insert: String(Number(lower.pinpoint!.value) + 2),
      }),
      expect: [{ code: "page-range-unknown" }],
      open: ["pinpoint-outside-range"],
    };
  }
};

const secondHand: Kind = function* (base) {
  for (const marker of base.analysis.markers) {
    const [item, ...others] = base.itemsOf.get(marker.id) ?? [];
    if (!item || others.length > 0 || item.form !== "author-year" || item.year === null) continue;
    if (!marker.text.includes(item.names[0] ?? "\0")) continue;
    if (!/^\([^()]*\)$/.test(marker.text) || item.prefix !== null || item.resolution.kind !== "resolved")
      continue;
    yield {
      kind: "an original is cited through another work",
      text: edited(base.text, {
        start: marker.start + 1,
        end: marker.start + 1,
        insert: "Zwickmann, 1951, as cited in ",
      }),
      expect: [{ code: "secondary-citation", quote: item.names[0]! }],
      open: ["unresolved-short-form"],
    };
  }
};

const identifiers = [
  ["a DOI with a wrong digit", " doi:11.5555/zw.1951.1", "11.5555"],
  ["an ISBN with a wrong digit", " ISBN 978-0-306-40615-8", "978-0-306-40615-8"],
  ["a PubMed ID that is too long", " PMID: 123456789", "123456789"],
  ["an ISSN with a wrong digit", " ISSN 0378-5956", "0378-5956"],
] as const;
const badIdentifier: Kind = function* (base) {
  for (const note of base.analysis.notes) {
    const item = alone(base, note);
    if (!item || !isFull(item) || item.raw.includes("doi") || opensWithIbid(base, nextOf(base, note)))
      continue;
    const end = note.bodyStart + slice(base, { start: note.bodyStart, end: note.bodyEnd }).trimEnd().length;
    for (const [kind, insert, quote] of identifiers)
      yield {
        kind,
        text: edited(base.text, { start: end, end, insert }),
        expect: [{ code: "bad-identifier", quote }],
      };
  }
};

/** A note whose whole body is one full journal reference with the fields that matter here. */
const journalNotes = (base: Base) =>
  base.analysis.notes.flatMap((note) => {
    const item = alone(base, note);
    const csl = item?.reference?.csl;
    if (
      !item ||
      !isFull(item) ||
      csl?.type !== "article-journal" ||
      !csl.author?.length ||
      !csl.title ||
      !csl.volume
    )
      return [];
    const year = item.reference!.evidence.find((e) => e.field === "issued");
    return year ? [{ note, item, year }] : [];
  });

const otherYear: Kind = function* (base) {
  if (!footnotes(base)) return;
  const { notes } = base.analysis;
  for (const { note, item, year } of journalNotes(base)) {
    const later = notes.find(
      (n) =>
        n.start > note.start &&
        alone(base, n)?.form === "short" &&
        alone(base, n)!.resolution.kind === "resolved" &&
        (alone(base, n)!.resolution as { source?: string }).source ===
          (item.resolution as { source?: string }).source,
    );
    const digits = /\d{4}/.exec(slice(base, year));
    if (!later || !digits || opensWithIbid(base, nextOf(base, later))) continue;
    const copy = edited(bare(item.raw), {
      start: year.start - item.start + digits.index,
      end: year.start - item.start + digits.index + 4,
      insert: String(Number(digits[0]) - 1),
    });
    yield {
      kind: "a reference is repeated with another year",
      text: edited(base.text, { start: later.bodyStart, end: later.bodyEnd, insert: `${copy}.` }),
      expect: [{ code: "inconsistent-metadata" }],
      open: ["page-range-unknown", "malformed-et-al"],
    };
  }
};

const twiceInList: Kind = function* (base) {
  const entries = base.analysis.notes.filter((n) => n.type === "reference" && n.label !== null);
  for (const note of entries) {
    const other = entries.find(
      (n) => n !== note && n.start < note.start && alone(base, n) && isFull(alone(base, n)!),
    );
    if (!other || !isDispensable(base, note) || !alone(base, note)) continue;
    const body = slice(base, { start: other.bodyStart, end: other.bodyEnd });
    yield {
      kind: "an entry stands twice in the list",
      text: edited(base.text, { start: note.bodyStart, end: note.bodyEnd, insert: body }),
      expect: [{ code: "duplicate-source", quote: body }],
      // A place cited in the entry that went may lie outside the one that came.
      open: ["pinpoint-outside-range"],
    };
  }
};

const lostYear: Kind = function* (base) {
  for (const { note, item, year } of journalNotes(base)) {
    if (base.analysis.conventions[0] === "author-year") return;
    // In a footnote, author, title and page without a year are a short form.
    if (note.type !== "reference" && !/^\p{Lu}\p{L}+ \p{Lu}+,/u.test(item.raw)) continue;
    if (
      !isDispensable(base, note) ||
      base.sources.get((item.resolution as { source: string }).source)!.descriptions.length > 1
    )
      continue;
    // A year that the identifier repeats is not lost.
    if (item.raw.split(base.text.slice(year.start, year.end)).length > 2) continue;
    const before = base.text.slice(0, year.start).replace(/[\s,(]+$/, "").length;
    const opened = base.text.slice(before, year.start).includes("(");
    const after = opened && base.text[year.end] === ")" ? year.end + 1 : year.end;
    // "2011;4(2):10" keeps its volume, ", 2011." its stop.
    const rest = base.text.slice(after).startsWith(";") ? after + 1 : after;
    yield {
      kind: "a reference loses its year",
      text: edited(base.text, { start: before, end: rest, insert: rest > after ? " " : "" }),
      expect: [{ code: "incomplete-metadata" }],
    };
  }
};

const bibliography = (base: Base): readonly Note[] =>
  base.analysis.notes.filter((n) => n.type === "reference" && n.label === null);

const unusedEntry: Kind = function* (base) {
  const entries = bibliography(base);
  const last = entries.at(-1);
  if (!last || entries.length < 3) return;
  const apa = base.analysis.conventions[0] === "author-year";
  const entry = apa
    ? "Zwickmann, K. (1951). The quiet street. Journal of Streets, 4(2), 10–19."
    : "Zwickmann, Karl. The Quiet Street. Harbour Press, 1951.";
  const between = base.text.slice(entries.at(-2)!.end, last.start);
  yield {
    kind: "an entry that nobody cites",
    text: edited(base.text, { start: last.end, end: last.end, insert: `${between}${entry}` }),
    expect: [{ code: "unused-source", quote: "Zwickmann" }],
  };
};

const lostEntry: Kind = function* (base) {
  for (const note of bibliography(base)) {
    const whole = wholeNote(base, note);
    const [full] = base.itemsOf.get(note.id) ?? [];
    if (!whole || !full || full.resolution.kind !== "resolved") continue;
    const source = base.sources.get(full.resolution.source)!;
    const mentions = source.mentions.flatMap((m) => base.items.get(m) ?? []).filter((i) => i.marker !== null);
    const family = source.csl.author?.[0]?.family;
    // The name alone must not lead to another work.
    const shared = base.analysis.sources.some(
      (s) => s !== source && s.csl.author?.some((a) => a.family === family),
    );
    const spoken = mentions.every((i) => {
      const marker = base.analysis.markers.find((m) => m.id === i.marker);
      return (
        i.form === "author-year" &&
        i.year !== null &&
        marker?.text.startsWith("(") &&
        marker.text.includes(family ?? "\0")
      );
    });
    if (mentions.length === 0 || shared || !spoken || source.descriptions.length > 1) continue;
    yield {
      kind: "an entry is lost",
      text: edited(base.text, { ...whole, insert: "" }),
      expect: mentions.map((i) => ({ code: "unresolved-short-form", quote: i.raw })),
    };
  }
};

const pile: Kind = function* (base) {
  const labels = base.analysis.notes
    .filter((n) => n.type === "reference" && numeric(n))
    .map((n) => Number(n.label));
  for (const marker of base.analysis.markers) {
    if (marker.style !== "bracket" || !/^\[\d+\]$/.test(marker.text)) continue;
    const from = Number(marker.labels[0]);
    if (![0, 1, 2, 3, 4].every((n) => labels.includes(from + n))) continue;
    const called = base.analysis.notes.filter((n) => Number(n.label) >= from && Number(n.label) <= from + 4);
    const works = called.flatMap((n) =>
      (base.itemsOf.get(n.id) ?? []).flatMap((i) =>
        i.resolution.kind === "resolved" ? [i.resolution.source] : [],
      ),
    );
    if (called.length !== 5 || new Set(works).size !== 5) continue;
    const claim = base.analysis.statements.find((s) => s.markers.includes(marker.id) && s.kind === "claim");
    if (!claim) continue;
    yield {
      kind: "five sources at one point",
      text: edited(base.text, { start: marker.start, end: marker.end, insert: `[${from}–${from + 4}]` }),
      expect: [{ code: "citation-pile", quote: claim.text }],
      open: ["note-out-of-order"],
    };
  }
};

/** English sentences whose findings are plain. */
const insertions = [
  ["Nobody has counted the lamps in the northern harbour.", []],
  ["About 12% of the lamps in the harbour were lost.", ["number-uncited"]],
] as const;
const uncited: Kind = function* (base) {
  const paragraphs = new Map<number, Statement[]>();
  for (const s of base.analysis.statements)
    if (s.paragraph !== null) paragraphs.set(s.block, [...(paragraphs.get(s.block) ?? []), s]);
  for (const list of paragraphs.values()) {
    const [first, last] = [list[0]!, list.at(-1)!];
    if (list.length < 2 || first.kind !== "claim" || last.kind !== "claim") continue;
    for (const [sentence, more] of insertions) {
      if (last.markers.length > 0)
        yield {
          kind: "a claim behind the last marker of its paragraph",
          text: edited(base.text, { start: last.end, end: last.end, insert: ` ${sentence}` }),
          expect: [{ code: "uncited-claim", quote: sentence }, ...more.map((code) => ({ code }))],
        };
      if (list.some((s) => s.markers.length > 0))
        yield {
          kind: "a claim before the first marker of its paragraph",
          text: edited(base.text, { start: first.start, end: first.start, insert: `${sentence} ` }),
          expect: [{ code: "citation-scope-unclear", quote: sentence }],
        };
    }
    if (list.some((s) => s.markers.length > 0)) {
      const [sentence] = insertions[0];
      const second = "The wardens kept no list of them.";
      yield {
        kind: "a paragraph without a marker",
        text: edited(base.text, {
          start: first.start,
          end: first.start,
          insert: `${sentence} ${second}\n\n`,
        }),
        expect: [
          { code: "uncited-claim", quote: sentence },
          { code: "uncited-claim", quote: second },
          { code: "uncited-paragraph", quote: sentence },
        ],
      };
    }
  }
};

const badEtAl: Kind = function* (base) {
  for (const note of base.analysis.notes) {
    const at = slice(base, { start: note.bodyStart, end: note.bodyEnd }).indexOf("et al.");
    if (at < 0) continue;
    const start = note.bodyStart + at;
    yield {
      kind: "et. al. for et al.",
      text: edited(base.text, { start, end: start + 6, insert: "et. al." }),
      expect: [{ code: "malformed-et-al", quote: "et. al." }],
    };
  }
};

/** Every defect, in the order of the catalogue. */
export const kinds: readonly Kind[] = [
  dropNote,
  dropMarker,
  duplicateLabel,
  skipNumber,
  swapMarkers,
  emptyNote,
  compound,
  uncited,
  misspell,
  lostEntry,
  secondWork(false),
  secondWork(true),
  shortBeforeFull,
  compoundBeforeIbid,
  ibidFirst,
  vague,
  wrongPage,
  onePage,
  secondHand,
  pile,
  lostYear,
  badEtAl,
  badIdentifier,
  otherYear,
  twiceInList,
  unusedEntry,
];
