import type { Release } from '../fair-queue.ts';
import { clientLeft, type Observation } from '../observe/observation.ts';
import type { HeaderOf } from '../observe/observer.ts';
import type { Signal } from '../signal.ts';
import type { Deadline } from './limits/time.ts';

/** The parts of a request's head that its observation needs. */
export interface Head {
  readonly method: string;
  /** The client's address; undefined if the request did not arrive over a socket. */
  readonly address?: string | undefined;
  readonly headerOf: HeaderOf;
}

/** A request, from its headers to the end of its response. */
export class RequestScope {
  readonly requestId: string;
  /** The client's address; undefined if the request did not arrive over a socket. */
  readonly address: string | undefined;
  readonly observation: Observation;
  /** Aborted at the deadline, or when the client disconnects. */
  readonly signal: Signal;
  readonly #deadline: Deadline;
  readonly #releases: Release[] = [];
  #hasEnded = false;

  constructor(observation: Observation, address: string | undefined, deadline: Deadline) {
    this.requestId = observation.requestId;
    this.address = address;
    this.observation = observation;
    this.signal = deadline.signal;
    this.#deadline = deadline;
  }

  abort(): void {
    this.#deadline.abort();
    this.observation.end(clientLeft, 0);
  }

  /** Calls `release` when the scope ends; immediately if it has ended. */
  onEnd(release: Release): void {
    if (this.#hasEnded) release();
    else this.#releases.push(release);
  }

  end(): void {
    this.#hasEnded = true;
    this.#deadline.end();
    for (const release of this.#releases.splice(0)) release();
  }
}
