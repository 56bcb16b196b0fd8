import type { Attributes, Span, SpanName, Subject, Tracer } from '../../observe/observer.ts';

/** Statements with the same name for the same field. */
export interface ExplainedStatement {
  readonly name: string;
  count: number;
  rows: number;
  milliseconds: number;
  /** The statement of each execution, up to a limit. */
  readonly subjects: Subject[];
}

export interface ExplainedField {
  readonly path: string;
  /** Other fields that the same statements serve. */
  readonly alsoFor: readonly string[];
  readonly statements: Map<string, ExplainedStatement>;
}

/** The maximum number of statements that PostgreSQL explains, and of fields with a name. */
const [maxSubjects, maxEntries, maxShared] = [50, 100, 10];

const nowhere: readonly string[] = [''];

class PlaceSpan implements Span {
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    this.places = places;
  }

  end(): void {}
}

function placesOf(name: SpanName, attributes: Attributes, parent: Span | undefined): readonly string[] {
  if (Array.isArray(attributes.paths) && attributes.paths.length > 0) return attributes.paths;
  if (name === 'transaction' && attributes.name !== undefined) return [String(attributes.name)];
  return parent instanceof PlaceSpan ? parent.places : nowhere;
}

/** Collects the statements of a request by field. */
export class ExplainedStatements implements Tracer {
  readonly fields = new Map<string, ExplainedField>();
  count = 0;
  rows = 0;
  /** Statements that are counted above and have no entry, and those that are not explained. */
  readonly omitted = { statements: 0, plans: 0 };
  #entries = 0;
  #subjects = 0;

  start(name: SpanName, attributes: Attributes = {}, parent?: Span, subject?: Subject): Span {
    const places = placesOf(name, attributes, parent);
    if (name !== 'statement') return new PlaceSpan(places);
    const since = performance.now();
    return {
      end: ({ rows = 0 } = {}) => {
        this.#add(places, String(attributes.name), Number(rows), performance.now() - since, subject);
      },
    };
  }

  #add(
    places: readonly string[],
    name: string,
    rows: number,
    milliseconds: number,
    subject: Subject | undefined,
  ): void {
    this.count += 1;
    this.rows += rows;
    const entry = this.#entryOf(places, name);
    if (entry === undefined) {
      this.omitted.statements += 1;
      return;
    }
    entry.count += 1;
    entry.rows += rows;
    entry.milliseconds += milliseconds;
    if (subject === undefined || !isExplainable(subject)) return;
    if (this.#subjects === maxSubjects) this.omitted.plans += 1;
    else {
      this.#subjects += 1;
      entry.subjects.push(subject);
    }
  }

  #entryOf([path = '', ...others]: readonly string[], name: string): ExplainedStatement | undefined {
    const alsoFor = others.slice(0, maxShared);
    const key = [path, ...alsoFor].join(' ');
    const field = this.fields.get(key);
    const known = field?.statements.get(name);
    if (known !== undefined || this.#entries === maxEntries) return known;
    this.#entries += 1;
    const entry = { name, count: 0, rows: 0, milliseconds: 0, subjects: [] };
    const statements = field?.statements ?? new Map<string, ExplainedStatement>();
    statements.set(name, entry);
    if (field === undefined) this.fields.set(key, { path, alsoFor, statements });
    return entry;
  }
}

/** PostgreSQL has no plan for other statements, such as `commit`. */
const isExplainable = ({ text }: Subject): boolean =>
  /^\s*(\/\*.*?\*\/\s*)?(select|with|insert|update|delete|merge|values)\b/is.test(text);
