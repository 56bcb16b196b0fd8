/** A copy of a part of a long text: the part itself keeps the whole text in memory. */
export const copied = (part: string): string => Buffer.from(part, 'utf16le').toString('utf16le');
