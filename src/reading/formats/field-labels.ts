// Labels that head the rows of a document-control block, in the words companies use for them.
const LABELS = new Set(
  `approval approved approver author authorised authoriser category classification company confidentiality contact controller
  copyright created custodian date dated department distribution document effective expires expiry filename issue issued issuer
  location maintainer name organisation organization owner prepared published ref reference replaces responsible review reviewed
  reviewer revision role scope signature signed sponsor status supersedes title type updated version`.split(/\s+/),
);
const TAILS = new Set(
  `author approver by classification control cycle date document due effective frequency from id name no number officer on owner period
  ref reference review reviewer status title to type until version`.split(/\s+/),
);

/** Whether a cell reads like the name of a document-control field: "Version", "Next review date:", "ISO 27001 ref". */
function isFieldLabel(text: string): boolean {
  if (text.length === 0 || text.length > 40) return false;
  const words = text.toLowerCase().replace(/[:*.]/g, ' ').trim().split(/\s+/);
  if (words.length > 5) return false;
  const last = words.at(-1) ?? '';
  return words.length === 1 ? LABELS.has(last) : TAILS.has(last) || LABELS.has(last);
}

/**
 * Whether a table is a block of fields (label, value, label, value …) whose first row is a field too, although it stands
 * where a heading row would: formats such as Markdown cannot have a table without one.
 */
export function isFieldTable(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const width = first.length;
  if (width !== 2 && width !== 4) return false;
  const labels = (row: readonly string[]) => row.filter((text, column) => column % 2 === 0 && text !== '');
  const values = first.filter((_, column) => column % 2 === 1);
  if (!labels(first).every(isFieldLabel) || values.some(isFieldLabel)) return false;
  const below = rows.slice(0, 12).flatMap(labels);
  if (below.length === 0) return false;
  return below.filter(isFieldLabel).length >= below.length * (width === 2 ? 0.5 : 0.75);
}
