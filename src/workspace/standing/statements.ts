import { readMarkdown } from '../../reading/formats/markdown.ts';
import type { ReadFile } from '../../reading/read-one.ts';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import { findOf, type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { document } from '../../record/kinds/document.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { isPersonsCheck, observation } from '../../record/kinds/observation.ts';
import type { Allowance, Checked } from '../../record/record.ts';

/** What the words of an answer are called where they are cited. */
export const ANSWER_PREFIX = 'answer: ';
const OBSERVATION_PREFIX = 'observation: ';

/** The words of the answers of an edition, to be compared with everything else. They prove nothing. */
export function answerDocuments(holdings: HoldingsByKind, edition: string): readonly ReadFile[] {
  return listOf(holdings, answer)
    .filter(({ data }) => data.edition === edition && data.said === 'yes' && data.words !== undefined)
    .map((entity) => fileOnce(entity, answerWrittenOut));
}

function answerWrittenOut({ data }: Entity<DataOf<typeof answer>>): ReadFile {
  return fileOf(`${ANSWER_PREFIX}${data.item}`, [`# Answer to ${data.item}`, '', data.words ?? '']);
}

/** An observation that stands for itself, without a document: something that was done, checked or stated. */
export type StandingObservation = {
  readonly file: ReadFile;
  readonly refs: readonly string[];
  readonly allowed: Allowance | undefined;
};

const TITLES: Readonly<Record<DataOf<typeof observation>['kind'], string>> = {
  document: 'Record',
  activity: 'Report of what was done',
  check: 'Report of a check',
  certificate: 'Certificate',
  statement: 'Statement',
};

/**
 * Observations without a document of ours, each as a dated document of its kind. One without a date shows nothing, nor does one
 * that says no more than that somebody looked.
 */
export function observationDocuments(holdings: HoldingsByKind): readonly StandingObservation[] {
  return listOf(holdings, observation)
    .filter(
      ({ data }) =>
        data.document === undefined &&
        data.verdict === 'shows' &&
        data.effectiveOn !== undefined &&
        !isPersonsCheck(data),
    )
    .map((entity) => ({
      file: fileOnce(entity, observationWrittenOut),
      refs: entity.data.items,
      allowed: allowanceOf(entity.data),
    }));
}

/** What people say to have checked for items: what they found when they looked, and documents that they accepted, on the day they did. */
export function checkedIn(holdings: HoldingsByKind): readonly Checked[] {
  return listOf(holdings, observation).flatMap(({ data }) => {
    const { items: refs, verdict, document: of, result = 'passed', collector: by, receivedAt, effectiveOn } = data;
    const path = of === undefined ? undefined : findOf(holdings, document, of)?.data.path;
    const accepted = path !== undefined && verdict === 'shows' && result === 'passed';
    if (!accepted && !isPersonsCheck(data)) return [];
    // The day of a document is the one that it is of, and not that on which somebody looked at it.
    const on = of === undefined ? (effectiveOn ?? dayInBritain(receivedAt)) : dayInBritain(receivedAt);
    return refs.map((ref) => ({ ref, on, ...(by !== undefined && { by }), ...(path !== undefined && { path }) }));
  });
}

/** For how long an observation counts where that is longer than the Toolkit allows. No observation has it without a reason. */
export function allowanceOf({ items: refs, validFor }: DataOf<typeof observation>): Allowance | undefined {
  return validFor === undefined ? undefined : { refs, within: validFor };
}

/** What has not changed is the same entity, and has the same file. */
const files = new WeakMap<Entity, ReadFile>();

function fileOnce<One extends Entity>(entity: One, writtenOut: (entity: One) => ReadFile): ReadFile {
  const known = files.get(entity);
  if (known) return known;
  const file = writtenOut(entity);
  files.set(entity, file);
  return file;
}

function observationWrittenOut({ id, data }: Entity<DataOf<typeof observation>>): ReadFile {
  const { kind, effectiveOn = '', collector, source, result, words } = data;
  const title = `${TITLES[kind]} on ${data.items.join(', ')}`;
  return fileOf(`${OBSERVATION_PREFIX}${title} (${id.slice(-6)})`, [
    `# ${title}`,
    '',
    `Date: ${dayInWords(effectiveOn)}`,
    '',
    ...(collector === undefined ? [] : [`Author: ${collector}`, '']),
    ...(source === undefined ? [] : [`Source: ${source}`, '']),
    ...(result === undefined ? [] : [`Result: ${result}`, '']),
    words ?? '',
  ]);
}

function fileOf(path: string, lines: readonly string[]): ReadFile {
  return { path, bytes: 0, sha256: '', content: readMarkdown(`${lines.join('\n')}\n`) };
}
