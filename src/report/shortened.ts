/** Text on one line of at most so many characters, cut between words, with an ellipsis where something is left out. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, end > most / 2 ? end : most)
    .toWellFormed()
    .trimEnd()}…`;
}
