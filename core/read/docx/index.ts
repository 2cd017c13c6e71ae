/**
 * Word files to text, blocks and hints, from the XML itself: real footnotes and endnotes, citation fields, raised
 * letters, lists, tables. Deleted text, comments and hidden text are left out, and the notices say so. Longer than most files: fields, notes and
 * revisions may stand inside one another, and all write through the one builder.
 */
import type { BlockKind, Csl, Hint, Notice, Span } from "../../model.ts";
import { createBuilder, type OpenSpan, type TextBuilder } from "../builder.ts";
import { isoDate } from "../dates.ts";
import { callLabel, printedLabel } from "../labels.ts";
import type { Budget } from "../limits.ts";
import { Refusal } from "../problem.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { child, elements, isXml, parseXml, textAt, walkXml, type XmlElement, xmlText } from "../xml.ts";
import { type Field, readControlTag, readField } from "./citations.ts";
import { openWord, type WordPackage } from "./package.ts";
import { isOn, readStyles, type Style, val } from "./styles.ts";
import { type Survey, surveyBody } from "./survey.ts";
import { symbolLetter } from "./symbols.ts";
import { wordSources } from "./word-sources.ts";

export const readDocx: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const word = openWord(bytes, budget);
  const body = child(word.document, "w:body");
  if (body === null)
    throw new Refusal("damaged", "The Word document has no body.", "Save it again as .docx.", 0);
  const styleOf = readStyles(word.styles);
  const survey = surveyBody(body, styleOf, word.numbering, word.settings);
  const builder = createBuilder(budget);
  const writer = new Writer(builder, budget, word, styleOf, survey);
  writer.body(body);
  writer.notes();
  const built = builder.build();
  const first = built.blocks.find(({ kind, level }) => kind === "heading" && level === 1);
  const heading = first ? built.text.slice(first.start, first.end) : null;
  return {
    ...built,
    ...facts(word, heading),
    bibliography: [...bibliography, ...wordSources(word.custom), ...writer.records()],
    origins: [],
    notices: [...built.notices, ...writer.notices()],
  };
};

function facts({ core, settings, styles }: WordPackage, heading: string | null) {
  const named = core && textAt(core, "dc:title");
  const useless = named === null || /^(?:microsoft word\b|document ?\d*$|untitled)/i.test(named);
  const defaults = styles && child(styles, "w:docDefaults");
  const run = defaults && child(defaults, "w:rPrDefault");
  const language = val(run && child(run, "w:rPr"), "w:lang") ?? val(settings, "w:themeFontLang");
  return {
    title: useless ? heading : named,
    language: language === null || language === "" ? null : language,
    date: isoDate(core && (textAt(core, "dcterms:modified") ?? textAt(core, "dcterms:created"))),
  };
}

interface Place {
  readonly kind: BlockKind;
  /** The part the text stands in; its links have their own addresses. */
  readonly part: "document" | "footnotes" | "endnotes";
  readonly inRow: boolean;
}

interface OpenField {
  instruction: string;
  field: Field | null;
  span: OpenSpan | null;
}

class Writer {
  readonly #builder: TextBuilder;
  readonly #budget: Budget;
  readonly #word: WordPackage;
  readonly #styleOf: (id: string | null) => Style;
  readonly #survey: Survey;
  readonly #fields: OpenField[] = [];
  readonly #records = new Map<string, Csl>();
  readonly #left = { deletions: 0, comments: 0, hidden: 0 };
  readonly #boxes: XmlElement[] = [];
  readonly #marks = new Map<string, string>();
  #bibliographies = 0;
  #entries = 0;
  #tables = 0;
  #customMark: string | null = null;

  constructor(
    builder: TextBuilder,
    budget: Budget,
    word: WordPackage,
    styleOf: (id: string | null) => Style,
    survey: Survey,
  ) {
    this.#builder = builder;
    this.#budget = budget;
    this.#word = word;
    this.#styleOf = styleOf;
    this.#survey = survey;
  }

