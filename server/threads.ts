/** Pools of threads of this program, built or from source. The one file that knows Piscina. */
import { Piscina } from "piscina";

const fromSource = import.meta.url.endsWith(".ts");

/** From source, each thread needs the TypeScript loader: one given by `--import tsx` reaches the main thread only. */
const flags = fromSource
  ? [
      "--import",
      `data:text/javascript,${encodeURIComponent(
        `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))}; register();`,
      )}`,
    ]
  : [];

type Options = Omit<NonNullable<ConstructorParameters<typeof Piscina>[0]>, "filename" | "execArgv">;

/** Returns a pool of threads that run the module `name` beside the module `base`, an address. */
export const createThreads = <Task, Answer>(
  name: string,
  base: string,
  options: Options,
): Piscina<Task, Answer> =>
  new Piscina<Task, Answer>({
    ...options,
    filename: new URL(`./${name}.${fromSource ? "ts" : "js"}`, base).href,
    execArgv: flags,
  });
