#!/usr/bin/env node
/** The command line: runs the program, and turns whatever is thrown into a line on stderr and an exit code. */
// First: it holds for the patterns of what is loaded behind it alone.
import "./cli/patterns.ts";
import { failureOf } from "./cli/errors.ts";
import { createProgram } from "./cli/program.ts";

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const { message, code } = failureOf(error);
  process.stderr.write(message);
  process.exitCode = code;
}
