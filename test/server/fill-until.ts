/**
 * Run by the test of a full disk: brings documents in and records comments until it is refused. Prints a line for
 * each thing that was acknowledged, and the error at the end.
 */
import { randomUUID } from "node:crypto";
import { makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import { openStore } from "../../server/store/open.ts";

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const store = await openStore(process.argv[2]!);
try {
  for (let i = 0; ; i++) {
    const claims = Array.from({ length: 60 }, (_, c) => ({
      text: `Claim ${c} of document ${i} says much the same ${"again and ".repeat(20)}again.`,
      cites: [0],
    }));
    const csl = { type: "book", title: `A book about the number ${i}` };
    const analysis = makeAnalysis({
      name: `${i}.txt`,
      claims,
      sources: [{ csl, key: `k${i}`, label: "Book" }],
    });
    const bytes = Buffer.from(`${analysis.document.name}\n${analysis.document.text}`);
    await store.add({ analysis, bytes, importedAt: new Date(i).toISOString(), engine: "1" });
    const { claim, source } = analysis.edges[0]!;
    say({ document: analysis.document.id });
    const event = {
      kind: "comment" as const,
      id: randomUUID(),
      at: "2030-01-01T00:00:00Z",
      reviewer: "Ada",
      subject: { kind: "pair" as const, claim, source },
      comment: "Looked at.",
    };
    await store.record(analysis.document.id, [event]);
    say({ document: analysis.document.id, event: event.id });
  }
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  say({ code, message });
}
// What can still be read is read.
say({ readable: (await store.documents({ after: null, limit: 1 })).items.length === 1 });
process.exit(0);
