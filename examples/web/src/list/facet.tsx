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
  /** Whether the gateway accepts only one value for this filter: choosing another value replaces it. */
  readonly only?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The values of one filter, each with the number of customers that it would show. */
export function Facet({ label, options, chosen, only = false, onChange }: Props) {
  const [isLong, setLong] = useState(false);
  // A value that was deselected remains visible even without customers, because it has the focus.
  const [tried, setTried] = useState<readonly Option[]>([]);
  const toggle = (option: Option) => {
    const { value } = option;
    setTried([...tried.filter((other) => other.value !== value), option]);
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(only ? [value] : [...chosen, value]);
  };
  const kept = new Set([...chosen, ...tried.map(({ value }) => value)]);
  const values = options.map(({ value }) => value);
  const visible = [
    ...options.filter((option, index) => isLong || index < shortList || kept.has(option.value)),
    ...tried.flatMap((option) => (values.includes(option.value) ? [] : { ...option, count: 0 })),
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
            onChange={() => toggle(option)}
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
