/** The imports of the house, read from the files: what the architecture test judges and the architecture page draws. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
export const rooms = ["core", "server", "client", "scripts"] as const;

export interface Import {
  readonly from: string;
  /** A path of the tree, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Returns the TypeScript files below a folder of the tree. */
export function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(root, file), "utf8");
  const found = [
    ...code.matchAll(
      /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"'\n]+)["']|import\(\s*["']([^"'\n]+)["']\s*\)/gm,
    ),
  ];
  return found.map((m) => {
    const target = (m[2] ?? m[3])!;
    const to = target.startsWith(".") ? relative(root, resolve(root, dirname(file), target)) : target;
    return { from: file, to, typeOnly: m[1] !== undefined };
  });
}

/** Returns every import of every room. */
export const allImports = (): Import[] => rooms.flatMap(filesOf).flatMap(importsOf);
