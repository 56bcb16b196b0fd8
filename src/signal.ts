/** The part of an AbortSignal that waiting work uses. */
export interface Signal {
  readonly aborted: boolean;
  /** The error of work that is stopped; undefined until then. */
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
