import type { Socket } from 'node:net';

export type Phase = 'connecting' | 'answering' | 'closing' | 'resting' | 'closed';

export interface WaitLimits {
  readonly connectMs: number;
  readonly answerMs: number;
}

/** Whether the connection's last statements took effect is unknown. */
export class SilentConnectionError extends Error {
  override readonly name = 'SilentConnectionError';
  readonly code = 'ETIMEDOUT';
  readonly phase: Phase;

  constructor(phase: Phase, ms: number) {
    super(`The database connection received nothing for ${Math.round(ms)} ms while ${phase}.`);
    this.phase = phase;
  }
}

export const isSilence = (error: unknown): boolean =>
  error instanceof SilentConnectionError && error.phase === 'answering';

export interface Watched {
  readonly phase: Phase;
  readonly isExpendable: boolean;
  readonly socket: Pick<Socket, 'bytesRead' | 'destroy'>;
}

const watchdogsByServer = new Map<string, Set<Watchdog>>();

const maxTickMs = 250;

/** Counts silence in ticks, so that a paused process does not mistake its own pause for silence. */
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

  watch(): void {
    this.#timer ??= setTimeout(() => this.#tick(), this.#tickMs).unref();
  }

  /** One without a statement limit does not join: the silence of others must not close it. */
  join(): void {
    if (!Number.isFinite(this.#limits.answerMs)) return;
    const group = watchdogsByServer.get(this.#server) ?? new Set();
    watchdogsByServer.set(this.#server, group.add(this));
  }

  leave(): void {
    clearTimeout(this.#timer);
    const group = watchdogsByServer.get(this.#server);
    if (group?.delete(this) && group.size === 0) watchdogsByServer.delete(this.#server);
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
    for (const other of watchdogsByServer.get(this.#server) ?? []) other.#dropIfSilent(this.#silentMs);
  }

  #dropIfSilent(ms: number): void {
    const restingMs = performance.now() - this.#restingSince;
    const isSilent = this.#timer === undefined && restingMs + this.#tickMs >= ms;
    if (isSilent && this.#watched.isExpendable)
      this.#watched.socket.destroy(new SilentConnectionError('resting', restingMs));
  }
}
