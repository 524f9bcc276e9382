import { InsetText, Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { ReportLinks } from '../report/report-links.ts';
import { SeenAt } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { mendingPath } from '../scope/gap-list.tsx';
import { scopePaths } from '../scope/scope-paths.ts';
import { toolkitSearch } from './look-up-page.tsx';
import { assuranceWords, SUPPLIER_FILTERS, type SupplierRow } from './supplier-list.ts';

export type SuppliersModel = Pick<SeatedVisit, 'seat' | 'query'> & {
  readonly rows: readonly SupplierRow[];
  /** What documents say about suppliers, other than the register. */
  readonly elsewhere: readonly Finding[];
  readonly links: ReportLinks | undefined;
  /** Why nothing is known of what the rules find, where it is not. */
  readonly why: string | undefined;
};

/** Who works for the organisation, what each sees of its data, and what each lacks. */
export function SuppliersPage(model: SuppliersModel) {
  const { seat, query, rows, why } = model;
  const { organisation, role } = seat;
  const asked = SUPPLIER_FILTERS.find(({ show }) => show === query.text('show')) ?? SUPPLIER_FILTERS[0];
  const kept = rows.filter(asked.keeps);
  const { rows: shown, page, pages } = paged(kept, query);
  const here = (show: string) => `${scopePaths.suppliers(organisation)}${show === '' ? '' : `?show=${show}`}`;
  return (
    <div className="app-suppliers">
      <DoneBanner query={query} />
      <h1>Suppliers</h1>
      <p>
        Who works for you, what they see of your data, and what shows that they keep it safe. What needs doing comes
        first.
      </p>
      <ul className="app-ways">
        {may(role, 'write-registers') && (
          <>
            <li>
              <a href={recordPaths.add(organisation, supplier.plural)}>Add a supplier</a>
            </li>
            <li>
              <a href={recordPaths.importRegister(organisation, supplier.plural)}>Take in a spreadsheet</a>
            </li>
          </>
        )}
        <li>
          <a href={paths.register(organisation, supplier.plural)}>Register, with those that have ended</a>
        </li>
        <li>
          <a href={scopePaths.scope(organisation)}>Map of data flows</a>
        </li>
      </ul>
      {why !== undefined && (
        <InsetText>
          <p>{neutralised(why)} Until then nobody can say who lacks terms or assurance.</p>
        </InsetText>
      )}
      {rows.length === 0 ? (
        <p>No supplier is in the register yet. Begin with those that see patient data: hosting, email and support.</p>
      ) : (
        <>
          <nav aria-label="Show only some suppliers">
            <ul className="app-ways">
              {SUPPLIER_FILTERS.map(({ show, words, keeps }) => (
                <li key={show}>
                  <a href={here(show)} {...(show === asked.show && { 'aria-current': 'true' as const })}>
                    {words}: {rows.filter(keeps).length}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {kept.length === 0 ? (
            <p>None of {counted(rows.length, 'supplier')}.</p>
          ) : (
            <SupplierTable {...model} rows={shown} />
          )}
          <PageLinks page={page} pages={pages} href={here(asked.show)} />
          <p className="app-aside">
            A review is due after a year, an assurance is told of 90 days before it expires, and a publication seen in
            the Toolkit is taken to hold until the next 30 June: these are our judgement.
          </p>
        </>
      )}
      <Elsewhere {...model} />
    </div>
  );
}

const KINDS = new Map(
  (fieldsOf(supplier).find(({ name }) => name === 'assurances')?.of?.[0]?.options ?? []).map(({ value, label }) => [
    value,
    label,
  ]),
);

function SupplierTable({ seat, rows }: SuppliersModel) {
  const { organisation } = seat;
  return (
    <DataTable
      caption="Suppliers"
      columns={['Supplier', 'To do', 'Data', 'Contract', 'What shows they keep it safe', 'Others and breaches']}
      rows={rows.map((row) => {
        const { id, data } = row.one;
        return {
          key: id,
          cells: [
            <div key="name">
              <a href={paths.entity(organisation, supplier.plural, id)}>{neutralised(data.name)}</a>
              <span className="app-because">{neutralised(data.service ?? 'Not said what they do')}</span>
              <span className="app-because">
                {data.reviewedOn ? `Reviewed on ${dayInWords(data.reviewedOn)}` : 'Never reviewed'}
              </span>
            </div>,
            <Lacks key="lacks" row={row} organisation={organisation} />,
            <div key="data">
              {data.handlesPersonalData ? neutralised(data.data ?? 'Personal data') : 'No personal data'}
              <span className="app-because">{neutralised(data.country ?? 'Country not said')}</span>
            </div>,
            <div key="contract">
              {data.contractUntil ? `Until ${dayInWords(data.contractUntil)}` : 'End not said'}
              <span className="app-because">
                {data.processorTermsOn
                  ? `Processing terms signed on ${dayInWords(data.processorTermsOn)}`
                  : data.handlesPersonalData
                    ? 'No processing terms'
                    : 'No processing terms needed'}
              </span>
            </div>,
            <Assurances key="assurances" row={row} seat={seat} />,
            <div key="others">
              {data.subProcessors && data.subProcessors.length > 0
                ? `Subcontractors: ${data.subProcessors.map(neutralised).join(', ')}`
                : 'No subcontractors named'}
              <span className="app-because">
                {data.breachNoticeHours
                  ? `Tell you of a breach within ${neutralised(data.breachNoticeHours)}`
                  : 'Breach notice not said'}
              </span>
            </div>,
          ],
        };
      })}
    />
  );
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
function Assurances({ row, seat }: { readonly row: SupplierRow } & Pick<SuppliersModel, 'seat'>) {
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
        <span className="app-because">
          <a href={scopePaths.lookUp(seat.organisation, one.id)}>Record what the Toolkit shows{name}</a>
        </span>
      )}
    </>
  );
}

const STATUSES = new Map(
  (fieldsOf(supplier).find(({ name }) => name === 'dsptStatus')?.options ?? []).map(({ value, label }) => [
    value,
    label,
  ]),
);

function Elsewhere({ elsewhere, links }: SuppliersModel) {
  if (elsewhere.length === 0 || !links) return null;
  return (
    <>
      <h2>What your documents say about suppliers</h2>
      <ul className="app-findings">
        {elsewhere.map((finding) => (
          <li key={`${finding.code} ${finding.subject}`} className="app-finding">
            <p className="app-finding__message">{neutralised(finding.message)}</p>
            <p className="app-next">{neutralised(finding.next)}</p>
            <SeenAt places={finding.seen} links={links} />
          </li>
        ))}
      </ul>
    </>
  );
}
