import type { errorCodes } from '../src/error-codes.ts';
import type { catalogue } from '../src/observe/metrics/catalogue.ts';
import type { defaultText } from '../src/option-text.ts';
import type { options } from '../src/options.ts';
import type { prices } from '../src/prices.ts';

interface Sources {
  readonly errorCodes: typeof errorCodes;
  /** The schema in SDL. */
  readonly sdl: string;
  readonly options: typeof options;
  readonly defaultText: typeof defaultText;
  readonly prices: typeof prices;
  readonly catalogue: typeof catalogue;
}

type Print<Source extends keyof Sources> = (page: string, sources: Pick<Sources, Source>) => string;

export declare const withErrors: Print<'errorCodes' | 'sdl'>;
export declare const withOptions: Print<'options' | 'defaultText'>;
export declare const withLimits: Print<'options' | 'prices'>;
export declare const withFieldMap: Print<'sdl'>;
export declare const withMetrics: Print<'catalogue'>;
export declare const withLayers: (page: string) => string;
