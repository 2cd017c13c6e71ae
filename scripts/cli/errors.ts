/** The two ways a command can refuse, and how every error is shown: what, where, what to do; never a stack. */
import { CommanderError } from "commander";

/** The input is bad or cannot be had: exit code 1. */
export class InputError extends Error {
  readonly remedy: string | null;

  constructor(message: string, remedy: string | null = null) {
    super(message);
    this.name = "InputError";
    this.remedy = remedy;
  }
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Failure {
  /** Lines for stderr; empty when the user has been told. */
  readonly message: string;
  readonly code: number;
}

/** Returns what to print and the exit code for anything thrown by a command. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { message: "", code: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof UsageError) return { message: `footing: ${error.message}\n`, code: 2 };
  if (error instanceof InputError) {
    const remedy = error.remedy === null ? "" : `  ${error.remedy}\n`;
    return { message: `footing: ${error.message}\n${remedy}`, code: 1 };
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = process.env.FOOTING_DEBUG && error instanceof Error ? `${error.stack}\n` : "";
  return { message: `footing: ${message}\n${stack}`, code: 1 };
}
