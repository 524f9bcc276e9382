import { InsetText } from 'nhsuk-react-components';
import type { Finding } from '../../record/finding.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import type { ReportLinks } from '../report/report-links.ts';
import { SeenAt } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { scopePaths } from '../scope/scope-paths.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { supplierColumns } from './supplier-columns.tsx';
import { SUPPLIER_FILTERS, type SupplierRow, suppliersAsked } from './supplier-list.ts';

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
  const asked = suppliersAsked(query);
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
            <ColumnsTable
              caption="Suppliers"
              columns={supplierColumns(seat)}
              rows={shown}
              keyOf={({ one }) => one.id}
              files={scopePaths.suppliersFile(organisation, asked.show)}
            />
          )}
          <PageLinks page={page} pages={pages} href={here(asked.show)} />
          <p className="app-aside">
            Our judgement: review each supplier once a year. We warn 90 days before an assurance expires. What the
            Toolkit showed counts until the next 30 June.
          </p>
        </>
      )}
      <Elsewhere {...model} />
    </div>
  );
}

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
