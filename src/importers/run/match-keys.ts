/** The keys by which an import finds existing customers, apart from source records. */
export const matchKeys = ['number', 'shortId', 'reference', 'email'] as const;
export type MatchKey = (typeof matchKeys)[number];
