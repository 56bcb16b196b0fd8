export class TooManySelections extends Error {
  override readonly name = 'TooManySelections';
  readonly max: number;

  constructor(max: number) {
    super(`Planning the operation takes more than ${max} steps.`);
    this.max = max;
  }
}

/** Counts the selections visited by planning, before any memory is allocated for them. */
export class SelectionCount {
  readonly #max: number;
  #count = 0;

  constructor(max = Number.POSITIVE_INFINITY) {
    this.#max = max;
  }

  get count(): number {
    return this.#count;
  }

  add(selections = 1): void {
    this.#count += selections;
    if (this.#count > this.#max) throw new TooManySelections(this.#max);
  }
}
