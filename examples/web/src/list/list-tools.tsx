import { count } from '../ui/words.ts';
import { isSort, type ListParams, sorts } from './list-params.ts';

interface Props {
  readonly shown: ListParams;
  readonly total: number;
  readonly choose: (change: Partial<ListParams>, options?: { readonly replace?: boolean }) => void;
}

export function ListTools({ shown, total, choose }: Props) {
  const isFiltered = shown.statuses.length + shown.types.length > 0 || shown.state || shown.query;
  return (
    <>
      <search className="tools">
        <label className="search">
          Search
          <input
            type="search"
            value={shown.query}
            placeholder="Name, number, email, phone …"
            maxLength={256}
            onChange={(event) => choose({ query: event.target.value }, { replace: true })}
          />
        </label>
        <label>
          Order
          <select
            value={shown.sort}
            onChange={({ target }) => isSort(target.value) && choose({ sort: target.value })}
          >
            {Object.entries(sorts).map(([name, { label }]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </search>
      <div className="results">
        <h2 id="results" role="status">
          {total === 1 ? '1 customer' : `${count(total)} customers`}
        </h2>
        {isFiltered && (
          <button
            type="button"
            className="quiet"
            onClick={() => choose({ query: '', statuses: [], types: [], state: null })}
          >
            Clear search and filters
          </button>
        )}
      </div>
    </>
  );
}
