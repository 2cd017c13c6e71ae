/** `footing mcp`: the questions of the desk for an assistant, over the Model Context Protocol on standard input and output. */
import type { Command } from "commander";
import { footingPackage } from "../cli/package.ts";
import { wholeNumber } from "../cli/values.ts";

interface Flags {
  readonly maxMb: string;
}

async function mcp(path: string | undefined, flags: Flags): Promise<void> {
  const mostBytes = wholeNumber(flags.maxMb, "--max-mb", 1, 1024) * 1024 * 1024;
  const { openFolder } = await import("../mcp/folder.ts");
  const folder = path === undefined ? null : await openFolder(path);
  const { createMcpServer } = await import("../mcp/server.ts");
  const { StdioServerTransport } = await import("@modelcontextprotocol/sdk/server/stdio.js");
  const server = createMcpServer({ version: footingPackage.version, folder, mostBytes });
  await server.connect(new StdioServerTransport());
  // Standard output carries the protocol; a person at a terminal is told what is going on here instead.
  if (process.stdin.isTTY) process.stderr.write("footing mcp: waiting for an assistant on standard input\n");
  process.stdin.once("end", () => void server.close());
}

/** Adds the command. */
export function addMcp(program: Command): void {
  program
    .command("mcp")
    .description("let an assistant ask what a document's claims rest on (Model Context Protocol)")
    .argument("[folder]", "the folder that documents may be read from; without one only text that is sent")
    .option("--max-mb <number>", "largest document to read, in MiB", "16")
    .addHelpText(
      "after",
      `
It reads and never writes: no tool changes a file, starts a program or opens a connection, and no path leads
out of the folder. The documents are kept in memory as long as the assistant is connected.

Tools: parse_text, parse_file, list_files, claim_rests_on, falls_without, list_findings, export_bibtex.

Examples:
  footing mcp reports/
  {"mcpServers": {"footing": {"command": "npx", "args": ["footing", "mcp", "reports/"]}}}`,
    )
    .action(mcp);
}
