/** Walks through a note: citation, remark, citation, sentence … to the end. Offsets are into the body. */
import type { Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { JUDGE_BEHIND } from "../canadian/parts.ts";
import { findInterview } from "../interview.ts";
import { LETTER } from "../legal-letter.ts";
import { aliasIn } from "./alias.ts";
import { fullEvidence } from "./full.ts";
import { type KnownWorks, NoteReader } from "./read-at.ts";
import { endWithout, type Reading, reading } from "./reading.ts";
import { type Cutter, rescue } from "./rescue.ts";
import { innerStarts, meansOwnText, readLead } from "./signals.ts";
import { findStops, type Stop, tidy } from "./stops.ts";
import { findVague } from "./vague.ts";

export interface CutCite {
  readonly start: number;
  end: number;
  readonly reading: Reading;
  readonly prefix: string | null;
  suffix: string | null;
}

export interface Cut {
  readonly cites: readonly CutCite[];
  readonly commentary: readonly Span[];
  readonly stops: readonly Stop[];
}

const QUOTED = /^:\s+([„“«"][^”“»"]{1,360}[”“»"])/u;
const BRACKET = /^\s*(\((?:[^()]|\([^()]*\)){1,300}\)|\[[^\]]{1,300}\])/u;

/** Returns the citations and the commentary of a note's body. Linear in the body for a bounded citation length. */
export function cutNote(body: string, known: KnownWorks, cutter: Cutter | null = null): Cut {
  const stops = findStops(body);
  const reader = new NoteReader(body, stops, known);
  const cites: CutCite[] = [];
  const commentary: Span[] = [];
  let at = 0;
  let fresh = true;
  while (at < body.length) {
    const lead = readLead(body, at);
    if (lead.start >= body.length) break;
    // A sentence that begins before its signal: "But see infra note 13" begins at "But".
    const sentence = reader.sentenceStart(at, lead.start);
    if (sentence !== null) {
      at = sentence;
      fresh = true;
    }
    const vague = fresh ? unpublished(body, lead.start, reader) : null;
    const found = vague ?? reader.read(lead.start) ?? anotherYear(body, lead.start, cites.at(-1));
    if (found) {
      const cite: CutCite = {
        start: lead.start,
        end: found.end,
        reading: found,
        prefix: lead.signal,
        suffix: found.suffix,
      };
      cites.push(cite);
      at = takeAside(body, cite);
      fresh = false;
      continue;
    }
    const stop = reader.sentenceStop(lead.start, true);
    const inner = innerCite(body, reader, lead.start, stop.at);
    if (inner) {
      if (fresh || cites.length === 0) commentary.push(tidy(body, { start: lead.start, end: inner.start }));
      cites.push(inner);
      at = takeAside(body, inner);
      fresh = false;
      continue;
    }
    const last = cites.at(-1);
    const between = last ? body.slice(last.end, lead.start) : "";
    if (!fresh && last && !between.includes(";")) {
      // A clause behind a comma comments on the citation; without a mark the sentence simply goes on.
      const clause = tidy(body, { start: last.end, end: stop.at });
      if (/[,(]/.test(between)) remark(body, last, clause);
      commentary.push({ start: Math.max(clause.start, at), end: clause.end });
    } else {
      const sentence = tidy(body, { start: fresh ? at : lead.start, end: stop.at });
      const object = findVague(body.slice(sentence.start, sentence.end));
      if (object) {
        const [start, end] = [sentence.start + object.start, sentence.start + object.end];
        cites.push({ start, end, reading: reading("vague", end), prefix: null, suffix: null });
      }
      if (sentence.end > sentence.start) commentary.push(sentence);
    }
    at = Math.max(stop.next, lead.start + 1);
    fresh = true;
  }
  const rest = joined(body, commentary);
  if (!cutter) return { cites, commentary: rest, stops };
  const found = rescue(body, rest, cutter);
  if (found.cites.length === 0) return { cites, commentary: rest, stops };
  const more = found.cites.map((cite) => ({ ...cite, prefix: null, suffix: null }));
  const vague = cites.filter(
    (c) => c.reading.form !== "vague" || !more.some((m) => m.start < c.end && c.start < m.end),
  );
  const all = [...vague, ...more].sort((a, b) => a.start - b.start);
  return { cites: all, commentary: joined(body, found.commentary), stops };
}

/** Sentences of commentary that follow one another are one stretch; marks alone are none. */
function joined(body: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    if (!/[\p{L}\d]/u.test(body.slice(span.start, span.end))) continue;
    const last = out.at(-1);
    if (last && /^[\s.;,]*$/.test(body.slice(last.end, span.start)))
      out[out.length - 1] = { start: last.start, end: span.end };
    else out.push(span);
  }
  return out;
}

/** A conversation has a day as well; it says nothing of a work. */
const undated = (text: string): string =>
  text.replace(/\(?(?:\d{1,2}\.?\s\p{L}+\.?\s|\p{L}+\.?\s\d{1,2},\s|\p{L}+\s)\d{4}\)?/gu, "");

/** A sentence that cites something unpublished is one vague citation, whatever its semicolons. */
function unpublished(body: string, at: number, reader: NoteReader): Reading | null {
  const stop = reader.sentenceStop(at, false);
  const sentence = body.slice(at, stop.at);
  // "E-mail from … to author (Jan. 12, 2022) (on file with author)" names its writer and its day.
  if (LETTER.test(sentence.replace(/\s/g, " "))) return null;
  // Who was asked is named, and when: "Interview with Paul Aubin, miller, 3 May 2004", or "with Aubin" later on.
  const told = (part: string): boolean => findInterview(part.trimStart()) !== null || reader.knowsTalk(part);
  if (sentence.split(";").some(told)) return null;
  const found = findVague(sentence);
  // "Own calculation from Lenk, “Two Rivers,” table 1" names a work after all.
  const inner = found ? innerCite(body, reader, at, stop.at) : null;
  if (
    inner &&
    (inner.reading.form !== "full" || fullEvidence(undated(body.slice(inner.start, inner.end))) === "strong")
  )
    return null;
  if (!found || found.start > 0 || fullEvidence(undated(sentence)) === "strong") return null;
  return reading("vague", at + found.end);
}

/** "Smith 1990a: 12; 1990b: 33": a year alone behind a dated citation has its names. */
function anotherYear(body: string, at: number, last: CutCite | undefined): Reading | null {
  if (!last || last.reading.year === null || !/^[\s;,]+\(?$/.test(body.slice(last.end, at))) return null;
  const m = /^((?:1[5-9]|20)\d{2}[a-z]?)\)?(?![\d\p{L}])/u.exec(body.slice(at, at + 12));
  if (!m) return null;
  const pin = /^[,:]?\s/.test(body.slice(at + m[0].length)) ? parsePinpoint(body, at + m[0].length) : null;
  const { names, namesTruncated } = last.reading;
  const end = pin?.end ?? at + m[0].length;
  return reading("short", end, { names, namesTruncated, year: m[1]!, pinpoint: pin?.pinpoint ?? null });
}

/** "a.a.O.", "op. cit." */
const WORK_CITED = /\ba\.\s?a\.\s?O|\b(?:op|art|loc)\.\s?cit/iu;

function innerCite(body: string, reader: NoteReader, from: number, to: number): CutCite | null {
  for (const place of innerStarts(body, from, to)) {
    const lead = readLead(body, place.at);
    const found = reader.read(lead.start);
    if (!found?.closed || found.end > to + 1) continue;
    // "in Oxford, 1990": behind a mere preposition only a described or dated work counts, or one that was named before.
    const bare = found.form === "short" && found.year === null && found.title === null;
    const again = WORK_CITED.test(body.slice(lead.start, found.end)) || reader.knowsPage(found);
    if (!place.strong && bare && !again) continue;
    const said = body.slice(from, lead.start);
    if (found.form === "supra" && found.names.length === 0 && meansOwnText(said)) continue;
    const prefix = said.slice(0, endWithout(said, "([,"));
    return {
      start: lead.start,
      end: found.end,
      reading: found,
      prefix: prefix === "" ? null : prefix,
      suffix: null,
    };
  }
  return null;
}

/** Takes brackets and what is quoted behind a colon, right behind a citation, into its suffix and returns where they end. */
function takeAside(body: string, cite: CutCite): number {
  let end = cite.end;
  for (let n = 0; n < 4; n++) {
    const rest = body.slice(end, end + 400);
    const m = BRACKET.exec(rest);
    if (!m) break;
    // The name given for later citations belongs to the citation itself.
    if (cite.reading.form === "full" && aliasIn(rest) !== null) cite.end = end + m[0].length;
    else cite.suffix = cite.suffix === null ? m[1]! : `${cite.suffix} ${m[1]!}`;
    end += m[0].length;
  }
  const judge = JUDGE_BEHIND.exec(body.slice(end, end + 200));
  if (judge) {
    cite.suffix = cite.suffix === null ? judge[1]! : `${cite.suffix} ${judge[1]!}`;
    end += judge[0].length;
  }
  const quoted = QUOTED.exec(body.slice(end, end + 400));
  if (!quoted || cite.reading.pinpoint === null) return end;
  cite.suffix = cite.suffix === null ? quoted[1]! : `${cite.suffix} ${quoted[1]!}`;
  return end + quoted[0].length;
}

function remark(body: string, cite: CutCite, span: Span): void {
  const said = body.slice(span.start, span.end);
  const words = said.slice(0, endWithout(said, "."));
  if (words === "") return;
  cite.suffix = cite.suffix === null ? words : `${cite.suffix} ${words}`;
}
