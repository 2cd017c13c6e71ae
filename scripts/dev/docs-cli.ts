/** Writes docs/cli.md: the manual of the command line, from the help of every command. */
import type { Command } from "commander";
import { createProgram } from "../cli/program.ts";

const head = `<!-- Made by \`npm run docs\` from the commands. -->
# The command line

\`footing COMMAND --help\` shows what stands here. A document may be \`-\` for standard input wherever one document is
read; what a command makes goes to standard output unless \`-o\` names a file, which is then written whole or not at all.

\`\`\`sh
cat page.txt | footing parse - --json | head -c 300
footing export page.txt --to bibtex > page.bib
\`\`\`

## Streams and colour

Results go to standard output; progress, counts and errors to standard error, so that pipes stay clean. An error is one
line that says what, where and what to do. A reader that stops early (\`| head\`) is no error. Colour is for terminals:
\`NO_COLOR\` switches it off, \`FORCE_COLOR\` on.

Every command that finds something says it as JSON too: \`parse --json\`, \`audit --json\`, \`import --json\`,
\`reference --json\`, \`export --to csl-json\`.

## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | bad input: a file that is not there, cannot be read, or is no document. Of several, the others were done |
| 2 | wrong call: an unknown command or option, a value that does not fit |
| 3 | \`audit --fail-on\` found what it was to fail on |
| 130 | stopped by a second Ctrl-C |

## Environment

| variable | meaning |
|---|---|
| \`PORT\` | where \`serve\` listens (4600) |
| \`FOOTING_DATA\` | the library, a file or a folder (\`.footing/footing.sqlite\`) |
| \`DATABASE_URL\` | the library in PostgreSQL, when it begins with \`postgres://\` |
| \`NO_COLOR\`, \`FORCE_COLOR\` | colour off, colour on |
| \`SOURCE_DATE_EPOCH\` | the day that an RO-Crate names, in seconds since 1970 |
| \`FOOTING_DEBUG\` | shows the stack of an unexpected error |

## Completion

\`footing completion bash\` (or \`zsh\`, \`fish\`) writes a script that completes commands, options and formats; its help says
where to put it.
`;

/** Everything that `--help` prints, at a width that fits a page. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trimEnd();
}

function section(command: Command, path: readonly string[], depth: number): string {
  const below = command.commands.filter((c) => c.name() !== "help");
  return [
    `${"#".repeat(depth)} ${["footing", ...path].join(" ")}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`,
    ...below.map((c) => section(c, [...path, c.name()], path.length === 0 ? depth : depth + 1)),
  ].join("\n");
}

/** Returns the page. */
export const cliPage = (): string => `${head}\n${section(createProgram(), [], 2)}`;
