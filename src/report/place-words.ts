import type { Place, Where } from '../record/document.ts';

/** Where inside a file: "line 12", "page 3, line 4", "cell Staff!B4"; empty when only the file is known. */
export function whereInWords(where: Where): string {
  const parts = [
    where.page === undefined ? '' : `page ${where.page}`,
    where.line === undefined ? '' : `line ${where.line}`,
    where.cell === undefined ? '' : `cell ${where.cell}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `file:12` for lines, so that editors and terminals can open it; otherwise the file and the place in words. */
export function placeInWords(place: Place): string {
  if (place.line !== undefined && place.page === undefined && place.cell === undefined) {
    return `${place.file}:${place.line}`;
  }
  const where = whereInWords(place);
  return where === '' ? place.file : `${place.file}, ${where}`;
}
