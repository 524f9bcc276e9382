import { findOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { may } from '../../workspace/may.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { actorWords } from '../record/actor-words.ts';
import { DocumentPage } from '../record/document-page.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { type Answer, page, type SeatedVisit } from '../route.ts';

const PREVIEW_LINES = 1_000;

/** The page of one document, with what is wrong when something was not done. */
export async function showDocument(
  services: RecordRouteServices,
  { seat, query }: SeatedVisit,
  id: string,
  mistakes: readonly FormMistake[] = [],
  status = 200,
): Promise<Answer> {
  const { records, documents, standings, today } = services;
  const { organisation, role } = seat;
  const record = await records.open(organisation);
  const one = record && findOf(record.holdings, document, id);
  if (!one) return { show: 'not-found' };
  const { holdings } = record;
  const evenHeld = may(role, 'release-held-documents');
  const seesWhy = evenHeld && one.data.hold === 'patient-identifiable';
  const [looked, warning, standing, steps, who] = await Promise.all([
    documents.preview(organisation, one.id, PREVIEW_LINES, { evenHeld }),
    seesWhy ? documents.warningOf(organisation, one) : undefined,
    standings.on(organisation, today()),
    standings.history(organisation, document.name, one.id),
    actorWords(services, organisation, holdings),
  ]);
  const body = (
    <DocumentPage
      {...{ seat, query, one, holdings, steps, who, mistakes }}
      today={today()}
      preview={looked.ok ? looked.preview : { notShown: looked.problem.message }}
      warning={warning?.message}
      standing={standing.ok ? standing.standing : undefined}
    />
  );
  return page(`${mistakes.length > 0 ? 'Error: ' : ''}${one.data.path}`, body, { status });
}
