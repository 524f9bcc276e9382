/** A file with its path inside the folder it was chosen with. */
export type Chosen = { readonly path: string; readonly file: File };

/** Files of a file input; those of a folder carry their path in it. */
export function chosenFrom(files: FileList | null): readonly Chosen[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Files that were dropped, and all files in folders that were dropped. */
export async function droppedFiles(data: DataTransfer): Promise<readonly Chosen[]> {
  // Entries must be asked for before the first await: the browser empties the list after the event.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFrom(data.files);
  const found: Chosen[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: Chosen[]): Promise<void> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((done, failed) => entry.file(done, failed));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader();
    // A reader hands out a hundred or so at a time, and an empty list at the end.
    for (;;) {
      const batch = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
      if (batch.length === 0) return;
      for (const child of batch) await walk(child, found);
    }
  }
}
