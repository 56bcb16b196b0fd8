export type Writer =
  | { readonly kind: 'system' | 'part' | 'importer'; readonly text: string }
  | { readonly kind: 'derived'; readonly from: readonly string[] }
  | { readonly kind: 'inverse'; readonly of: readonly string[] }
  | { readonly kind: 'mutation' | 'command'; readonly names: readonly string[] };

export declare const otherWriters: Readonly<Record<string, readonly Writer[]>>;
export declare const resultTypes: RegExp;
export declare const subjects: Readonly<Record<string, readonly string[]>>;
