import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import { statuses } from '../ui/words.ts';
import type { customerFacets_facets$key } from './__generated__/customerFacets_facets.graphql.ts';
import { Facet } from './facet.tsx';
import type { ListParams } from './list-params.ts';

const fragment = graphql`
  fragment customerFacets_facets on CustomerFacets {
    statuses {
      value
      count
    }
    types {
      value {
        id
        name
      }
      count
    }
    states {
      value
      count
    }
  }
`;

interface Props {
  readonly facets: customerFacets_facets$key;
  readonly shown: ListParams;
  readonly choose: (change: Partial<ListParams>) => void;
}

export function CustomerFacets({ facets, shown, choose }: Props) {
  const data = useFragment(fragment, facets);
  const [isOpen, setOpen] = useState(false);
  const chosen = shown.statuses.length + shown.types.length + (shown.state ? 1 : 0);
  return (
    <aside aria-label="Filters">
      <button
        type="button"
        className="toggle"
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <div id="filters" className={isOpen ? 'open' : 'folded'}>
        <Facet
          label="Status"
          options={data.statuses.map(({ value, count }) => ({ value, count, label: statuses[value] }))}
          chosen={shown.statuses}
          onChange={(values) => choose({ statuses: values })}
        />
        <Facet
          label="Type"
          options={data.types.map(({ value, count }) => ({ value: value.id, count, label: value.name }))}
          chosen={shown.types}
          onChange={(values) => choose({ types: values })}
        />
        <Facet
          label="State or province"
          only
          options={data.states.map(({ value, count }) => ({ value, count, label: value }))}
          chosen={shown.state ? [shown.state] : []}
          onChange={(values) => choose({ state: values.at(-1) ?? null })}
        />
      </div>
    </aside>
  );
}
