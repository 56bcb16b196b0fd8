import type { Socket } from 'node:net';

/** The phases of a connection. In all but the last two, it waits for its server. */
export type Phase = 'connecting' | 'answering' | 'closing' | 'resting' | 'closed';

export interface WaitLimits {
  /** Maximum silence while a connection is being opened, and maximum time to close it. */
  readonly connectMs: number;
  /** Maximum silence of a connection with unanswered statements. */
  readonly answerMs: number;
}

/**
 * A connection did not respond in time and was closed; whether its last statements took effect is unknown.
 */
export class SilentConnectionError extends Error {
  override readonly name = 'SilentConnectionError';
  readonly code = 'ETIMEDOUT';
  readonly phase: Phase;

  constructor(phase: Phase, ms: number) {
    super(`The database connection received nothing for ${Math.round(ms)} ms while ${phase}.`);
    this.phase = phase;
  }
}

/** Whether an established connection stopped responding, so that a new one may work. */
export const isSilence = (error: unknown): boolean =>
  error instanceof SilentConnectionError && error.phase === 'answering';

export interface Watched {
  readonly phase: Phase;
  /** Whether the connection is idle outside a transaction, so that closing it loses nothing. */
  readonly isExpendable: boolean;
  readonly socket: Pick<Socket, 'bytesRead' | 'destroy'>;
}

/** The watched connections of each server. */
const groups = new Map<string, Set<Watchdog>>();

const maxTickMs = 250;

/**
 * Closes a connection that is silent for longer than its limits. Time is counted in ticks, between which
 * the event loop reads arrived data, so that a paused process does not mistake its own pause for silence.
 */
export class Watchdog {
  readonly #watched: Watched;
  readonly #limits: WaitLimits;
  readonly #server: string;
  readonly #tickMs: number;
  #timer: NodeJS.Timeout | undefined;
  #phase: Phase = 'resting';
  #bytesRead = 0;
  #silentMs = 0;
  #restingSince = performance.now();

  constructor(watched: Watched, limits: WaitLimits, server: string) {
    this.#watched = watched;
    this.#limits = limits;
    this.#server = server;
    this.#tickMs = Math.min(maxTickMs, limits.connectMs / 8, limits.answerMs / 8);
  }

  /** Starts watching; must be called when a wait begins. One timer serves all statements of a tick. */
  watch(): void {
    this.#timer ??= setTimeout(() => this.#tick(), this.#tickMs).unref();
  }

  /**
   * Adds the connection to its server's group. One without a statement
   * limit does not join, since the silence of others must not close it.
   */
  join(): void {
    if (!Number.isFinite(this.#limits.answerMs)) return;
    const group = groups.get(this.#server) ?? new Set();
    groups.set(this.#server, group.add(this));
  }

  leave(): void {
    clearTimeout(this.#timer);
    const group = groups.get(this.#server);
    if (group?.delete(this) && group.size === 0) groups.delete(this.#server);
  }

  #tick(): void {
    this.#timer = undefined;
    const { phase, socket } = this.#watched;
    const { bytesRead } = socket;
    const hasProgress = phase !== this.#phase || (phase !== 'closing' && bytesRead !== this.#bytesRead);
    this.#silentMs = hasProgress ? 0 : this.#silentMs + this.#tickMs;
    this.#phase = phase;
    this.#bytesRead = bytesRead;
    if (phase === 'closed') return;
    if (phase === 'resting') this.#restingSince = performance.now();
    else if (this.#silentMs < this.#limitOf(phase)) this.watch();
    else this.#expire(phase);
  }

  #limitOf(phase: Phase): number {
    return phase === 'answering' ? this.#limits.answerMs : this.#limits.connectMs;
  }

  #expire(phase: Phase): void {
    const { socket } = this.#watched;
    if (phase === 'closing') socket.destroy();
    else socket.destroy(new SilentConnectionError(phase, this.#silentMs));
    if (phase !== 'answering') return;
    // Otherwise each dead connection to the server would time out another request.
    for (const other of groups.get(this.#server) ?? []) other.#dropIfSilent(this.#silentMs);
  }

  /** Closes an idle connection that has received nothing for at least as long as the silent one. */
  #dropIfSilent(ms: number): void {
    const restingMs = performance.now() - this.#restingSince;
    const isSilent = this.#timer === undefined && restingMs + this.#tickMs >= ms;
    if (isSilent && this.#watched.isExpendable)
      this.#watched.socket.destroy(new SilentConnectionError('resting', restingMs));
  }
}
