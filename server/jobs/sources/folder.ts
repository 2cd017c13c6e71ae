/** Files of the disk: those a person named, those under a folder. Links are not followed. */
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Hopeless, type SourceFile, tooLong } from "./file.ts";

/** Returns the file as a source under this name. */
export function diskFile(path: string, name: string, bytes: number): SourceFile {
  return {
    name,
    bytes,
    async read(limit) {
      const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
        throw new Hopeless(
          "unreadable",
          `The file cannot be opened (${error.code}).`,
          "Check its permissions.",
        );
      });
      try {
        const { size } = await handle.stat();
        if (size > limit) throw tooLong(limit);
        const content = await handle.readFile();
        if (content.byteLength > limit) throw tooLong(limit);
        return content;
      } finally {
        await handle.close();
      }
    },
  };
}

/** Returns the plain files under the folder; hidden ones and links are left out. */
export async function folderFiles(folder: string, label = ""): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter((e) => !e.name.startsWith("."))
      .map(async (e): Promise<readonly SourceFile[]> => {
        const path = join(folder, e.name);
        const name = `${label}${e.name}`;
        if (e.isDirectory()) return folderFiles(path, `${name}/`);
        if (!e.isFile()) return [];
        return [diskFile(path, name, (await stat(path)).size)];
      }),
  );
  return lists.flat();
}
