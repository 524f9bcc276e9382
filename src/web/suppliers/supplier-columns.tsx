import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { hasProcessorTerms, supplier } from '../../record/kinds/supplier.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { mendingPath } from '../scope/gap-list.tsx';
import { scopePaths } from '../scope/scope-paths.ts';
import type { Column } from '../tables/columns-table.tsx';
import { toolkitSearch } from './look-up-page.tsx';
import { type AssuranceState, assuranceWords, type SupplierRow } from './supplier-list.ts';

const KINDS = new Map(
  (fieldsOf(supplier).find(({ name }) => name === 'assurances')?.of?.[0]?.options ?? []).map(({ value, label }) => [
    value,
    label,
  ]),
);

/** What is known of each supplier and what it lacks. */
export function supplierColumns(seat: Seat): readonly Column<SupplierRow>[] {
  const { organisation } = seat;
  const file = (
    name: string,
    text: (data: SupplierRow['one']['data']) => string | undefined,
    is?: 'day',
  ): Column<SupplierRow> => ({
    name,
    only: 'file',
    text: ({ one }) => neutralised(text(one.data) ?? ''),
    ...(is && { is }),
  });
  return [
    {
      name: 'Supplier',
      text: ({ one }) => neutralised(one.data.name),
      cell: ({ one: { id, data } }) => (
        <div>
          <a href={paths.entity(organisation, supplier.plural, id)}>{neutralised(data.name)}</a>
          <span className="app-because">{neutralised(data.service ?? 'Not said what they do')}</span>
          <span className="app-because">
            {data.reviewedOn ? `Reviewed on ${dayInWords(data.reviewedOn)}` : 'Never reviewed'}
          </span>
        </div>
      ),
    },
    file('What they do', ({ service }) => service),
    file('Reviewed on', ({ reviewedOn }) => reviewedOn, 'day'),
    {
      name: 'To do',
      text: ({ lacks }) => lacks.map(({ words }) => words).join('; '),
      cell: (row) => <Lacks row={row} organisation={organisation} />,
    },
    {
      name: 'Data',
      text: ({ one }) => dataWords(one.data),
      cell: ({ one: { data } }) => (
        <div>
          {dataWords(data)}
          <span className="app-because">{neutralised(data.country ?? 'Country not said')}</span>
        </div>
      ),
    },
    file('Country', ({ country }) => country),
    {
      name: 'Contract',
      only: 'page',
      text: () => '',
      cell: ({ one: { data } }) => (
        <div>
          {data.contractUntil ? `Until ${dayInWords(data.contractUntil)}` : 'End not said'}
          <span className="app-because">{termsWords(data)}</span>
        </div>
      ),
    },
    file('Contract until', ({ contractUntil }) => contractUntil, 'day'),
    file('Processing terms', termsWords),
    file('Processing terms signed on', ({ processorTermsOn }) => processorTermsOn, 'day'),
    {
      name: 'What shows they keep it safe',
      text: ({ assurances }) => assurances.map(assuranceText).join('; '),
      cell: (row) => <Assurances row={row} seat={seat} />,
    },
    file('In the Toolkit', ({ dsptStatus }) => STATUSES.get(dsptStatus ?? '')),
    file('Looked up on', ({ dsptCheckedOn }) => dsptCheckedOn, 'day'),
    file('ODS code', ({ odsCode }) => odsCode),
    {
      name: 'Others and breaches',
      only: 'page',
      text: () => '',
      cell: ({ one: { data } }) => (
        <div>
          {data.subProcessors && data.subProcessors.length > 0
            ? `Subcontractors: ${data.subProcessors.map(neutralised).join(', ')}`
            : 'No subcontractors named'}
          <span className="app-because">
            {data.breachNoticeHours
              ? `Tell you of a breach within ${neutralised(data.breachNoticeHours)}`
              : 'Breach notice not said'}
          </span>
        </div>
      ),
    },
    file('Subcontractors', ({ subProcessors }) => subProcessors?.join('; ')),
    file('Tell you of a breach within', ({ breachNoticeHours }) => breachNoticeHours),
  ];
}

function dataWords({ handlesPersonalData, data }: SupplierRow['one']['data']): string {
  return handlesPersonalData ? neutralised(data ?? 'Personal data') : 'No personal data';
}

function assuranceText(one: AssuranceState): string {
  const what = [KINDS.get(one.kind), one.reference && neutralised(one.reference)].filter(Boolean).join(' ');
  return `${what}: ${assuranceWords(one)}`;
}

function Lacks({ row, organisation }: { readonly row: SupplierRow; readonly organisation: string }) {
  const { one, lacks } = row;
  if (lacks.length === 0) return <Tag modifier="green">Nothing</Tag>;
  return (
    <ul className="app-cell-list">
      {lacks.map(({ words, field, weight }) => (
        <li key={words} {...(weight === 3 && { className: 'app-strong' })}>
          <a href={mendingPath(organisation, { kind: supplier, id: one.id, field })}>
            {words}
            <span className="nhsuk-u-visually-hidden">: {neutralised(one.data.name)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What was written down, and what the Toolkit showed when somebody last looked. */
function Assurances({ row, seat }: { readonly row: SupplierRow } & { readonly seat: Seat }) {
  const { one, assurances, published } = row;
  const { odsCode, dsptStatus, dsptCheckedOn } = one.data;
  const name = <span className="nhsuk-u-visually-hidden">: {neutralised(one.data.name)}</span>;
  return (
    <>
      {assurances.length > 0 ? (
        <ul className="app-cell-list">
          {assurances.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; two may be the same.
            <li key={at}>
              {[KINDS.get(each.kind), each.reference && neutralised(each.reference)].filter(Boolean).join(' ')}:{' '}
              {each.state === 'expired' ? <strong>{assuranceWords(each)}</strong> : assuranceWords(each)}
            </li>
          ))}
        </ul>
      ) : (
        !published && 'Nothing recorded'
      )}
      {dsptCheckedOn !== undefined && (
        <span className="app-because">
          In the Toolkit on {dayInWords(dsptCheckedOn)}: {STATUSES.get(dsptStatus ?? '')}.
          {published?.expiresOn !== undefined &&
            (published.state === 'expired'
              ? ' Look again: a newer one is due.'
              : ` We take it to hold until ${dayInWords(published.expiresOn)}.`)}
        </span>
      )}
      {odsCode !== undefined && (
        <span className="app-because">
          <a href={toolkitSearch} rel="external noreferrer">
            Search the Toolkit{name}
          </a>{' '}
          for {neutralised(odsCode)}
        </span>
      )}
      {may(seat.role, 'write-registers') && (
        <span className="app-because app-not-printed">
          <a href={scopePaths.lookUp(seat.organisation, one.id)}>Record what the Toolkit shows{name}</a>
        </span>
      )}
    </>
  );
}

function termsWords(data: SupplierRow['one']['data']): string {
  if (data.processorTermsOn) return `Processing terms signed on ${dayInWords(data.processorTermsOn)}`;
  const has = hasProcessorTerms(data);
  if (has === true) return 'Processing terms in place, day not known';
  if (!data.handlesPersonalData) return 'No processing terms needed';
  return has === false ? 'No processing terms' : 'Processing terms not said';
}

const STATUSES = new Map(
  (fieldsOf(supplier).find(({ name }) => name === 'dsptStatus')?.options ?? []).map(({ value, label }) => [
    value,
    label,
  ]),
);
