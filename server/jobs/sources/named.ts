/** What a person names on the command line: files, folders, archives, and lists of these. */
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { archiveFiles } from "./archive.ts";
import type { SourceFile } from "./file.ts";
import { diskFile, folderFiles } from "./folder.ts";

export interface Named {
  readonly files: readonly SourceFile[];
  close(): void;
}

/** Returns the paths a list names, one on each line, from the list's own folder; "#" begins a remark. */
export async function listedPaths(list: string): Promise<readonly string[]> {
  const text = await readFile(list, "utf8");
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => resolve(dirname(list), line));
}

/** Returns the files behind the paths. Throws the disk's error for a path that is not there, or a `BadArchive`. */
export async function namedFiles(paths: readonly string[]): Promise<Named> {
  const opened: Named[] = [];
  try {
    for (const path of paths) {
      const info = await stat(path);
      if (info.isDirectory()) opened.push({ files: await folderFiles(path), close: () => {} });
      else if (/\.zip$/i.test(path)) opened.push(await archiveFiles(path));
      else opened.push({ files: [diskFile(path, basename(path), info.size)], close: () => {} });
    }
  } catch (error) {
    for (const one of opened) one.close();
    throw error;
  }
  return {
    files: opened.length === 1 ? opened[0]!.files : distinct(opened.flatMap((o) => o.files)),
    close: () => {
      for (const one of opened) one.close();
    },
  };
}

/** Files of several places under one name each: the second "a.txt" is "a.txt (2)". */
function distinct(files: readonly SourceFile[]): readonly SourceFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const n = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, n);
    return n === 1 ? file : { ...file, read: file.read, name: `${file.name} (${n})` };
  });
}
