import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

interface Sealed {
  readonly value: unknown;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/** Encrypts values that browsers keep. Every process with the same secret can open them; nothing is stored. */
export class Seal {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'customer-gateway seal', 32));
  }

  /** A text of base64url that only `open` with the same purpose can read, until it expires. */
  seal(purpose: string, sealed: Sealed): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.#key, iv, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(purpose));
    // Tokens are base64url: compressed, they are as long as before base64url is applied again.
    const plain = deflateRawSync(JSON.stringify(sealed));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** Undefined if the text is not a seal of this purpose and secret, or has expired. */
  open(purpose: string, text: string): Sealed | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length <= ivBytes + tagBytes) return undefined;
    const options = { authTagLength: tagBytes };
    const cipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, ivBytes), options);
    cipher.setAAD(Buffer.from(purpose));
    cipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    try {
      const plain = Buffer.concat([cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()]);
      // Authenticated: only `seal` writes these.
      const sealed = JSON.parse(inflateRawSync(plain).toString()) as Sealed;
      return sealed.expiresAt > Date.now() ? sealed : undefined;
    } catch {
      return undefined;
    }
  }
}
