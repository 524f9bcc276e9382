import type { Form } from '../route.ts';

/** Rows of one page of a long list. */
const PAGE_ROWS = 100;

export type Paged<Row> = {
  readonly rows: readonly Row[];
  /** From 1. */
  readonly page: number;
  /** At least 1, also when there is no row. */
  readonly pages: number;
};

/** The rows of `?page=`; the nearest page there is when that one is not there, the first when it is no number. */
export function paged<Row>(all: readonly Row[], query: Form, size = PAGE_ROWS): Paged<Row> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const typed = query.text('page');
  const page = /^\d{1,9}$/.test(typed) ? Math.min(Math.max(Number(typed), 1), pages) : 1;
  return { rows: all.slice((page - 1) * size, page * size), page, pages };
}

/** Leads to the page before and the page after; nothing when there is only one. `href` may ask for something already. */
export function PageLinks({ page, pages, href }: Omit<Paged<unknown>, 'rows'> & { readonly href: string }) {
  if (pages === 1) return null;
  const before = `${href}${href.includes('?') ? '&' : '?'}page=`;
  const link = (to: number, way: 'prev' | 'next', title: string) => (
    <a className={`nhsuk-pagination__link nhsuk-pagination__link--${way}`} href={`${before}${to}`} rel={way}>
      <span className="nhsuk-pagination__title">{title}</span>
      <span className="nhsuk-u-visually-hidden">:</span>{' '}
      <span className="nhsuk-pagination__page">{`Page ${to} of ${pages}`}</span>
    </a>
  );
  return (
    <nav className="nhsuk-pagination" aria-label="Pages">
      <ul className="nhsuk-list nhsuk-pagination__list">
        {page > 1 && <li className="nhsuk-pagination-item--previous">{link(page - 1, 'prev', 'Previous')}</li>}
        {page < pages && <li className="nhsuk-pagination-item--next">{link(page + 1, 'next', 'Next')}</li>}
      </ul>
    </nav>
  );
}
