// node evolution/check.mjs [--root DIRECTORY] [CONTRACT...]: checks whether the schema may be released as it
// is (CONTRIBUTING.md, "Deprecating and releasing"). Prints one line per problem and exits with 1 if there is any.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultsOf } from './faults.mjs';

const { values, positionals } = parseArgs({
  options: { root: { type: 'string', default: fileURLToPath(new URL('../../', import.meta.url)) } },
  allowPositionals: true,
});
const faults = await faultsOf(values.root, positionals);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
