import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../context.ts';
import type { Limits } from '../limits.ts';
import { presentResult } from './errors.ts';
import { overloaded, type Refusal } from './http/refusal.ts';
import { InFlight } from './limits/in-flight.ts';
import { startDeadline } from './limits/time-limit.ts';
import type { LiveAnswer } from './live/live-answer.ts';
import type { Answer, Asked } from './operation/answer.ts';
import type { SignIn } from './sign-in.ts';

/** A request while it is here: what it is called, and how long it may take. */
export interface Visit {
  readonly requestId: string;
  /** Aborted when it took too long, or when its caller hung up. */
  readonly signal: AbortSignal;
  abandon(): void;
  /** Its answer is sent, or nobody will read it. */
  leave(): void;
}

export interface ReceptionOptions {
  readonly limits: Limits;
  readonly log: Logger;
  readonly signIn: SignIn;
  readonly answer: Answer;
}

/** What all requests go through in this order, whoever reads them from the network. */
export class Reception {
  readonly signIn: SignIn;
  readonly #answer: Answer;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #inFlight: InFlight;

  constructor({ limits, log, signIn, answer }: ReceptionOptions) {
    this.#limits = limits;
    this.#log = log;
    this.signIn = signIn;
    this.#answer = answer;
    this.#inFlight = new InFlight(limits.inFlight);
  }

  /** Before anything of a request is read. */
  enter(requestId: string): Visit | Refusal {
    const leave = this.#inFlight.enter();
    return leave === undefined ? overloaded : this.visit(requestId, leave);
  }

  /** A request that does not count among those under way. */
  visit(requestId: string, leave: () => void = () => undefined): Visit {
    const { signal, abandon, end } = startDeadline(this.#limits.requestMs, requestId, this.#log);
    return {
      requestId,
      signal,
      abandon,
      leave() {
        end();
        leave();
      },
    };
  }

  /** The answer as the caller sees it. */
  async answer(
    visit: Visit,
    viewer: Viewer,
    asked: Omit<Asked, 'viewer' | 'requestId' | 'signal'>,
  ): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
    const { requestId, signal } = visit;
    const answer = await this.#answer({ ...asked, viewer, requestId, signal });
    if (!(Symbol.asyncIterator in answer)) return this.present(visit, answer);
    // It is no request under way any more, and takes as long as it likes.
    visit.leave();
    return mapped(answer, (each) => this.present(visit, each));
  }

  present({ requestId }: Visit, result: ExecutionResult): ExecutionResult {
    return presentResult(result, requestId, { log: this.#log, maxErrors: this.#limits.errors });
  }
}

/** Each of them as the caller sees it. */
function mapped(
  answers: LiveAnswer,
  map: (each: ExecutionResult) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await answers.next();
      return done ? { done, value } : { value: map(value) };
    },
    return: () => answers.return(),
  };
}

export const isRefusal = (given: object): given is Refusal => 'status' in given;
