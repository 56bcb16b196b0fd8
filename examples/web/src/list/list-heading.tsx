import { count } from '../ui/words.ts';
import type { ListParams } from './list-params.ts';

interface Props {
  readonly shown: ListParams;
  readonly total: number;
  readonly choose: (change: Partial<ListParams>) => void;
}

export function ListHeading({ shown, total, choose }: Props) {
  const isFiltered = shown.statuses.length + shown.types.length > 0 || shown.state || shown.query;
  return (
    <div className="results">
      <h2 id="results">{total === 1 ? '1 customer' : `${count(total)} customers`}</h2>
      <p role="status" className="unseen">
        {count(total)} found
      </p>
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
  );
}
