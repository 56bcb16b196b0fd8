import { differencesBetween, type Inventory } from './backup-inventory.ts';
import { CommandError } from './command-error.ts';

const maxShown = 10;

export function checkRestored(backup: Inventory, database: Inventory, consequence: string): void {
  const differences = differencesBetween(backup, database);
  if (differences.length === 0) return;
  const more = differences.length > maxShown ? `\n  and ${differences.length - maxShown} more` : '';
  const lines = differences.slice(0, maxShown).map((line) => `\n  ${line}`);
  throw new CommandError(
    `The restored database differs from the backup's manifest; ${consequence}:${lines.join('')}${more}`,
  );
}
