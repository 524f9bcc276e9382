import type { KeptPerson } from './open-actions.ts';

/** A word that was written with an @ before it, or text in between. */
export type Mention = { readonly text: string; readonly person?: string };

/**
 * The parts of a text: `@Ben Hart` names Ben Hart, whatever the case, and `@Ben` too as long as no other person's first name
 * is Ben. Everything else is text as it was written.
 */
export function mentionsIn(text: string, people: readonly KeptPerson[]): readonly Mention[] {
  const names = new Map<string, string | undefined>();
  for (const { id, data } of people) {
    const name = data.name.toLowerCase();
    const [first = name] = name.split(/\s+/);
    for (const one of new Set([name, first])) names.set(one, names.has(one) ? undefined : id);
  }
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  // A name and the sign after it.
  const most = (longest[0]?.length ?? 0) + 1;
  const parts: Mention[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // "ann@example.com" mentions nobody.
    if (/[\p{L}\p{N}._-]/u.test(text.charAt(at - 1))) continue;
    const rest = text.slice(at + 1, at + 1 + most).toLowerCase();
    const name = longest.find((one) => rest.startsWith(one) && !/[\p{L}\p{N}]/u.test(rest.charAt(one.length)));
    const person = name === undefined ? undefined : names.get(name);
    if (name === undefined || person === undefined) continue;
    if (at > from) parts.push({ text: text.slice(from, at) });
    parts.push({ text: text.slice(at, at + 1 + name.length), person });
    from = at + 1 + name.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The people a text mentions, each once. */
export function peopleMentioned(text: string, people: readonly KeptPerson[]): readonly string[] {
  return [...new Set(mentionsIn(text, people).flatMap(({ person }) => person ?? []))];
}
