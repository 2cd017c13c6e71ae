/** A command run without a process of its own: quick, and blind to the streams. */
import { failureOf } from "../../scripts/cli/errors.ts";
import { createProgram } from "../../scripts/cli/program.ts";

export interface Tried {
  readonly code: number;
  readonly err: string;
}

/** Returns the exit code and what was said of a failure. */
export async function tried(args: readonly string[]): Promise<Tried> {
  const program = createProgram();
  let err = "";
  const keep = {
    writeOut: () => {},
    writeErr: (text: string) => {
      err += text;
    },
  };
  for (const command of [program, ...program.commands]) command.configureOutput(keep);
  try {
    await program.parseAsync(args, { from: "user" });
    return { code: 0, err };
  } catch (error) {
    const { code, message } = failureOf(error);
    return { code, err: err + message };
  }
}
