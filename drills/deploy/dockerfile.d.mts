export interface Step {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The instruction without its flags. */
  readonly text: string;
}

export interface Stage {
  readonly name: string;
  /** The image that the stage begins with. */
  readonly base: string;
  readonly steps: readonly Step[];
}

export declare const parseDockerfile: (text: string) => readonly Stage[];
export declare const lastOf: (stage: Stage, keyword: string) => Step | undefined;
export declare const variablesOf: (stage: Stage) => Readonly<Record<string, string>>;
