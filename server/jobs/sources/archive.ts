/**
 * Files of a zip archive, read one by one from its directory. Nothing is unpacked to disk, so a name cannot lead
 * anywhere; sizes are bounded before and while a file is unpacked.
 */
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Hopeless, type SourceFile, tooLong } from "./file.ts";

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of all files together, unpacked. */
  readonly unpacked: number;
}

export const archiveLimits: ArchiveLimits = { files: 200_000, unpacked: 256 * 1024 ** 3 };

/** The archive as a whole cannot be used. */
export class BadArchive extends Error {
  override readonly name = "BadArchive";
}

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

const nameOf = (entry: Entry): string =>
  yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileName as unknown as Buffer,
    entry.extraFields,
    false,
  );

/** Returns the archive's files; `close` when they have been read. Throws a `BadArchive`. */
export async function archiveFiles(
  path: string,
  limits: ArchiveLimits = archiveLimits,
): Promise<{ readonly files: readonly SourceFile[]; close(): void }> {
  const bad = (error: unknown): BadArchive =>
    new BadArchive(`it is no archive that can be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  const zip = await openZip(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    (e) => {
      throw bad(e);
    },
  );
  const files: SourceFile[] = [];
  let unpacked = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on("error", (error) => reject(bad(error)));
      zip.on("end", resolve);
      zip.on("entry", (entry: Entry) => {
        const name = nameOf(entry).replaceAll("\\", "/");
        if (!name.endsWith("/")) {
          unpacked += entry.uncompressedSize;
          files.push(entryFile(zip, entry, name));
        }
        if (files.length > limits.files)
          return reject(new BadArchive(`it holds more than ${limits.files} files`));
        if (unpacked > limits.unpacked) {
          return reject(new BadArchive(`it unpacks to more than ${limits.unpacked} bytes`));
        }
        zip.readEntry();
      });
      zip.readEntry();
    });
  } catch (error) {
    zip.close();
    throw error;
  }
  return { files, close: () => zip.close() };
}

function entryFile(zip: ZipFile, entry: Entry, name: string): SourceFile {
  return {
    name,
    bytes: entry.uncompressedSize,
    async read(limit) {
      if (entry.isEncrypted()) {
        throw new Hopeless("encrypted", "The file is locked with a password.", "Pack it without a password.");
      }
      if (entry.uncompressedSize > limit) throw tooLong(limit);
      const damaged = (error: unknown): Hopeless =>
        new Hopeless(
          "damaged",
          `The archive is damaged at this file: ${error instanceof Error ? error.message : error}`,
          "Pack or download the archive again.",
        );
      const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never)(
        entry,
      ).catch((error: unknown) => {
        throw damaged(error);
      });
      const chunks: Buffer[] = [];
      let length = 0;
      try {
        // The library holds the stream to the size of the directory, which was held to the limit above.
        for await (const chunk of stream) {
          length += (chunk as Buffer).length;
          if (length > limit) throw tooLong(limit);
          chunks.push(chunk as Buffer);
        }
      } catch (error) {
        throw error instanceof Hopeless ? error : damaged(error);
      }
      return Buffer.concat(chunks);
    },
  };
}
