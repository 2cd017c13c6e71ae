/** The real server over a library in a folder of its own. */
import { join } from "node:path";
import { type RunningServer, startServer } from "../../../server/main.ts";

/** Starts it with the sample in the library. */
export const serveLibrary = (packageDir: string, folder: string): Promise<RunningServer> =>
  startServer({
    port: 0,
    host: "127.0.0.1",
    data: join(folder, "library.sqlite"),
    sample: true,
    allowHosts: [],
    maxBytes: 8 * 1024 * 1024,
    logLevel: "silent",
    packageDir,
    version: "0.0.0",
  });
