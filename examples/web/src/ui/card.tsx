import { type ReactNode, useId } from 'react';
import { count } from './words.ts';

interface Props {
  readonly title: string;
  /** The total number of entries in the card's list. */
  readonly total?: number;
  readonly size?: 'third' | 'half' | 'wide';
  readonly children: ReactNode;
}

export function Card({ title, total, size = 'third', children }: Props) {
  const id = useId();
  return (
    <section className={`card ${size}`} aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {total !== undefined && <span className="count"> {count(total)}</span>}
      </h2>
      {total === 0 ? <p className="muted">None</p> : children}
    </section>
  );
}

/** A label and its value; a missing value is shown as "None". */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children || <span className="muted">None</span>}</dd>
  </div>
);
