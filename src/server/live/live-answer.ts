import { type ExecutionResult, GraphQLError } from 'graphql';

export interface LiveOptions {
  /** What happens, as the subscription's field gives it. */
  readonly source: AsyncIterator<unknown>;
  /** The answer to one of them. */
  readonly answer: (event: unknown) => Promise<ExecutionResult>;
  /** Aborted with the end, whatever ends it: what is under way is for nobody then. */
  readonly stop: AbortController;
  /** Called once it is over. */
  readonly onEnd: (why: GraphQLError | undefined) => void;
  /** How long an answer may lie there before the next is asked for. */
  readonly stallMs: number;
  readonly tooSlow: () => GraphQLError;
}

/** As the errors of an answer are, which are masked where they are presented. */
export const asGraphQL = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });

const over = { done: true, value: undefined } as const;

/**
 * The answers of a subscription, each made when the one before was sent: a slow reader has nothing wait for it but
 * itself. It ends with an error that says why, unless whoever reads it ended it.
 */
export class LiveAnswer implements AsyncIterableIterator<ExecutionResult> {
  readonly #options: LiveOptions;
  #farewell: GraphQLError | undefined;
  #isOver = false;
  #stall: NodeJS.Timeout | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#beginStall();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends it; why is told as the last answer, unless nobody is there to hear it. */
  end(why?: GraphQLError): void {
    clearTimeout(this.#stall);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#farewell = why;
    const { source, stop, onEnd } = this.#options;
    stop.abort(why);
    // It waits for nothing once it was stopped; what it still says is for nobody.
    void source.return?.().catch(() => undefined);
    onEnd(why);
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    clearTimeout(this.#stall);
    const result = this.#isOver ? undefined : await this.#answerNext();
    if (result === undefined) return this.#sayFarewell();
    if (!this.#isOver) this.#beginStall();
    return { done: false, value: result };
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.end();
    return over;
  }

  #beginStall(): void {
    const { stallMs, tooSlow } = this.#options;
    this.#stall = setTimeout(() => this.end(tooSlow()), stallMs);
  }

  /** Undefined once it is over. */
  async #answerNext(): Promise<ExecutionResult | undefined> {
    const { source, answer } = this.#options;
    try {
      const { done, value } = await source.next();
      if (this.#isOver) return undefined;
      if (done) return void this.end();
      const result = await answer(value);
      if (this.#isOver) return undefined;
      // Who has not this one must not get the next: it comes back, and reads on from where it was.
      if (result.data == null) this.end();
      return result;
    } catch (error) {
      if (this.#isOver) return undefined;
      return void this.end(asGraphQL(error));
    }
  }

  #sayFarewell(): IteratorResult<ExecutionResult, undefined> {
    const farewell = this.#farewell;
    this.#farewell = undefined;
    return farewell === undefined ? over : { done: false, value: { errors: [farewell] } };
  }
}
