interface Path {
  readonly type: string;
  readonly from: string;
}

interface Field {
  readonly object: string;
  readonly field: string;
}

export declare const isOnPage: (system: string, field: Field) => boolean;
export declare const fieldAt: (system: string, path: Path) => Field;
export declare const isKnown: (rows: readonly Path[], system: string, field: Field) => boolean;
