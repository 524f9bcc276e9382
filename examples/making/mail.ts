/**
 * Writes an e-mail message from Markdown with front matter (`from`, `to`, `cc`, `date`, `subject`, `message-id`): plain
 * text, as a mail program exports it. The first line of a thread stays on top, quoted messages below it.
 */
export function mailOf(source: string): Uint8Array {
  const match = /^---\n([\s\S]*?)\n---\n+/.exec(source);
  if (!match) throw new Error('A mail source needs front matter with its headers.');
  const headers = (match[1] ?? '').split('\n').map((line) => {
    const colon = line.indexOf(':');
    const name = line
      .slice(0, colon)
      .split('-')
      .map((word) => (word === 'id' ? 'ID' : word.charAt(0).toUpperCase() + word.slice(1)))
      .join('-');
    return `${name}: ${line.slice(colon + 1).trim()}`;
  });
  const lines = [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...source.slice(match[0].length).split('\n'),
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}
