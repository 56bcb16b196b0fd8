/** The input cannot be imported as a whole, or not with these options. The message says what would be right. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
