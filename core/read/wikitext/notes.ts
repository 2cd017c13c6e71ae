/** The notes of a wiki page: numbered by first call within their group, defined before or after it. */

export interface WikiNote {
  readonly id: string;
  /** As shown: "1", "a", "note 2". */
  readonly label: string;
  /** Raw wikitext, or null when nothing defines the note. */
  words(): string | null;
}

/** "1", "2" … for the plain group, "a", "b" … for letters, "note 1" for named groups. */
function labelOf(group: string, n: number): string {
  if (group === "") return String(n);
  if (group === "lower-alpha") return n <= 26 ? String.fromCharCode(96 + n) : `a${n}`;
  if (/^(?:upper-alpha|lower-roman|upper-roman|lower-greek|decimal)$/.test(group)) return String(n);
  return `${group} ${n}`;
}

export class NoteBook {
  readonly #notes: WikiNote[] = [];
  readonly #named = new Map<string, WikiNote>();
  readonly #words = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Returns the note a call means, new or known by its name; the first words given to it count. */
  add(group: string, name: string | null, words: string | null): WikiNote {
    const key = name === null ? null : `${group}|${name}`;
    const known = key === null ? undefined : this.#named.get(key);
    if (known !== undefined) {
      if (words !== null && !this.#words.has(known.id)) this.#words.set(known.id, words);
      return known;
    }
    const count = (this.#counts.get(group) ?? 0) + 1;
    this.#counts.set(group, count);
    const id = `note-${this.#notes.length + 1}`;
    const given = words ?? (key === null ? null : (this.#words.get(key) ?? null));
    if (given !== null) this.#words.set(id, given);
    const note: WikiNote = {
      id,
      label: labelOf(group, count),
      words: () => this.#words.get(id) ?? (key === null ? null : (this.#words.get(key) ?? null)),
    };
    this.#notes.push(note);
    if (key !== null) this.#named.set(key, note);
    return note;
  }

  /** Gives words to a note that is called elsewhere, if at all. */
  define(group: string, name: string, words: string): void {
    if (!this.#words.has(`${group}|${name}`)) this.#words.set(`${group}|${name}`, words);
  }

  /** The notes in the order of their first call; those added meanwhile come at the end. */
  *inOrder(): Generator<WikiNote> {
    for (let i = 0; i < this.#notes.length; i++) yield this.#notes[i]!;
  }
}
