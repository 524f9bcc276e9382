/** Files of one upload. */
export const MOST_FILES = 2_000;

/** What a form with files may hold. */
export function partLimits(uploadBytes: number) {
  return {
    limits: {
      // One more than is kept, so that a file that is too large is told apart from one that just fits.
      fileSize: uploadBytes + 1,
      files: MOST_FILES,
      fields: 20,
      parts: MOST_FILES + 20,
      // Holds the list of paths: one for each file.
      fieldSize: 2_000_000,
      headerPairs: 50,
    },
    preservePath: true,
    throwFileSizeLimit: false,
  };
}
