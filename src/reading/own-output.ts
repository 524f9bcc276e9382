const START_BYTES = 4_096;

/**
 * Whether a file is a report that this program wrote: HTML, SARIF or JSON. Such a file quotes every fault of the documents
 * beside it, and read as one of them it would double the findings with each run.
 */
export function isOwnOutput(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, START_BYTES)).trimStart();
  if (start.startsWith('<')) return /<meta name="generator" content="Perennial"/.test(start);
  if (!start.startsWith('{')) return false;
  return (
    /^\{\s*"perennial":\s*"[^"]*",\s*"edition":/.test(start) ||
    /"\$schema":\s*"[^"]*sarif[^"]*"[\s\S]*"driver":\s*\{\s*"name":\s*"Perennial"/.test(start)
  );
}
