/**
 * Writes docs/library.md from the doc comments of what `footing/core` and `footing/bib` export: the reference of the
 * library and, since a test holds the page to the code, the pin of its public surface.
 */
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const entries = [
  { name: "footing/core", file: "core/index.ts" },
  { name: "footing/bib", file: "core/bib/index.ts" },
] as const;

interface Declaration {
  readonly name: string;
  readonly kind: "function" | "const" | "class" | "interface" | "type";
  readonly comment: string;
  readonly signature: string;
}

const texts = new Map<string, string>();
function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, file), "utf8");
  texts.set(file, text);
  return text;
}

interface Passed {
  readonly name: string;
  /** The name in `from`. */
  readonly original: string;
  readonly from: string;
}

/** Returns what a file passes on from others by name, and the files it passes on whole. */
function passedOn(file: string): { readonly named: readonly Passed[]; readonly whole: readonly string[] } {
  const text = textOf(file);
  const at = (path: string): string => relative(root, resolve(root, dirname(file), path));
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "([^"]+)";/gm)].flatMap(
    ([, list, from]) =>
      list!
        .split(",")
        .map((part) => part.trim().replace(/^type /, ""))
        .filter((part) => part !== "")
        .map((part) => {
          const [original, name = original] = part.split(" as ");
          return { name: name!, original: original!, from: at(from!) };
        }),
  );
  const whole = [...text.matchAll(/^export \* from "([^"]+)";/gm)].map(([, from]) => at(from!));
  return { named, whole };
}

/** Returns the declaration, wherever it is passed on from. Throws when there is none. */
function declaration(file: string, name: string): Declaration {
  const text = textOf(file);
  const found = new RegExp(
    `^(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\n)?export (?:async )?(function|const|class|interface|type) ${name}\\b`,
    "m",
  ).exec(text);
  if (found === null) {
    const { named, whole } = passedOn(file);
    const passed = named.find((p) => p.name === name);
    if (passed) return declaration(passed.from, passed.original);
    for (const other of whole) {
      try {
        return declaration(other, name);
      } catch {}
    }
    throw new Error(`${file}: exports no ${name}`);
  }
  const [head, comment = "", kind] = found;
  const from = found.index + comment.length;
  return {
    name,
    kind: kind as Declaration["kind"],
    comment: plainComment(comment),
    signature: signature(text.slice(from), kind as Declaration["kind"]).trim() || head,
  };
}

const plainComment = (comment: string): string =>
  comment
    .replace(/^\/\*\*\s?|\s*\*\/\n?$/g, "")
    .replace(/^ ?\* ?/gm, "")
    .trim();

/** The words of a declaration without its body. */
function signature(text: string, kind: Declaration["kind"]): string {
  const to = (end: RegExp): string => {
    const found = end.exec(text);
    return found === null ? text : text.slice(0, found.index);
  };
  switch (kind) {
    case "function":
      return to(/ \{\n(?! {2}(?:readonly )?\w+\??:)/).replace(/^export (?:async )?/, "");
    case "const":
      return to(/ = | =\n/).replace(/^export /, "");
    case "class":
      return to(/ \{\n/).replace(/^export /, "");
    case "interface":
      return `${to(/\n\}\n|\{\}\n/)}\n}`.replace(/^export /, "");
    case "type":
      return to(/;(?: \/\/.*)?\n/).replace(/^export /, "");
    default:
      return kind satisfies never;
  }
}

/** Returns the page. Throws for an export without a declaration. */
export function libraryPage(): string {
  const sections = entries.map(({ name, file }) => {
    const all = passedOn(file).named.map((p) => ({ ...declaration(p.from, p.original), name: p.name }));
    const part = (title: string, kinds: readonly Declaration["kind"][]): string => {
      const list = all.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => (a.name < b.name ? -1 : 1));
      return list.length === 0 ? "" : `### ${title}\n\n${list.map(entry).join("\n")}`;
    };
    const purpose = plainComment(/^\/\*\*[\s\S]*?\*\/\n/.exec(textOf(file))![0]).replace(/\s*\n\s*/g, " ");
    return [
      `## ${name}\n\n${purpose}\n`,
      part("Functions and values", ["function", "const", "class"]),
      part("Types", ["interface", "type"]),
    ].join("\n");
  });
  return `<!-- Made by \`npm run docs\` from the doc comments. -->
# The library

[The tutorial](tutorial.md) leads through the engine; this page lists all of it. Offsets are UTF-16 units, half-open.

${sections.join("\n")}`;
}

const entry = ({ name, comment, signature: words }: Declaration): string =>
  `#### ${name}\n\n${comment === "" ? "" : `${comment.replace(/\n/g, " ")}\n\n`}\`\`\`ts\n${words}\n\`\`\`\n`;
