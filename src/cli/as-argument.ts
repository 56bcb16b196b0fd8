import { InvalidArgumentError } from 'commander';
import { CommandError } from './command-error.ts';

/** A parser of arguments whose errors are printed with the usage of the command. */
export function asArgument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof CommandError ? new InvalidArgumentError(error.message) : error;
    }
  };
}
