/** The commands as plain data, for what is made from them: the manual and the completion of shells. */
import type { Argument, Command, Option } from "commander";

export interface OptionEntry {
  readonly short: string | null;
  readonly long: string;
  /** As in the help: "-o, --output <file>". */
  readonly flags: string;
  readonly description: string;
  /** What stands for its value ("file"), or null where it takes none. */
  readonly value: string | null;
  readonly choices: readonly string[];
}

export interface CommandEntry {
  /** Names from the program's on: ["evaluate", "golden"]; empty for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly usage: string;
  readonly arguments: readonly {
    readonly name: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  readonly options: readonly OptionEntry[];
  readonly subcommands: readonly CommandEntry[];
}

/** Returns the program with its commands, in the order of the help. */
export function commandTree(command: Command, path: readonly string[] = []): CommandEntry {
  const help = command.createHelp();
  return {
    path,
    description: command.description(),
    usage: help.commandUsage(command),
    arguments: command.registeredArguments.map(argument),
    options: help.visibleOptions(command).map(option),
    subcommands: help
      .visibleCommands(command)
      .filter((c) => c.name() !== "help")
      .map((c) => commandTree(c, [...path, c.name()])),
  };
}

/** Returns the command and everything below it, in order. */
export const allCommands = (entry: CommandEntry): readonly CommandEntry[] => [
  entry,
  ...entry.subcommands.flatMap(allCommands),
];

const argument = (a: Argument) => ({
  name: a.name(),
  description: a.description,
  choices: a.argChoices ?? [],
});

function option(o: Option): OptionEntry {
  const takes = o.required || o.optional;
  return {
    short: o.short ?? null,
    long: o.long ?? o.short ?? "",
    flags: o.flags,
    description: o.description,
    value: takes ? (/[<[]([\w-]+)/.exec(o.flags)?.[1] ?? "value") : null,
    choices: o.argChoices ?? [],
  };
}
