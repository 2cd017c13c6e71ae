/** Cuts a reference into labelled segments by the shapes of the common styles. */
import type { Label, Segment } from "./segment.ts";

const YEAR = "(?:1[4-9]|20)\\d\\d[a-z]?";
const NUMBER = "[A-Za-z]?\\d[\\w.]*";
const PAGES =
  "(?:pp?\\.\\s*|S\\.\\s*)?[A-Za-z]?\\d[\\w.]*(?:\\s*[-–—]{1,2}\\s*\\w+)?(?:,\\s*[ivxl]+-[ivxl]+)?";

interface Shape {
  readonly pattern: RegExp;
  readonly labels: readonly Label[];
}

const shape = (source: string, ...labels: Label[]): Shape => ({ pattern: new RegExp(source, "du"), labels });

const SHAPES: readonly Shape[] = [
  // Vancouver: authors. title. journal. 2010 Dec;6(12):674.
  shape(
    `^(.{2,2000}?)(?<!\\bet)\\.\\s+(.{4,600}?[.?!])\\s+([^.]{2,120}?)\\.\\s+(${YEAR}[^;:]{0,20});\\s*(${NUMBER})(?:\\(([^)]{1,20})\\))?:\\s*(${PAGES})`,
    "author",
    "title",
    "journal",
    "date",
    "volume",
    "issue",
    "pages",
  ),
  // Vancouver chapter and book.
  shape(
    `^(.{2,2000}?)(?<!\\bet)\\.\\s+(.{4,600}?)\\.\\s+In:\\s+(.{2,200}?),?\\s+editors?\\.\\s+(.{3,300}?)\\.\\s+(?:(\\d+\\w+ ed)\\.\\s+)?([^.;:]{2,60}):\\s+([^;]{2,80});\\s*(${YEAR})\\.\\s*(${PAGES})`,
    "author",
    "title",
    "editor",
    "container",
    "edition",
    "location",
    "publisher",
    "date",
    "pages",
  ),
  shape(
    `^(.{2,2000}?)(?<!\\bet)\\.\\s+(.{4,400}?)\\.\\s+(?:(\\d+\\w+ ed)\\.\\s+)?([^.;:]{2,60}):\\s+([^;]{2,80});\\s*(${YEAR})`,
    "author",
    "title",
    "edition",
    "location",
    "publisher",
    "date",
  ),
  // APA: authors (2010). title. journal, 6(12), 674.
  shape(
    `^(.{2,2000}?)\\s*\\((${YEAR}[^)]{0,20})\\)\\.?\\s+(.{3,600}?)\\.\\s+In\\s+(.{2,200}?)\\s+\\(Eds?\\.\\),\\s+(.{3,300}?)\\s+\\((${PAGES})\\)\\.\\s+(?:([^.:]{2,60}):\\s+)?(.{2,80}?)\\.?$`,
    "author",
    "date",
    "title",
    "editor",
    "container",
    "pages",
    "location",
    "publisher",
  ),
  shape(
    `^(.{2,2000}?)\\s*\\((${YEAR}[^)]{0,20})\\)\\.?\\s+(.{3,600}?)[.?!]\\s+([^,]{2,200}),\\s+(${NUMBER})(?:\\(([^)]{1,20})\\))?,\\s+(${PAGES})`,
    "author",
    "date",
    "title",
    "journal",
    "volume",
    "issue",
    "pages",
  ),
  shape(
    `^(.{2,2000}?)\\s*\\((${YEAR}[^)]{0,20})\\)\\.?\\s+(.{3,600}?)\\.\\s+(?:([^.:]{2,60}):\\s+)?([^.]{2,80})\\.?$`,
    "author",
    "date",
    "title",
    "location",
    "publisher",
  ),
  // Quoted titles: authors, "title," journal, vol. 14, no. 3, pp. 211-226, 2012.
  shape(
    `^(.{2,2000}?)[,.]?\\s+["“‘«](.{3,600}?)[,.?!]?["”’»][,.]?\\s+(?:in:?\\s+)?([^\\d"“]{2,200}?),?\\s+(?:vol\\.\\s+)?(${NUMBER})(?:,\\s+no\\.\\s+(${NUMBER}))?,\\s+(?:pp\\.\\s+(\\d[^,]{0,20}),\\s+)?(${YEAR})(?:,\\s+(?:pp\\.\\s+)?(${PAGES}))?`,
    "author",
    "title",
    "journal",
    "volume",
    "issue",
    "pages",
    "date",
    "pages",
  ),
  shape(
    `^(.{2,2000}?)[,.]?\\s+["“‘«](.{3,600}?)[,.?!]?["”’»][,.]?\\s+([^\\d"“]{2,200}?),?\\s+(${NUMBER})(?:,\\s+no\\.\\s+(${NUMBER}))?\\s+\\((${YEAR})\\)[:,]\\s+(${PAGES})`,
    "author",
    "title",
    "journal",
    "volume",
    "issue",
    "date",
    "pages",
  ),
  shape(
    `^(?:(.{2,2000}?)[,.]?\\s+)?["“‘«](.{3,600}?)[,.?!]?["”’»][,.]?\\s+([^\\d"“]{2,200}?),\\s+((?:\\d+ )?(?:\\p{L}+\\.? )?${YEAR})`,
    "author",
    "title",
    "journal",
    "date",
  ),
  // Notes: author, title (place: publisher, 1958), p. 91
  shape(
    `^([^:(]{2,300}?)[,:]\\s+([^(]{3,400}?)[,.]?\\s+\\(?([^(:,]{2,60}):\\s+([^:]{2,80}?),?\\s+(${YEAR})\\)?(?:,\\s+(${PAGES}))?`,
    "author",
    "title",
    "location",
    "publisher",
    "date",
    "pages",
  ),
  shape(
    `^(.{2,2000}?)(?<!\\bet)\\.\\s+(.{3,400}?)\\.\\s+([^.:]{2,60}):\\s+(.{2,80}?),\\s+(${YEAR})`,
    "author",
    "title",
    "location",
    "publisher",
    "date",
  ),
  shape(
    `^(.{2,2000}?)(?<!\\bet)\\.\\s+(.{3,400}?)\\.\\s+([^.,]{2,80}),\\s+(${YEAR})`,
    "author",
    "title",
    "publisher",
    "date",
  ),
];

/** Returns the segments of the first style whose shape the string has; else title and year only. */
export function segmentByRule(raw: string): Segment[] {
  const text = raw.slice(0, 4000);
  for (const { pattern, labels } of SHAPES) {
    const indices = pattern.exec(text)?.indices;
    if (!indices) continue;
    const out: Segment[] = [];
    labels.forEach((label, i) => {
      const at = indices[i + 1];
      if (at) out.push({ label, start: at[0], end: at[1], confidence: 0.8 });
    });
    return out.sort((a, b) => a.start - b.start);
  }
  const out: Segment[] = [];
  const year = /(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)/d.exec(text);
  if (year) out.push({ label: "date", start: year.index, end: year.index + year[0].length, confidence: 0.6 });
  return out;
}
