/** What was dropped or chosen, sorted by what it is for: documents, bibliographies beside them, lists to check against. */

export interface SortedFiles {
  readonly documents: readonly File[];
  /** BibTeX, RIS and CSL-JSON: they complete the sources of the documents they come with. */
  readonly bibliographies: readonly File[];
  /** Retraction Watch tables. */
  readonly retractions: readonly File[];
}

type Use = keyof SortedFiles;

/** What a document is, the server finds out from the bytes; only what is surely no document is told apart here. */
function purposeOf(name: string): Use {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  switch (extension) {
    case "bib":
    case "ris":
    case "json":
      return "bibliographies";
    case "csv":
      return "retractions";
    default:
      return "documents";
  }
}

/** Returns the files by use, each group in the order given; files that an operating system leaves behind are dropped. */
export function sortFiles(files: readonly File[]): SortedFiles {
  const sorted: Record<Use, File[]> = { documents: [], bibliographies: [], retractions: [] };
  for (const file of files)
    if (!/^(?:\.|Thumbs\.db$|desktop\.ini$)/i.test(file.name)) sorted[purposeOf(file.name)].push(file);
  return sorted;
}

/** Folders read per drop: a runaway tree ends here, and the reviewer is told. */
const mostFiles = 500;

export interface DroppedFiles {
  readonly files: readonly File[];
  /** More files lay in the folders than are taken at once. */
  readonly cut: boolean;
}

/** Returns the files of a drop, those in folders too, in the order of the folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return { files: [...transfer.files], cut: false };
  const files: File[] = [];
  const waiting: FileSystemEntry[] = entries;
  while (waiting.length > 0 && files.length < mostFiles) {
    const entry = waiting.shift()!;
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else waiting.unshift(...(await childrenOf(entry as FileSystemDirectoryEntry)));
  }
  return { files, cut: waiting.length > 0 };
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder gives its entries in portions until one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
    if (all.length > mostFiles) return all;
  }
}
