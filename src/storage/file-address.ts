/** Whether a text is a SHA-256 as files are kept under: 64 lower-case hexadecimal digits. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/**
 * The organisation as one step of a path or key. Throws for anything that is no id: ids come from our own tables, so a
 * different one is a fault of ours, and no fault of ours may lead to another organisation's files.
 */
export function organisationStep(organisation: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(organisation))
    throw new Error(`An organisation's id must be letters, digits and hyphens, not ${JSON.stringify(organisation)}`);
  return organisation;
}
