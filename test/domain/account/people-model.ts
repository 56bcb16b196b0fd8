/** People in memory: a second, simple implementation of their mutations, without a database. */

export interface Named {
  id: string;
  name: string;
  type?: string;
  permissions?: readonly string[];
  notes?: string | null;
}

export interface Person {
  id: string;
  email: string | null;
  name: string | null;
  username: string | null;
  status: string;
  roleId: string | null;
  departmentId: string | null;
}

type Input = Readonly<Record<string, unknown>>;

export interface Expected {
  readonly faults: readonly string[];
  readonly outcome: string | null;
  /** Bound to the id that the gateway returned. */
  readonly made?: Named | Person;
}

const rejected = (...faults: readonly string[]): Expected => ({ faults: faults.toSorted(), outcome: null });
const done = (outcome: string, made?: Named | Person): Expected => ({
  faults: [],
  outcome,
  ...(made && { made }),
});
const lower = (text: unknown): string => String(text).toLowerCase();

/** Sets the given values, and returns the outcome. */
function change(row: object, values: Input): Expected {
  const before = JSON.stringify(row);
  for (const [name, value] of Object.entries(values)) if (value !== undefined) Reflect.set(row, name, value);
  return done(JSON.stringify(row) === before ? 'UNCHANGED' : 'UPDATED');
}

export class PeopleModel {
  readonly role: Named[] = [];
  readonly department: Named[] = [];
  people: Person[] = [];

  upsert(kind: 'role' | 'department', { id, name, ...values }: Input): Expected {
    const rows = this[kind];
    const matches = rows.filter((row) => lower(row.name) === lower(name));
    const exact = matches.find((row) => row.name === name);
    if (id === undefined) {
      if (exact === undefined && matches.length > 1) return rejected('AMBIGUOUS name');
      const current = exact ?? matches[0];
      if (current !== undefined) return change(current, values);
      const blank = kind === 'role' ? { type: 'USER', permissions: [] } : { notes: null };
      const row: Named = { id: '', name: String(name), ...blank, ...values };
      rows.push(row);
      return done('CREATED', row);
    }
    const current = rows.find((row) => row.id === id);
    if (current === undefined) return rejected('NOT_FOUND id');
    if (exact !== undefined && exact !== current) return rejected('TAKEN name');
    return change(current, { ...values, name });
  }

  remove(kind: 'role' | 'department', id: string): Expected {
    const at = this[kind].findIndex((row) => row.id === id);
    if (at === -1) return rejected('NOT_FOUND id');
    if (this.people.some((person) => person[`${kind}Id`] === id)) return rejected('IN_USE id');
    this[kind].splice(at, 1);
    return done('deleted');
  }

  upsertUser({ by, ...values }: Input): Expected {
    const { id, email: key } = by as { readonly id?: string; readonly email?: string };
    const current = this.people.find((person) =>
      key === undefined ? person.id === id : person.email === lower(key),
    );
    const others = this.people.filter((person) => person !== current);
    const faults: string[] = [];
    if (id !== undefined && current === undefined) faults.push('NOT_FOUND by.id');
    const email = values.email == null ? values.email : lower(values.email);
    if (key !== undefined && email !== undefined && email !== lower(key)) faults.push('INVALID email');
    if (key === undefined && email != null && others.some((person) => person.email === email))
      faults.push('TAKEN email');
    if (values.username != null && others.some(({ username }) => username === values.username))
      faults.push('TAKEN username');
    if (values.status === 'REMOVED') faults.push('INVALID status');
    for (const kind of ['role', 'department'] as const) {
      const given = values[`${kind}Id`];
      if (given != null && !this[kind].some((row) => row.id === given)) faults.push(`NOT_FOUND ${kind}Id`);
    }
    if (faults.length > 0) return rejected(...faults);
    if (current !== undefined)
      return change(current, { ...values, email: key === undefined ? email : undefined });
    const blank = { id: '', email: lower(key), name: null, username: null, status: 'ACTIVE' };
    const person: Person = { ...blank, roleId: null, departmentId: null, ...values, email: lower(key) };
    this.people.push(person);
    return done('CREATED', person);
  }

  removeUser(id: string): Expected {
    const current = this.people.find((person) => person.id === id);
    return current === undefined ? rejected('NOT_FOUND id') : change(current, { status: 'REMOVED' });
  }
}
