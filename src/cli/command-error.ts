/** Why a command cannot do its work, in a line that says what would be right. */
export class CommandError extends Error {
  /** Whether it was called wrongly, rather than at a wrong time. */
  readonly isUsage: boolean;

  constructor(message: string, isUsage = false) {
    super(message);
    this.isUsage = isUsage;
  }
}
