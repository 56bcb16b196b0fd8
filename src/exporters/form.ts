import type { CustomerFilter } from '../db/read/filter/filters.ts';
import type { SourceSystem } from '../domain/source-system.ts';
import type { Page } from './page.ts';
import type { Needs } from './read-page.ts';

export interface Place {
  /** The number of customers before those of the page. */
  readonly first: number;
  /** The number of all exported customers; 0 unless the form is counted. */
  readonly total: number;
}

/** A format of exports. */
export interface Form {
  readonly needs: Needs;
  /** The system whose documents these are: other customers are left out. */
  readonly system?: SourceSystem;
  /** Other customers are left out, too. */
  readonly only?: CustomerFilter;
  /** Whether the texts contain the number of all customers. Then there is a text for an empty page, too. */
  readonly isCounted?: boolean;
  readonly head?: string;
  /** The text of the customers of a page, which ends with a line break. */
  text(page: Page, place: Place): string;
}

/** Each document on a line of its own. */
export const linesOf = (documents: readonly object[]): string =>
  documents.map((each) => `${JSON.stringify(each)}\n`).join('');

/** The documents of a page, as a response of the system's API or each on a line of its own. */
export interface DocumentOptions {
  readonly isLines: boolean;
}
