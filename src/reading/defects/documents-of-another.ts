import type { DocumentKind } from '../../record/document.ts';
import { namesUs, withoutLegalForm } from '../../record/own-names.ts';
import { type LocatedDefect, type ProfiledDocument, place } from './defect-rule.ts';
import { firstWord, learnOwnNames } from './organisation-names.ts';

/** Kinds in which an organisation speaks of itself. */
const IN_OWN_VOICE: ReadonlySet<DocumentKind> = new Set([
  'policy',
  'procedure',
  'plan',
  'notice',
  'statement',
  'minutes',
]);
/** So many of them at least must name the other, and so many documents speak or have their mail in its name, before we say so. */
const LEAST = 3;
/** Where our own name stands in more documents than this share of the other's, they are ours: a group, or an earlier name. */
const OURS = 0.1;

/**
 * The documents of a set that was written for another organisation: our own rules speak for it, and hardly one document names us.
 * `own` are our names, and `speaksFor` tells whether a document speaks as the one named. None while no name of ours is known.
 */
export function documentsOfAnother(
  documents: readonly ProfiledDocument[],
  own: readonly string[],
  speaksFor: (document: ProfiledDocument, bare: string) => boolean,
): readonly LocatedDefect[] {
  const rules = documents.filter(({ profile }) => IN_OWN_VOICE.has(profile.kind) && profile.status !== 'withdrawn');
  if (own.length === 0 || rules.length < LEAST) return [];
  const another = anotherNamed(documents, rules, own, speaksFor);
  if (another === undefined) return [];
  const isOurs = named(own);
  const isAnothers = named([another]);
  return documents
    .filter((one) => one.profile.status !== 'withdrawn' && isAnothers(one) && !isOurs(one))
    .map((one) => ({
      path: one.path,
      defect: {
        code: 'wrong-organisation',
        severity: 'high',
        message: `It speaks for “${another}”, as other documents here do; our own name (${own[0]}) is not in it.`,
        next: `If ${another} is another name of ours, add it to our names. Otherwise write our own rules in place of these.`,
        places: placesOf(one, another),
        subject: another,
        effect: 'blocks',
      },
    }));
}

/** The name these documents would give us themselves, where it is not ours and they speak, or have their mail, in it. */
function anotherNamed(
  documents: readonly ProfiledDocument[],
  rules: readonly ProfiledDocument[],
  own: readonly string[],
  speaksFor: (document: ProfiledDocument, bare: string) => boolean,
): string | undefined {
  const [learnt] = learnOwnNames(documents);
  if (learnt === undefined || namesUs(own)(learnt) || own.some((name) => firstWord(name) === firstWord(learnt)))
    return undefined;
  const naming = documents.filter(named([learnt]));
  const belongs = (one: ProfiledDocument) => speaksFor(one, learnt) || hasMailOf(one, learnt);
  return rules.filter(named([learnt])).length >= LEAST &&
    documents.filter(named(own)).length <= naming.length * OURS &&
    naming.filter(belongs).length >= LEAST &&
    !documents.some((one) => listsAsSupplier(one, learnt))
    ? learnt
    : undefined;
}

const OF_OTHERS =
  /\b(?:suppliers?|vendors?|(?:sub-?)?processors?|providers?|partners?|customers?|clients?|third part(?:y|ies))\b/i;

/** True where a list names it as somebody we buy from or work for, such as the firm that looks after our computers. */
function listsAsSupplier({ content, profile }: ProfiledDocument, name: string): boolean {
  return content.tables.some(({ columns, rows, title = '' }) =>
    columns.some(
      (column, at) =>
        (OF_OTHERS.test(column) || (at === 0 && OF_OTHERS.test(`${title} ${profile.title}`))) &&
        rows.some(({ cells }) => withoutLegalForm(cells[at]?.text ?? '').toLowerCase() === name.toLowerCase()),
    ),
  );
}

function named(names: readonly string[]): (document: ProfiledDocument) => boolean {
  const isNamed = namesUs(names);
  return ({ content }) => content.lines.some(({ text }) => isNamed(text));
}

function hasMailOf({ content }: ProfiledDocument, name: string): boolean {
  const domain = new RegExp(`@${firstWord(name).replace(/[^\p{L}\p{N}]/gu, '')}[a-z\\d-]*\\.`, 'iu');
  return content.lines.some(({ text }) => domain.test(text));
}

function placesOf({ content }: ProfiledDocument, name: string) {
  const isNamed = namesUs([name]);
  const line = content.lines.find(({ text }) => isNamed(text));
  return line ? [place(line.where, line.text)] : [];
}
