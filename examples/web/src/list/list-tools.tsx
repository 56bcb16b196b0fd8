import { isSort, type ListParams, sorts } from './list-params.ts';

interface Props {
  readonly shown: ListParams;
  readonly choose: (change: Partial<ListParams>, options?: { readonly replace?: boolean }) => void;
}

export const ListTools = ({ shown, choose }: Props) => (
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
);