  body(body: XmlElement): void {
    this.#blocks(body, { kind: "paragraph", part: "document", inRow: false });
  }

  records(): readonly Csl[] {
    return [...this.#records.values()];
  }

  notices(): Notice[] {
    const { deletions, comments, hidden } = this.#left;
    const say = (n: number, one: string, many: string): Notice[] =>
      n === 0 ? [] : [{ message: `${n} ${n === 1 ? one : many} left out.`, span: null }];
    return [
      ...say(deletions, "tracked deletion was", "tracked deletions were"),
      ...say(comments, "comment was", "comments were"),
      ...say(hidden, "run of hidden text was", "runs of hidden text were"),
    ];
  }

  #blocks(parent: XmlElement, place: Place): void {
    for (const element of elements(parent)) {
      switch (element.name) {
        case "w:p":
          this.#paragraph(element, place);
          break;
        case "w:tbl":
          this.#table(element, place);
          break;
        case "w:sdt":
          this.#control(element, () => this.#blocks(child(element, "w:sdtContent") ?? nothing, place));
          break;
        case "w:del":
        case "w:moveFrom":
          this.#leaveOut("deletions", "deleted text");
          break;
        default:
          if (/^w:(?:ins|moveTo|customXml|smartTag|body|txbxContent)$/.test(element.name))
            this.#blocks(element, place);
      }
    }
  }

  #paragraph(paragraph: XmlElement, place: Place): void {
    const facts = this.#survey.paragraphs.get(paragraph);
    const entry = this.#survey.entries.get(paragraph);
    const style = facts?.style ?? this.#styleOf(val(child(paragraph, "w:pPr"), "w:pStyle"));
    const listed = (this.#bibliographies > 0 || opensBibliography(paragraph)) && style.level === null;
    if (place.inRow) {
      this.#builder.text(" ");
      this.#runs(paragraph, place);
    } else if (entry !== undefined || listed) {
      this.#entry(paragraph, entry ?? { id: `entry-${++this.#entries}`, type: "reference" }, place);
    } else {
      const level = facts?.level ?? null;
      if (place.kind !== "paragraph") this.#builder.block(place.kind);
      else if (level !== null) this.#builder.block("heading", level);
      else if (style.name === "caption") this.#builder.block("caption");
      else if (/^toc(?: \d|$)/.test(style.name)) this.#builder.block("chrome");
      else if (style.name.startsWith("bibliography")) this.#builder.block("reference");
      else this.#builder.block(facts?.list ? "list-item" : "paragraph");
      this.#runs(paragraph, place);
      this.#builder.block(place.kind);
    }
    for (const box of this.#boxes.splice(0)) if (!place.inRow) this.#blocks(box, place);
  }

  #entry(
    paragraph: XmlElement,
    { id, type }: { id: string; type: "footnote" | "endnote" | "reference" },
    place: Place,
  ): void {
    const builder = this.#builder;
    const shown = this.#survey.paragraphs.get(paragraph)?.shown ?? null;
    builder.block(type === "reference" ? "reference" : "note");
    const span = builder.open();
    if (shown !== null) builder.text(`${shown.shown} `);
    const body = builder.open();
    this.#runs(paragraph, place);
    const words = builder.close(body);
    const whole = builder.close(span);
    builder.block(place.kind);
    if (whole === null || words === null) return;
    const printed = shown === null ? printedLabel(builder.read(whole.start, whole.end), null) : null;
    builder.hint({
      kind: "note-body",
      ...whole,
      id,
      label: shown?.bare ?? printed?.label ?? null,
      type,
      bodyStart: printed === null ? words.start : Math.min(whole.end, whole.start + printed.length),
    });
  }

