/**
 * The one folder that an assistant may read documents from. Whatever path it asks for, by dots or by symbolic links,
 * only plain files below the folder are opened, and only to be read.
 */
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { InputError } from "../cli/errors.ts";

const mostFiles = 1000;
const mostFolders = 200;

export interface Folder {
  /** Returns the files below, relative and sorted; at most a thousand. Hidden ones and links are passed over. */
  list(): Promise<readonly string[]>;
  /** Returns the bytes of a file. Throws an `InputError` that says no more of the disk than was asked. */
  read(path: string, mostBytes: number): Promise<Uint8Array>;
}

/** Returns the folder, or throws an `InputError` where there is none. */
export async function openFolder(path: string): Promise<Folder> {
  const root = await realpath(path).catch(() => {
    throw new InputError(`${path}: no such folder`);
  });
  if (!(await lstat(root)).isDirectory()) throw new InputError(`${path}: is no folder`);
  return { list: () => list(root), read: (file, most) => read(root, file, most) };
}

async function list(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const left = [root];
  for (let seen = 0; left.length > 0 && seen < mostFolders && found.length < mostFiles; seen += 1) {
    const folder = left.shift()!;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) left.push(path);
      else if (entry.isFile()) found.push(relative(root, path).split(sep).join("/"));
    }
  }
  return found.sort().slice(0, mostFiles);
}

async function read(root: string, path: string, mostBytes: number): Promise<Uint8Array> {
  const outside = new InputError(`${path}: lies outside the folder, is hidden, or is not there`);
  if (path.includes("\0")) throw outside;
  // The real path decides: it has no dots and no links left.
  const real = await realpath(resolve(root, path)).catch(() => {
    throw outside;
  });
  const inside = relative(root, real);
  const steps = inside.split(sep);
  if (inside === "" || steps.some((step) => step.startsWith("."))) throw outside;
  if (resolve(root, inside) !== real || steps[0] === "..") throw outside;
  // What is no plain file could block (a pipe) or never end (a device).
  if (!(await lstat(real)).isFile()) throw outside;
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => {
      throw outside;
    },
  );
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw outside;
    if (stat.size > mostBytes)
      throw new InputError(`${path}: has ${stat.size} bytes; at most ${mostBytes} are read`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
