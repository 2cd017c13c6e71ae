/** Writes docs/architecture.md; its pictures are drawn from the imports of the code. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { allImports, filesOf, rooms } from "./imports.ts";

const root = resolve(import.meta.dirname, "../..");

/** The part of the house that a file belongs to: a folder of core, a room, or null for a package. */
function partOf(path: string, inside: string): string | null {
  const [room, folder, file] = path.split("/");
  if (!(rooms as readonly string[]).includes(room!)) return null;
  if (room !== inside) return room!;
  return file === undefined ? folder!.replace(/\.tsx?$/, "") : folder!;
}

/** "graph" is a word of Mermaid's own and cannot be the name of a node. */
const node = (part: string): string => `${part}_["${part}"]`;

/** Returns a Mermaid graph of who imports whom; a dotted arrow where only types are. */
function diagram(inside: string, from: (path: string) => boolean, leaveOut: readonly string[]): string {
  const edges = new Map<string, boolean>();
  for (const { from: file, to, typeOnly } of allImports().filter((i) => from(i.from))) {
    const [a, b] = [partOf(file, inside), partOf(to, inside)];
    if (a === null || b === null || a === b || leaveOut.includes(a) || leaveOut.includes(b)) continue;
    const key = `${a} ${b}`;
    edges.set(key, (edges.get(key) ?? true) && typeOnly);
  }
  const lines = [...edges]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, typeOnly]) => {
      const [a, b] = key.split(" ").map(node);
      return `  ${a} ${typeOnly ? "-.->" : "-->"} ${b}`;
    });
  return `\`\`\`mermaid\ngraph TD\n${lines.join("\n")}\n\`\`\``;
}

/** The first sentence that the files of a folder say of themselves, of the file that speaks for it. */
function purpose(folder: string): string {
  const index = filesOf(folder).find((f) => f === `${folder}/index.ts`);
  if (index === undefined) return "";
  const words = /\/\*\*\s*([\s\S]*?)\*\//.exec(readFileSync(join(root, index), "utf8"))?.[1] ?? "";
  return words
    .replace(/\s*\n\s*\*\s?/g, " ")
    .trim()
    .split(/(?<=[.!])\s/)[0]!;
}

const parts = "read text reference resolve graph audit review export bib".split(" ");
/** What every part uses and a picture need not show. */
const common =
  "model hash json group-by names pinpoint identifiers schema published-schema text-align text-position".split(
    " ",
  );

/** Returns the page. */
export function architecturePage(): string {
  const rows = parts.map((part) => `| \`core/${part}/\` | ${purpose(`core/${part}`)} |`);
  return `<!-- Made by \`npm run docs\` from the imports. -->
# Architecture

An arrow means "imports"; a dotted one imports types alone. The pictures are drawn from the code and a test holds them
up to date; \`test/architecture.test.ts\` fails on an arrow that must not be.

## Four rooms

The engine knows nothing of what is around it. The rooms around it do not import one another; the few commands that open
the library do, and they are [named](decisions/0005-serve-is-the-one-crossing.md).

${diagram("", () => true, [])}

| room | what it is |
|---|---|
| \`core/\` | the engine: pure functions over plain data, no file, network, clock or chance |
| \`server/\` | Express over the engine, and the library in SQLite or PostgreSQL |
| \`client/\` | the desk: React, and the graph in Sigma.js |
| \`scripts/\` | the command line, the assistant's door, and in \`dev/\` the workshop |

## Inside the engine

A document goes one way through: bytes are \`read\` into a \`Document\`; \`text\` finds statements, markers and notes;
\`reference\` reads what the notes say; \`resolve\` finds the source of each citation or refuses; \`graph\`, \`audit\` and
\`export\` ask the result. \`analyse.ts\` is that way in one function, and everything it passes on is a type of
\`model.ts\`. A format is a reader and nothing more: behind \`read\` the code is the same for all.

${diagram("core", (file) => file.startsWith("core/"), [...common, "index", "server", "client", "scripts"])}

| part | what it says of itself |
|---|---|
${rows.join("\n")}

## What is where it is, and why

[Decisions](decisions/README.md) says why the store, the schema, the notes and the bibliography library are as they are;
[exports](exports/README.md) and [formats](formats.md) say what comes in and goes out; [the library](library.md) lists the
functions.
`;
}
