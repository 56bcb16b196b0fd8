import { createHmac } from 'node:crypto';
import type { Message } from '../db/write/outbox.ts';

export interface Webhook {
  readonly url: string;
  /** Each signs, so that receivers can change from one to the next. Base64 after the prefix `whsec_`. */
  readonly secrets: readonly string[];
  readonly timeoutMs: number;
}

function bodyOf({ accountId, topic, recipient, payload, createdAt }: Message): string {
  const data = payload instanceof Object ? payload : {};
  return JSON.stringify({ type: topic, timestamp: createdAt, data: { accountId, recipient, ...data } });
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

/** The headers of the Standard Webhooks specification. The timestamp is that of the attempt, in seconds. */
function signedHeaders(secrets: readonly string[], id: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const content = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(secret, content)).join(' '),
  };
}

/** A short reason without any text of the receiver, which could repeat the payload. */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (error.name === 'TimeoutError') return `no response within ${timeoutMs / 1_000} s`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}

/**
 * A signal that aborts after a time or with `stop`. Node can collect an unreferenced `AbortSignal.timeout` inside
 * `AbortSignal.any` before it fires.
 */
function deadline(timeoutMs: number, stop: AbortSignal): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const onStop = () => controller.abort(stop.reason);
  const timer = setTimeout(
    () => controller.abort(new DOMException('The time is over.', 'TimeoutError')),
    timeoutMs,
  );
  stop.addEventListener('abort', onStop);
  if (stop.aborted) onStop();
  const clear = () => {
    clearTimeout(timer);
    stop.removeEventListener('abort', onStop);
  };
  return { signal: controller.signal, clear };
}

/** Sends a message once. Returns the reason if it was not accepted; throws only if `stop` is aborted. */
export async function sendMessage(
  { url, secrets, timeoutMs }: Webhook,
  message: Message,
  stop: AbortSignal,
): Promise<string | undefined> {
  const body = bodyOf(message);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'customer-gateway',
    ...signedHeaders(secrets, message.id, body),
  };
  const { signal, clear } = deadline(timeoutMs, stop);
  try {
    const {
      ok,
      status,
      body: rest,
    } = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal,
    });
    // Only the status counts. A response of any length is not read.
    await rest?.cancel().catch(() => undefined);
    return ok ? undefined : `HTTP ${status}`;
  } catch (error) {
    stop.throwIfAborted();
    return reasonOf(error, timeoutMs);
  } finally {
    clear();
  }
}
