export interface Producer {
  /** The mutation or query whose response has the value; absent for the fields of changes. */
  readonly operation?: string;
  readonly text?: string;
}

export declare const producers: Readonly<Record<string, Producer>>;
export declare const reservedValues: Readonly<Record<string, string>>;
