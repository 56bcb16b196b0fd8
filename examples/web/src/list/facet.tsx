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
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The values of one filter, and how many customers each would show. */
export function Facet({ label, options, chosen, only = false, onChange }: Props) {
  const [isLong, setLong] = useState(false);
  const toggle = (value: string) => {
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(only ? [value] : [...chosen, value]);
  };
  const visible = options.filter(({ value }, index) => isLong || index < shortList || chosen.includes(value));
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      {options.length === 0 && <p className="muted">None in this list</p>}
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
