export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

export function readGuides(): readonly Guide[];
