import { recordPaths } from '../record/record-paths.ts';

/** Looks for words in everything that an organisation keeps. `id` tells two of them on one page apart. */
export function SearchForm({
  organisation,
  looked = '',
  id = 'search',
}: {
  readonly organisation: string;
  readonly looked?: string;
  readonly id?: string;
}) {
  return (
    <search>
      <form method="get" action={recordPaths.search(organisation)} className="app-search">
        <label className="nhsuk-label" htmlFor={id}>
          Search
        </label>
        <div className="app-search__row">
          <input
            className="nhsuk-input"
            id={id}
            name="q"
            type="search"
            defaultValue={looked}
            autoComplete="off"
            maxLength={200}
          />
          <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  );
}
