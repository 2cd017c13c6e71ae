/** `footing completion`: the script that makes a shell complete the commands and options. */
import { Argument, type Command } from "commander";
import { completionScript, type Shell, shells } from "../cli/completion.ts";
import { commandTree } from "../cli/tree.ts";

/** Adds the command. */
export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("make the shell complete commands, options and formats")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText(
      "after",
      `
Examples:
  footing completion bash >> ~/.bashrc
  footing completion zsh > "\${fpath[1]}/_footing"
  footing completion fish > ~/.config/fish/completions/footing.fish`,
    )
    .action((shell: Shell) => {
      process.stdout.write(completionScript(shell, commandTree(program)));
    });
}
