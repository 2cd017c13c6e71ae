/** A server as a process of its own, which a test may kill: library, page and port from its arguments. */
import { startServer } from "../../../server/main.ts";

const [data, packageDir, port] = process.argv.slice(2);
const { url } = await startServer({
  port: Number(port),
  host: "127.0.0.1",
  data: data!,
  sample: true,
  allowHosts: [],
  maxBytes: 8 * 1024 * 1024,
  logLevel: "silent",
  packageDir: packageDir!,
  version: "0.0.0",
});
process.stdout.write(`open at ${url}\n`);
