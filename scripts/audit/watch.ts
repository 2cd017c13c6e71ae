/** Runs an audit again whenever one of its files or their configuration changes. Ends with the process. */
import { type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";

/** Editors write a file in several steps; what comes within this time is one change. */
const settle = 200;

/**
 * Calls `run` at once and after each change under the folders of the paths, one run at a time, until `signal` is
 * aborted. Nothing is read twice at once: a change during a run, the first one too, starts the next one. `ready` is
 * called when the first run has ended.
 */
export function watchPaths(
  paths: readonly string[],
  run: () => Promise<void>,
  signal: AbortSignal,
  ready: () => void,
): Promise<void> {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await run();
    } while (again);
    running = false;
  };
  const changed = (name: string | null): void => {
    // Our own half-written reports and an editor's swap files are no change.
    if (name !== null && /(?:^|[/\\])\.|\.tmp$|~$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), settle);
  };
  const watchers: FSWatcher[] = folders.map((folder) => watch(folder, (_, name) => changed(name)));
  void start().then(ready);
  return new Promise((done) => {
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      done();
    });
  });
}
