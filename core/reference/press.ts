/**
 * The grammar of newspaper pieces: in German with the number of the paper, "Eisnot, in: Wörntaler Bote, Nr. 18 vom
 * 2. März 1873", letters of readers, in American law without quotation marks, "Maya Trent, Hooked, Pellham Trib., Jan. 29, 2017".
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, groups, people, pinned, put } from "./legal-build.ts";

const LONGEST = 500;

/** Asked first: the whole pattern is long. */
const SEEN = /,\s[iI]n:?\s.*(?:Nr\.|No\.|Ausg(?:abe|\.)|H(?:eft|\.))\s?\d/su;
const PIECE =
  /^(?:((?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+,\s\p{Lu}[\p{L}.’' -]+):\s)?[„“«"]?([^„“«»"]{3,300}?)[“”»"]?,\s[iI]n:?\s(\p{Lu}[^,;:()]{2,80}),\s(?:(?:Jg\.|Jahrgang|Bd\.)\s?(\d{1,4})(?:\s\(\d{4}\))?,\s)?(?:Nr\.|No\.|Ausg(?:abe|\.)|H(?:eft|\.))\s?(\d{1,4}[a-z]?)(?:\s(?:vom|v\.)\s|,\s(?:vom\s)?|\s\()(\d{1,2}\.\s?(?:\p{L}+\.?|\d{1,2}\.)\s?\d{4})\)?(?:,\s((?:S\.|Sp\.)\s?\d(?:[^,;]{0,14}\d)?(?:\sff?\.)?))?\.?$/du;

/** What a paper is called, spelt out or cut short as American lawyers do. */
const PAPER =
  /(?:^|\s)(?:Trib|Times|Post|News|Her|Herald|Gaz|Gazette|Chron|Chronicle|Cour|Courier|Bull|Bulletin|Press|Sun|Globe|Star|Dispatch|Examiner|Observer|Daily|J|Journal|Ledger|Reg|Register|Rec|Record|Sentinel|Standard|Telegraph|Mag|Magazine|Wkly|Weekly|Monitor|Leader|Mercury|Guardian|Inquirer|Independent|Argus|Mirror|Mail|Echo|Union)\.?$/u;
// Blanks stand where a note has read the page already.
const AMERICAN =
  /^(?:(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}\.)?(?:\s\p{Lu}[\p{L}’'-]+){1,2}),\s)?(\p{Lu}[^;:“”"()]{2,160}?),\s(\p{Lu}[\p{L}.&’']*(?:\s\p{Lu}[\p{L}.&’']*){0,4}),\s((?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.\s\d{1,2},\s\d{4}|(?:May|June|July)\s\d{1,2},\s\d{4})(?:,\sat\s([A-Z]?\d{1,3})|,?\s{3,12})?(?:,\s(?:available\sat\s)?(https?:\/\/[^\s<>]{4,300}[^\s<>.,;)])(?:\s\[https?:[^\]]{4,80}\])?)?\.?$/du;

/** "Zuschrift von Kaufmann E. Lohse, in: Tageblatt, 3. Mai 1908, S. 4": a reader's letter has no title but this. */
const READERS_LETTER =
  /^((?:Zuschrift|Leserbrief|Leserzuschrift|Einsendung|Offener\sBrief)\s(?:von|des|der)\s([^,;:„“«»"()\d]{3,80})),\s[iI]n:?\s(\p{Lu}[^,;:()]{2,80}),\s(?:(?:Nr\.|Ausg\.)\s?(\d{1,4}[a-z]?)(?:,|\svom|\sv\.)\s)?(\d{1,2}\.\s?(?:\p{L}+\.?|\d{1,2}\.)\s?\d{4})(?:,\s((?:S\.|Sp\.)\s?\d(?:[^,;]{0,14}\d)?))?\.?$/du;
/** Behind his trade or title stands the writer's name: "Kaufmann E. Lohse", "Lehrers Karl Brand". */
const WRITER = /(?:(?:\p{Lu}\.\s?){1,3}|\p{Lu}\p{Ll}+\s)?(?:(?:von|van|de)\s)?\p{Lu}\p{Ll}[\p{L}’'-]*$/u;

function readReadersLetter(raw: string, text: string): ParsedReference | null {
  const m = READERS_LETTER.exec(text);
  const writer = m && WRITER.exec(m[2]!);
  if (!m || !writer) return null;
  const [, title, signed, paper, issue, day, place] = groups(m);
  const b = new Builder(raw);
  const from = signed!.start + writer.index;
  put(b, "title", { start: title!.start, end: from });
  b.draft.title = m[1]!;
  people(b, { start: from, end: title!.end });
  put(b, "container-title", paper);
  put(b, "issue", issue);
  dated(b, day);
  pinned(b, place);
  return b.finish("article-newspaper", "certain");
}

/** "Gazeta do Norte, n.º 12, 3 de junho de 1871": an issue of a paper in Spanish or Portuguese, no minutes and no letter. */
const IBERIAN_ISSUE =
  /^(?!(?:Cartas?|Actas?|Atas?|Libros?|Livros?|Ofícios?|Sess(?:ão|ões)|Sesi[oó]n(?:es)?|Autos?|Testamento|Requerimento|Diário de|Diario de|Entrevista)\s)(\p{Lu}[^,;:()«»“”"\d]{2,60}),\s(?:(?:n\.?[º°o]\.?|núm\.)\s?(\d{1,6}),\s)?(?:de\s)?(\d{1,2}\sde\s\p{L}{4,10}\sde\s\d{4})(?:,\s(pp?\.\s?\d[\d–-]{0,10}))?$/du;

function readIberianIssue(raw: string, text: string): ParsedReference | null {
  const m = IBERIAN_ISSUE.exec(text);
  if (!m) return null;
  const [, paper, issue, day, place] = groups(m);
  const b = new Builder(raw);
  put(b, "container-title", paper);
  put(b, "issue", issue);
  dated(b, day);
  pinned(b, place);
  return b.draft.issued === undefined ? null : b.finish("article-newspaper", "likely");
}

function readAmerican(raw: string, text: string): ParsedReference | null {
  const m = AMERICAN.exec(text);
  if (!m || !PAPER.test(m[3]!)) return null;
  const g = groups(m);
  const b = new Builder(raw);
  if (g[1]) people(b, g[1]);
  put(b, "title", g[2]);
  put(b, "container-title", g[3]);
  dated(b, g[4]);
  pinned(b, g[5]);
  if (g[6]) {
    b.draft.URL = m[6]!;
    b.prove("URL", g[6], "certain", "identifier");
  }
  return b.finish("article-newspaper", "certain");
}

/** Returns the piece where the whole string is such a citation, else null. Time bounded by the length limit. */
export function parsePress(raw: string): ParsedReference | null {
  const text = raw.trimEnd();
  if (text.length > LONGEST) return null;
  const letter = readReadersLetter(raw, text);
  if (letter) return letter;
  const m = SEEN.test(text) ? PIECE.exec(text) : null;
  if (!m) return readAmerican(raw, text) ?? readIberianIssue(raw, text);
  const g = groups(m);
  const b = new Builder(raw);
  if (g[1]) people(b, g[1]);
  put(b, "title", g[2]);
  put(b, "container-title", g[3]);
  put(b, "volume", g[4]);
  put(b, "issue", g[5]);
  dated(b, g[6]);
  pinned(b, g[7]);
  return b.finish("article-newspaper", "certain");
}
