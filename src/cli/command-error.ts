/** Why a command cannot do its work, in a line that says what would be right. */
export class CommandError extends Error {}
