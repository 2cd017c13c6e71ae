/**
 * Completion for bash, zsh and fish, written out from the commands. Static text: a tab key starts no program, and
 * where a file may stand the shell's own completion of files goes on.
 */
import { allCommands, type CommandEntry, type OptionEntry } from "./tree.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** Returns the script for the shell. */
export function completionScript(shell: Shell, program: CommandEntry): string {
  switch (shell) {
    case "bash":
      return bash(program);
    case "zsh":
      return zsh(program);
    case "fish":
      return fish(program);
    default:
      return shell satisfies never;
  }
}

const where = ({ path }: CommandEntry): string => path.map((name) => `/${name}`).join("");
const names = ({ short, long }: OptionEntry): readonly string[] => (short === null ? [long] : [short, long]);
const first = (text: string): string => text.split(/[.;(]/)[0]!.trim();

function bash(program: CommandEntry): string {
  const all = allCommands(program);
  const steps = all
    .filter(({ path }) => path.length > 0)
    .map((c) => `      ${where(c).replace(/\/([^/]+)$/, ":$1")}) at=${where(c)} ;;`);
  const values = all.flatMap((c) =>
    c.options
      .filter(({ value }) => value !== null)
      .map((o) => {
        const words = o.choices.length > 0 ? `words="${o.choices.join(" ")}"` : "return";
        return `    ${names(o)
          .map((name) => `"${where(c)}:${name}"`)
          .join("|")}) ${words} ;;`;
      }),
  );
  const lists = all.map(
    (c) =>
      `    "${where(c)}") options="${c.options.flatMap(names).join(" ")}" operands="${[...c.subcommands.map((s) => s.path.at(-1)), ...c.arguments.flatMap((a) => a.choices)].join(" ")}" ;;`,
  );
  return `# Completion of footing for bash: source <(footing completion bash)
_footing() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local at="" words="" options="" operands="" i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at:\${COMP_WORDS[i]}" in
${steps.join("\n")}
    esac
  done
  case "$at:$before" in
${values.join("\n")}
  esac
  case "$at" in
${lists.join("\n")}
  esac
  if [[ -z "$words" ]]; then
    if [[ "$current" == -* ]]; then words="$options"; else words="$operands"; fi
  fi
  local IFS=$' \\n'
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _footing footing
`;
}

/** A word of a description inside single quotes, where zsh reads brackets and colons. */
const zshText = (text: string): string =>
  first(text)
    .replaceAll("'", "’")
    .replace(/[[\]:]/g, " ");

function zshCommand(c: CommandEntry, indent: string): string {
  const options = c.options.map((o) => {
    const value =
      o.value === null ? "" : `:${o.value}:${o.choices.length > 0 ? `(${o.choices.join(" ")})` : "_files"}`;
    const what = `[${zshText(o.description)}]${value}`;
    return o.short === null
      ? `'${o.long}${what}'`
      : `'(${o.short} ${o.long})'{${o.short},${o.long}}'${what}'`;
  });
  if (c.subcommands.length === 0) {
    const [choices = []] = c.arguments.map((a) => a.choices).filter((list) => list.length > 0);
    const operands = choices.length > 0 ? `'*:choice:(${choices.join(" ")})'` : "'*:file:_files'";
    return `${indent}_arguments -s ${[...options, operands].join(` \\\n${indent}  `)}\n`;
  }
  const described = c.subcommands.map((s) => `'${s.path.at(-1)}:${zshText(s.description)}'`);
  const cases = c.subcommands.map(
    (s) => `${indent}    ${s.path.at(-1)})\n${zshCommand(s, `${indent}      `)}${indent}      ;;\n`,
  );
  return `${indent}local -a commands
${indent}commands=(${described.join(" ")})
${indent}_arguments -C ${[...options, "'1: :->command'", "'*:: :->words'"].join(` \\\n${indent}  `)}
${indent}case $state in
${indent}  command) _describe command commands ;;
${indent}  words)
${indent}    case $line[1] in
${cases.join("")}${indent}    esac
${indent}    ;;
${indent}esac
`;
}

const zsh = (program: CommandEntry): string => `#compdef footing
# Completion of footing for zsh: source <(footing completion zsh)
_footing() {
  local curcontext="$curcontext" state line
${zshCommand(program, "  ")}}
compdef _footing footing
`;

function fish(program: CommandEntry): string {
  const text = (words: string): string => `'${first(words).replace(/[\\']/g, "\\$&")}'`;
  const lines = allCommands(program).flatMap((c) => {
    const here =
      c.path.length === 0
        ? "-n __fish_use_subcommand"
        : `-n '${c.path.map((name) => `__fish_seen_subcommand_from ${name}`).join("; and ")}'`;
    const below = c.subcommands.map((s) => s.path.at(-1)).join(" ");
    const open =
      c.path.length === 0 || below === ""
        ? here
        : `${here.slice(0, -1)}; and not __fish_seen_subcommand_from ${below}'`;
    return [
      ...c.subcommands.map(
        (s) => `complete -c footing ${open} -f -a ${s.path.at(-1)} -d ${text(s.description)}`,
      ),
      ...c.arguments.flatMap((a) =>
        a.choices.length === 0 ? [] : [`complete -c footing ${here} -f -a '${a.choices.join(" ")}'`],
      ),
      ...c.options.map((o) => {
        const value =
          o.value === null ? "" : o.choices.length > 0 ? ` -x -a '${o.choices.join(" ")}'` : " -r";
        const short = o.short === null ? "" : ` -s ${o.short.slice(1)}`;
        return `complete -c footing ${here}${short} -l ${o.long.slice(2)}${value} -d ${text(o.description)}`;
      }),
    ];
  });
  return `# Completion of footing for fish: footing completion fish | source\n${lines.join("\n")}\n`;
}
