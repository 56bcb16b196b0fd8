import { useState } from 'react';
import { count } from '../ui/words.ts';

const shortList = 8;

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** The gateway takes one value for this filter: choosing another lets the first go. */
  readonly only?: boolean;
  /** The name of a chosen value that the facet does not have, since no customer has it. */
  readonly nameOf: (value: string) => string;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The values of one filter, and how many customers each would show. */
export function Facet({ label, options, chosen, only = false, nameOf, onChange }: Props) {
  const [isLong, setLong] = useState(false);
  // What was chosen stays to be seen, even with no customer, and after it is let go, since the focus is there.
  const [tried, setTried] = useState(chosen);
  const toggle = (value: string) => {
    setTried([...tried, value]);
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(only ? [value] : [...chosen, value]);
  };
  const kept = new Set([...tried, ...chosen]);
  const values = options.map(({ value }) => value);
  const without = [...kept].filter((value) => !values.includes(value));
  const visible = [
    ...options.filter((option, index) => isLong || index < shortList || kept.has(option.value)),
    ...without.map((value) => ({ value, label: nameOf(value), count: 0 })),
  ];
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      {visible.length === 0 && <p className="muted">None in this list</p>}
      {visible.map((option) => (
        <label key={option.value}>
          <input
            id={`${label}-${option.value}`}
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>{option.label}</span>
          <span className="count">{count(option.count)}</span>
        </label>
      ))}
      {options.length > shortList && (
        <button type="button" className="quiet" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `All ${options.length}`}
          <span className="unseen"> of {label}</span>
        </button>
      )}
    </fieldset>
  );
}
