/** How many requests are under way, of as many as there may be. */
export class InFlight {
  readonly #max: number;
  #underWay = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Lets one more in; undefined where there are too many. What is given back is called once it has left. */
  enter(): (() => void) | undefined {
    if (this.#underWay >= this.#max) return undefined;
    this.#underWay += 1;
    let isIn = true;
    return () => {
      if (isIn) this.#underWay -= 1;
      isIn = false;
    };
  }
}
