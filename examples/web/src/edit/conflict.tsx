import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type FieldPath, fields, paths, type Reading, spoken, type Values } from './fields.ts';

type Side = 'mine' | 'theirs';

interface Props {
  /** What the form opened with. */
  readonly read: Values;
  readonly mine: Values;
  readonly theirs: Reading;
  readonly decide: (values: Values, by: Reading) => void;
  readonly cancel: () => void;
}

/** Both versions side by side. Where only they changed a field, theirs is chosen; where one did oneself, one's own. */
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
        <fieldset key={path}>
          <legend>{fields[path].label}</legend>
          <Choice
            path={path}
            side="mine"
            label={mine[path] === read[path] ? 'As you opened it' : 'Yours'}
            value={mine[path]}
            chosen={sideOf(path)}
            choose={setChosen}
          />
          <Choice
            path={path}
            side="theirs"
            label="Theirs"
            value={theirs.values[path]}
            chosen={sideOf(path)}
            choose={setChosen}
          />
        </fieldset>
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

interface ChoiceProps {
  readonly path: FieldPath;
  readonly side: Side;
  readonly label: string;
  readonly value: string;
  readonly chosen: Side;
  readonly choose: (
    change: (chosen: Partial<Record<FieldPath, Side>>) => Partial<Record<FieldPath, Side>>,
  ) => void;
}

function Choice({ path, side, label, value, chosen, choose }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="radio"
        name={path}
        checked={chosen === side}
        onChange={() => choose((before) => ({ ...before, [path]: side }))}
      />
      <span>
        <strong>{label}</strong>
        <span className="value">{spoken(path, value) || <em>empty</em>}</span>
      </span>
    </label>
  );
}
