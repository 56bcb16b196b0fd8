import type { GraphQLSchema } from 'graphql';
import type { Producer } from './enum-values.mjs';
import type { Writer } from './other-writers.mjs';
import type { Written } from './written-fields.mjs';

export interface MappedField {
  readonly type: string;
  readonly field: string;
  readonly inputs: readonly Written[];
  readonly others: readonly Writer[];
  /** The source fields, by system in the order of `sources`. */
  readonly sources: readonly (readonly string[])[];
}

export interface MappedEnum {
  readonly type: string;
  readonly isReturned: boolean;
  readonly stored: readonly string[];
  readonly selecting: readonly string[];
  readonly values: readonly {
    readonly name: string;
    readonly reserved: string | undefined;
    readonly producer: Producer | undefined;
  }[];
}

export interface SourceObject {
  readonly object: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

export interface SourceField {
  readonly object: string;
  readonly field: string;
  /** The GraphQL fields; empty if there is a reason. */
  readonly targets: readonly string[];
  readonly reason?: string;
}

export declare const sources: Readonly<Record<string, readonly SourceObject[]>>;
export declare const sourceFields: (objects: readonly SourceObject[]) => readonly SourceField[];
export declare const fieldMap: (schema: GraphQLSchema) => readonly MappedField[];
export declare const enumMap: (schema: GraphQLSchema) => readonly MappedEnum[];
