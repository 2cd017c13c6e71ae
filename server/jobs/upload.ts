/**
 * What a client hands in for a bulk import: an archive, or the files of a form. They go to a folder of their own
 * under numbers for names, so that memory holds none of them and no name of the client's reaches the disk.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { archiveFiles, BadArchive } from "./sources/archive.ts";
import { Hopeless, type SourceFile, tooLong } from "./sources/file.ts";
import { diskFile } from "./sources/folder.ts";
import type { Named } from "./sources/named.ts";

export interface UploadLimits {
  /** Bytes of the whole body. */
  readonly body: number;
  /** Bytes of one file of a form. */
  readonly file: number;
  /** Files of a form. */
  readonly files: number;
}

export const defaultUploadLimits = { body: 8 * 1024 ** 3, files: 50_000 };

/** The body cannot be taken: too large, broken off, no archive. */
export class BadUpload extends Error {
  readonly reason: "too-large" | "malformed";

  constructor(reason: BadUpload["reason"], message: string) {
    super(message);
    this.name = "BadUpload";
    this.reason = reason;
  }
}

function bounded(limit: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > limit) done(new BadUpload("too-large", `The body is larger than ${limit} bytes.`));
      else done(null, chunk);
    },
  });
}

/** Returns the files of the form's parts. */
async function formFiles(
  body: Readable,
  contentType: string,
  folder: string,
  limits: UploadLimits,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  const writing: Promise<void>[] = [];
  let form: ReturnType<typeof Busboy>;
  try {
    form = new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      limits: { fileSize: limits.file + 1, files: limits.files, fields: 0, headerPairs: 50 },
    });
  } catch (error) {
    throw new BadUpload("malformed", error instanceof Error ? error.message : String(error));
  }
  let tooMany = false;
  form.on("filesLimit", () => {
    tooMany = true;
  });
  form.on("file", (_field, stream, filename) => {
    const path = join(folder, String(files.length));
    const name = (filename || `file ${files.length + 1}`).replaceAll("\\", "/").slice(-1000);
    const at = files.length;
    files.push(diskFile(path, name, 0));
    writing.push(
      pipeline(stream, createWriteStream(path)).then(() => {
        const cut = { ...files[at]!, read: async () => Promise.reject(tooLong(limits.file)) };
        files[at] = stream.truncated ? cut : diskFile(path, name, stream.bytesRead);
      }),
    );
  });
  await pipeline(body, bounded(limits.body), form);
  await Promise.all(writing);
  if (tooMany) throw new BadUpload("too-large", `The form has more than ${limits.files} files.`);
  return files;
}

/**
 * Returns the files of the body; `close` takes the folder away. Throws a `BadUpload`, with nothing left behind.
 * `media` is the type without parameters: a form, else an archive.
 */
export async function receive(
  body: Readable,
  media: string | null,
  contentType: string,
  limits: UploadLimits,
): Promise<Named> {
  const folder = await mkdtemp(join(tmpdir(), "footing-upload-"));
  const clean = () => void rm(folder, { recursive: true, force: true });
  try {
    if (media === "multipart/form-data") {
      return { files: await formFiles(body, contentType, folder, limits), close: clean };
    }
    const path = join(folder, "archive.zip");
    await pipeline(body, bounded(limits.body), createWriteStream(path));
    const archive = await archiveFiles(path);
    return {
      files: archive.files,
      close() {
        archive.close();
        clean();
      },
    };
  } catch (error) {
    clean();
    if (error instanceof BadUpload) throw error;
    if (error instanceof BadArchive || error instanceof Hopeless) {
      throw new BadUpload("malformed", `The body: ${error.message}.`);
    }
    // Whatever a parser of the body says is about the body; faults of the disk are ours.
    const code = (error as { code?: string }).code ?? "";
    if (/^E[A-Z]+$/.test(code) && code !== "ECONNRESET") throw error;
    throw new BadUpload("malformed", error instanceof Error ? error.message : String(error));
  }
}
