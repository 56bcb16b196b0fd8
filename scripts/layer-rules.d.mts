/** The linter's rules for imports, as text. */
export declare const biomeLayers: () => string;
