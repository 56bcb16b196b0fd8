import { stringify } from 'yaml';
import { InputError } from '../input-error.ts';
import { isSecretName } from '../mapping/received.ts';
import { readHeadRows } from '../read/csv.ts';
import { type Input, sourcesOf, textOf } from '../read/source.ts';
import { csvTargets } from './targets.ts';

/** Usual names of columns, without case, spaces and punctuation; the first that a table has is used. */
const usual: Readonly<Record<string, string>> = {
  sourceId: 'sourceid id customerid accountid customerno customernumber custid shortid code recordid',
  name: 'name companyname company customername accountname businessname organization',
  number: 'number customernumber customerno accountnumber',
  shortId: 'shortid shortcode',
  active: 'active isactive enabled',
  note: 'note notes comment comments remarks',
  reference: 'reference externalid externalreference',
  'contactInfo.name': 'contact contactname contactperson',
  'contactInfo.email': 'email emailaddress mail contactemail',
  'contactInfo.phone': 'phone phonenumber telephone tel contactphone',
  'contactInfo.fax': 'fax faxnumber',
  'contactInfo.url': 'url website web homepage',
  'address.streetLine1': 'address1 address addressline1 street streetline1 line1',
  'address.streetLine2': 'address2 addressline2 streetline2 line2 suite',
  'address.locality': 'city locality town',
  'address.state': 'state region province statecode',
  'address.postalCode': 'zip zipcode postalcode postcode',
  'address.country': 'country countrycode countryname',
  createdAt: 'created createdat createddate datecreated',
  modifiedAt: 'modified modifiedat updated updatedat lastmodified lastmodifieddate',
  tags: 'tags labels',
};

const keyOf = (column: string): string => column.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const maxSamples = 3;
const maxShown = 40;

/** The column of each field, as far as the names are usual. Each column has one field at most. */
function guess(header: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map(header.toReversed().map((each) => [keyOf(each), each]));
  const found = new Map<string, string>();
  for (const [target, names] of Object.entries(usual)) {
    const key = names.split(' ').find((each) => columns.has(each) && !found.has(columns.get(each) ?? ''));
    const column = key === undefined ? undefined : columns.get(key);
    if (column !== undefined) found.set(column, target);
  }
  return found;
}

function sampleText(column: number, samples: readonly (readonly string[])[]): string {
  const cells = [...new Set(samples.map((row) => row[column]?.trim() ?? ''))].filter((each) => each !== '');
  const shown = cells.slice(0, maxSamples).map((each) => each.replaceAll(/\s+/g, ' ').slice(0, maxShown));
  return shown.length === 0 ? '' : ` # ${shown.join(' | ')}`;
}

/** A mapping file for a table, to be completed by hand: each column with its field or null, and samples of its cells. */
export function proposeMapping(header: readonly string[], samples: readonly (readonly string[])[]): string {
  const fields = guess(header);
  const rows = header.map((column, at) => {
    const line = stringify({ [column]: fields.get(column) ?? null }, { lineWidth: 0 }).trimEnd();
    return `  ${line}${isSecretName(column) ? '' : sampleText(at, samples)}`;
  });
  const missing = [...fields.values()].includes('sourceId')
    ? []
    : ['# One column requires the field sourceId: the id of the customer in its system.'];
  return [
    '# AUGNO, INVENTORY_PRO, COMMERCE_LAYER or OTHER; OTHER requires the name of the system.',
    'system: OTHER',
    'name: other',
    '# Texts that are empty cells.',
    'empty: ["NULL"]',
    ...missing,
    '# The field of each column; null leaves the column out. Fields:',
    `# ${Object.keys(csvTargets).join(', ')}`,
    'columns:',
    ...rows,
    '',
  ].join('\n');
}

/** A mapping file for the first table of an input. Throws an `InputError` if there is none. */
export async function proposeMappingFor(input: Input): Promise<string> {
  for await (const source of sourcesOf(input)) {
    const [header, ...samples] = await readHeadRows(textOf(source));
    if (header !== undefined)
      return proposeMapping(
        header.map((each) => each.trim()),
        samples,
      );
  }
  throw new InputError('The input has no table; give a file with a header row.');
}
