import type { ReadDocument } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { contentStems } from '../../record/words.ts';
import type { Evidence } from './evidence.ts';
import { inWords, placeOf } from './evidence.ts';

/** "Every restore test is recorded in the restore log" where the log holds no row. One finding an empty record. */
export function* unsupportedClaims(evidence: Evidence): Iterable<Finding> {
  const claims = evidence.of('record-claim');
  if (claims.length === 0) return;
  for (const record of evidence.documents) {
    const empty = record.defects.find(({ code }) => code === 'empty-record');
    if (empty === undefined) continue;
    const name = nameStems(record);
    const about = claims.filter(
      ({ fact, document }) => document !== record && contentStems(fact.subject).every((stem) => name.has(stem)),
    );
    const first = about[0];
    if (first === undefined) continue;
    yield {
      code: 'unsupported-claim',
      severity: 'medium',
      refs: [],
      subject: `record-claim: ${record.path}`,
      seen: [...about.slice(0, 6).map(placeOf), { file: record.path, ...empty.places[0] }],
      message: `${inWords(placeOf(first))} says that the ${first.fact.subject} is kept, and ${record.path} holds no entry.`,
      next: 'Enter what was really done, with its dates, or take the claim out.',
    };
  }
}

function nameStems({ path, profile }: ReadDocument): ReadonlySet<string> {
  return new Set(
    contentStems(`${profile.title} ${path.slice(path.lastIndexOf('/') + 1).replace(/[_.-]/g, ' ')} ${profile.kind}`),
  );
}
