/** What one upload may hold. The server enforces these; the page only says them early. */
export const UPLOAD_LIMITS = {
  fileBytes: 50_000_000,
  totalBytes: 200_000_000,
  files: 2_000,
  /** Bytes read and thrown away, so that the browser gets to see the answer, before the connection is cut. */
  drainedBytes: 1_000_000_000,
  nameLength: 300,
} as const;

/** "50 MB": decimal megabytes, as file managers show them. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000).toLocaleString('en-GB')}\u00a0MB`;
}
