import type { Detail, UserError, UserErrorCode } from './user-error.ts';

/** Ends a mutation with user errors: the transaction is rolled back, and this becomes the payload. */
export class Rejection extends Error {
  override readonly name = 'Refusal';
  readonly userErrors: readonly UserError[];
  readonly answer: object;

  constructor(userErrors: readonly UserError[], answer: object = {}) {
    super(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`).join(', '));
    this.userErrors = userErrors;
    this.answer = answer;
  }
}

/** `freightPreferences.carrierId`, or a list of parts if a part contains a dot. */
export type InputPath = string | readonly string[];

const partsOf = (path: InputPath): readonly string[] =>
  typeof path !== 'string' ? path : path === '' ? [] : path.split('.');

export class Faults {
  readonly #below: readonly string[];
  readonly #found: UserError[];

  constructor(below: readonly string[] = [], found: UserError[] = []) {
    this.#below = below;
    this.#found = found;
  }

  /** Ids, names and counts of other objects belong in the detail, which not every caller can read. */
  add(code: UserErrorCode, path: InputPath, message: string, detail?: Detail): void {
    this.#found.push({ code, message, path: [...this.#below, ...partsOf(path)], ...(detail && { detail }) });
  }

  /** The same list for a part of the input: paths are relative to that part. */
  at(path: InputPath): Faults {
    return new Faults([...this.#below, ...partsOf(path)], this.#found);
  }

  has(code: UserErrorCode): boolean {
    return this.#found.some((each) => each.code === code);
  }

  /** Whether a problem of this field of the input, or of a part of it, was added. */
  isAt(field: string): boolean {
    return this.#found.some(({ path }) => path[this.#below.length] === field);
  }

  get found(): readonly UserError[] {
    return this.#found;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  settle(answer: object = {}): void {
    if (!this.isEmpty) throw new Rejection([...this.#found], answer);
  }
}