  #table(table: XmlElement, place: Place): void {
    const rows = elements(table, "w:tr");
    const cellsOf = (row: XmlElement): XmlElement[] =>
      elements(row)
        .flatMap((cell) =>
          cell.name === "w:sdt" ? elements(child(cell, "w:sdtContent") ?? nothing) : [cell],
        )
        .filter(({ name }) => name === "w:tc");
    const single = rows.length === 1 && cellsOf(rows[0]!).length === 1;
    const long = rows.some((row) => cellsOf(row).some((cell) => elements(cell, "w:p").length > 4));
    if (place.inRow || single || long) {
      for (const row of rows) for (const cell of cellsOf(row)) this.#blocks(cell, place);
      return;
    }
    const id = ++this.#tables;
    for (const row of rows) {
      if (xmlText(row).trim() === "") continue;
      this.#builder.row(id);
      cellsOf(row).forEach((cell, i) => {
        if (i > 0) this.#builder.text(" | ");
        this.#blocks(cell, { ...place, inRow: true });
      });
    }
    this.#builder.block(place.kind);
  }

  /** A content control: Mendeley and Word keep citations and bibliographies in them. */
  #control(control: XmlElement, write: () => void): void {
    const properties = child(control, "w:sdtPr");
    const field = readControlTag(val(properties, "w:tag") ?? "");
    const parts = properties === null ? [] : elements(properties);
    const gallery = parts.some((part) => part.name === "w:bibliography") ? 1 : 0;
    const listing = field.kind === "bibliography" ? 1 : gallery;
    this.#bibliographies += listing;
    const span = this.#builder.open();
    write();
    const words = this.#builder.close(span);
    this.#bibliographies -= listing;
    if (words !== null) this.#fieldHint(field, words);
  }

  #runs(parent: XmlElement, place: Place): void {
    for (const element of elements(parent)) this.#inline(element, place);
  }

  #inline(element: XmlElement, place: Place): void {
    switch (element.name) {
      case "w:r":
        this.#run(element, place);
        break;
      case "w:hyperlink":
        this.#hyperlink(element, place);
        break;
      case "w:fldSimple": {
        const span = this.#builder.open();
        const field = readField(element.attributes["w:instr"] ?? "", () => null);
        this.#runs(element, place);
        const words = this.#builder.close(span);
        if (words !== null) this.#fieldHint(field, words);
        break;
      }
      case "w:sdt":
        this.#control(element, () => this.#runs(child(element, "w:sdtContent") ?? nothing, place));
        break;
      case "w:del":
      case "w:moveFrom":
        this.#leaveOut("deletions", "deleted text");
        break;
      case "w:ruby":
        this.#runs(child(element, "w:rubyBase") ?? nothing, place);
        break;
      case "m:oMath":
      case "m:oMathPara":
        this.#builder.text(mathText(element));
        break;
      default:
        if (/^w:(?:ins|moveTo|smartTag|customXml|dir|bdo|p)$/.test(element.name)) this.#runs(element, place);
    }
  }

  #hyperlink(element: XmlElement, place: Place): void {
    const url = this.#word.links.get(`${place.part} ${element.attributes["r:id"] ?? ""}`);
    const target = this.#survey.bookmarks.get(element.attributes["w:anchor"] ?? "");
    const span = this.#builder.open();
    this.#runs(element, place);
    const words = this.#builder.close(span);
    if (words === null) return;
    if (target !== undefined) this.#builder.hint({ kind: "note-call", ...words, target });
    else if (url !== undefined && /^https?:/i.test(url)) this.#builder.hint({ kind: "link", ...words, url });
  }

  #leaveOut(what: "deletions" | "comments" | "hidden", words: string): void {
    this.#left[what]++;
    const at = this.#builder.position();
    this.#builder.hint({ kind: "left-out", start: at, end: at, what: words });
  }

  #run(run: XmlElement, place: Place): void {
    const properties = child(run, "w:rPr");
    if (isOn(properties, "w:vanish")) {
      if (xmlText(run).trim() !== "" && child(run, "w:t") !== null) this.#leaveOut("hidden", "hidden text");
      return;
    }
    const style = this.#styleOf(val(properties, "w:rStyle"));
    const align = val(properties, "w:vertAlign");
    const lifted = Number(val(properties, "w:position") ?? 0) >= 4;
    const raised = align === null ? style.superscript || lifted : align === "superscript";
    const kinds: ("superscript" | "subscript" | "emphasis")[] = [];
    if (raised) kinds.push("superscript");
    if (align === "subscript") kinds.push("subscript");
    if (isOn(properties, "w:i") ?? style.emphasis) kinds.push("emphasis");
    const span = kinds.length > 0 ? this.#builder.open() : null;
    for (const node of run.children) if (isXml(node)) this.#content(node, place);
    const words = span === null ? null : this.#builder.close(span);
    if (words !== null) for (const kind of kinds) this.#builder.hint({ kind, ...words });
  }

  #content(element: XmlElement, place: Place): void {
    const builder = this.#builder;
    switch (element.name) {
      case "w:t": {
        const words = xmlText(element);
        if (this.#customMark !== null) this.#ownMark(words);
        else builder.text(words.replace(/\u00ad/g, ""));
        break;
      }
      case "w:tab":
      case "w:ptab":
        builder.text(" ");
        break;
      case "w:br":
      case "w:cr":
        if (place.inRow || element.attributes["w:type"] === "page") builder.text(" ");
        else builder.lineBreak();
        break;
      case "w:noBreakHyphen":
        builder.text("\u2011");
        break;
      case "w:sym":
        builder.text(symbolLetter(element.attributes["w:font"] ?? "", element.attributes["w:char"] ?? ""));
        break;
      case "w:footnoteReference":
        this.#call(`footnote ${element.attributes["w:id"] ?? ""}`);
        break;
      case "w:endnoteReference":
        this.#call(`endnote ${element.attributes["w:id"] ?? ""}`);
        break;
      case "w:commentReference":
        this.#leaveOut("comments", "comment");
        break;
      case "w:fldChar":
        this.#fieldChar(element.attributes["w:fldCharType"] ?? "");
        break;
      case "w:instrText": {
        const open = this.#fields.at(-1);
        if (open && open.field === null) open.instruction += xmlText(element);
        break;
      }
      case "mc:AlternateContent":
        this.#content(child(element, "mc:Choice") ?? child(element, "mc:Fallback") ?? nothing, place);
        break;
      case "w:txbxContent":
        this.#boxes.push(element);
        break;
      default:
        // Pictures and shapes may hold text boxes at any depth; nothing else in them is text.
        if (
          /^(?:w:(?:drawing|pict|object)|mc:Choice|mc:Fallback|wp:|wps:|wpg:|wpc:|a:graphic|v:)/.test(
            element.name,
          )
        ) {
          for (const node of elements(element)) this.#content(node, place);
        }
    }
  }

  #call(target: string): void {
    const label = this.#survey.noteLabels.get(target);
    if (label === undefined) return;
    if (label === "") {
      this.#customMark = target;
      return;
    }
    this.#mark(label, target);
  }

  #mark(label: string, target: string): void {
    const span = this.#builder.open();
    this.#builder.text(label);
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "note-call", ...words, target });
  }

  /** The mark an author typed for a note stands in the text behind the call. */
  #ownMark(words: string): void {
    const target = this.#customMark!;
    this.#customMark = null;
    const mark = /^\s*\S{1,5}/.exec(words)?.[0] ?? "";
    this.#marks.set(target, callLabel(mark) ?? mark.trim());
    this.#mark(mark, target);
    this.#builder.text(words.slice(mark.length));
  }

  #fieldChar(type: string): void {
    if (type === "begin") {
      this.#budget.checkDepth(this.#fields.length);
      this.#fields.push({ instruction: "", field: null, span: null });
      return;
    }
    const open = this.#fields.at(-1);
    if (open === undefined) return;
    if (type === "separate" && open.field === null) {
      const parse = (xml: string): XmlElement | null => {
        try {
          return parseXml(xml, this.#budget, "a citation field");
        } catch (error) {
          if (error instanceof Refusal && error.problem.code === "damaged") return null;
          throw error;
        }
      };
      open.field = readField(open.instruction, parse);
      if (open.field.kind === "bibliography") this.#bibliographies++;
      else open.span = this.#builder.open();
    } else if (type === "end") {
      this.#fields.pop();
      if (open.field?.kind === "bibliography") this.#bibliographies--;
      const words = open.span === null ? null : this.#builder.close(open.span);
      if (open.field !== null && words !== null) this.#fieldHint(open.field, words);
    }
  }

  #fieldHint(field: Field, words: Span): void {
    const hint = this.#hintOf(field, words);
    if (hint !== null) this.#builder.hint(hint);
    if (field.kind !== "citation") return;
    for (const { key, csl } of field.cites) if (csl && !this.#records.has(key)) this.#records.set(key, csl);
  }

  #hintOf(field: Field, words: Span): Hint | null {
    switch (field.kind) {
      case "citation":
        return field.cites.length === 0 ? null : { kind: "citation", ...words, cites: field.cites };
      case "link": {
        const target = this.#survey.bookmarks.get(field.bookmark);
        return target === undefined ? null : { kind: "note-call", ...words, target };
      }
      case "address":
        return { kind: "link", ...words, url: field.url };
      case "bibliography":
      case "other":
        return null;
      default:
        return field satisfies never;
    }
  }

  /** Writes the real notes as "label words": footnotes first, then endnotes, each in the order of their calls. */
  notes(): void {
    const found = new Map<string, XmlElement>();
    for (const kind of ["footnote", "endnote"] as const) {
      const part = kind === "footnote" ? this.#word.footnotes : this.#word.endnotes;
      for (const note of part === null ? [] : elements(part, `w:${kind}`)) {
        found.set(`${kind} ${note.attributes["w:id"] ?? ""}`, note);
      }
    }
    for (const kind of ["footnote", "endnote"] as const) {
      for (const key of this.#survey.noteOrder) {
        const note = key.startsWith(kind) ? found.get(key) : undefined;
        if (note !== undefined) this.#realNote(key, kind, note);
      }
    }
  }

  #realNote(key: string, type: "footnote" | "endnote", note: XmlElement): void {
    const builder = this.#builder;
    const own = this.#marks.get(key);
    const label = own ?? this.#survey.noteLabels.get(key) ?? "";
    builder.block("note");
    const span = builder.open();
    if (own === undefined && label !== "") builder.text(`${label} `);
    const body = builder.open();
    const place: Place = { kind: "note", part: type === "footnote" ? "footnotes" : "endnotes", inRow: false };
    elements(note).forEach((element, i) => {
      // The first paragraph goes on behind the label.
      if (i === 0 && element.name === "w:p") this.#runs(element, place);
      else this.#blocks({ ...note, children: [element] }, place);
    });
    const words = builder.close(body);
    const whole = builder.close(span);
    if (whole === null) return;
    const printed = own === undefined ? null : printedLabel(builder.read(whole.start, whole.end), own);
    builder.hint({
      kind: "note-body",
      ...whole,
      id: key,
      label: label === "" ? null : label,
      type,
      bodyStart:
        printed === null ? (words?.start ?? whole.end) : Math.min(whole.end, whole.start + printed.length),
    });
  }
}

/** Whether a bibliography field begins in the paragraph. */
function opensBibliography(paragraph: XmlElement): boolean {
  let instruction = "";
  walkXml(paragraph, (element) => {
    if (element.name === "w:instrText") instruction += xmlText(element).slice(0, 200);
    return element.name !== "w:txbxContent";
  });
  return instruction !== "" && readField(instruction, () => null).kind === "bibliography";
}

const nothing: XmlElement = { name: "", attributes: {}, children: [] };

/** The characters of a formula in reading order. */
const mathText = (math: XmlElement): string =>
  math.name === "m:t" ? xmlText(math) : elements(math).map(mathText).join("");
