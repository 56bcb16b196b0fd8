import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type FieldPath, fields, paths, type Reading, spoken, type Values } from './fields.ts';

type Side = 'mine' | 'theirs';

interface Props {
  /** The values that the form opened with. */
  readonly read: Values;
  readonly mine: Values;
  readonly theirs: Reading;
  readonly decide: (values: Values, by: Reading) => void;
  readonly cancel: () => void;
}

/**
 * Both versions side by side. Preselects the other user's value of a field that this user did not change,
 * otherwise this user's value.
 */
export function Conflict({ read, mine, theirs, decide, cancel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<Partial<Record<FieldPath, Side>>>({});
  useEffect(() => heading.current?.focus(), []);

  const sideOf = (path: FieldPath): Side => chosen[path] ?? (mine[path] === read[path] ? 'theirs' : 'mine');
  const differing = paths.filter((path) => mine[path] !== theirs.values[path]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kept = differing.filter((path) => sideOf(path) === 'mine').map((path) => [path, mine[path]]);
    decide({ ...theirs.values, ...Object.fromEntries(kept) }, theirs);
  };
  return (
    <form onSubmit={submit} className="conflict">
      <h2 id="edit-title" ref={heading} tabIndex={-1}>
        Somebody else saved in between
      </h2>
      <p>
        The customer is at version {theirs.version} now, and nothing of yours is lost. Choose what to keep of
        each field that differs.
      </p>
      {differing.map((path) => (
        <Difference
          key={path}
          path={path}
          mine={mine[path]}
          isTouched={mine[path] !== read[path]}
          theirs={theirs.values[path]}
          chosen={sideOf(path)}
          choose={(side) => setChosen({ ...chosen, [path]: side })}
        />
      ))}
      {differing.length === 0 && <p>Both wrote the same: there is nothing to choose.</p>}
      <p className="actions">
        <button type="submit" className="primary">
          Save what is chosen
        </button>
        <button type="button" onClick={cancel}>
          Keep theirs, close
        </button>
      </p>
    </form>
  );
}

interface DifferenceProps {
  readonly path: FieldPath;
  readonly mine: string;
  /** Whether this user changed the field after opening the form. */
  readonly isTouched: boolean;
  readonly theirs: string;
  readonly chosen: Side;
  readonly choose: (side: Side) => void;
}

const Difference = ({ path, mine, isTouched, theirs, chosen, choose }: DifferenceProps) => (
  <fieldset>
    <legend>{fields[path].label}</legend>
    {(
      [
        ['mine', isTouched ? 'Yours' : 'As you opened it', mine],
        ['theirs', 'Theirs', theirs],
      ] as const
    ).map(([side, label, value]) => (
      <label key={side} className="choice">
        <input type="radio" name={path} checked={chosen === side} onChange={() => choose(side)} />
        <span>
          <strong>{label}</strong>
          <span className="value">{spoken(path, value) || <em>empty</em>}</span>
        </span>
      </label>
    ))}
  </fieldset>
);
