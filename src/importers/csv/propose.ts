import { stringify } from 'yaml';
import { sourceSystems } from '../../domain/source-system.ts';
import { InputError } from '../input-error.ts';
import { isSecretName } from '../mapping/received.ts';
import { readHeadRows } from '../read/csv.ts';
import { type Input, sourcesOf, textOf } from '../read/source.ts';
import { areInConflict, csvTargets, isOfExport, targetNames, targetOf } from './targets.ts';

/** Other usual names of columns, without case, spaces and punctuation; the first that a table has is used. */
const usual: Readonly<Record<string, string>> = {
  sourceId: 'id customerid accountid customerno customernumber custid shortid code recordid',
  name: 'companyname company customername accountname businessname organization',
  number: 'customernumber customerno accountnumber',
  shortId: 'shortcode',
  active: 'isactive enabled',
  status: 'customerstatus accountstatus',
  ediStatus: 'edi',
  commissionPolicy: 'commission',
  note: 'notes comment comments remarks',
  'creditLimit.value': 'creditlimit creditamount credit',
  'creditLimit.unit.abbreviation': 'creditlimitcurrency creditcurrency currency currencycode',
  reference: 'externalid externalreference',
  referenceOrigin: 'origin',
  'contactInfo.name': 'contact contactname contactperson',
  'contactInfo.email': 'email emailaddress mail contactemail',
  'contactInfo.phone': 'phone phonenumber telephone tel contactphone',
  'contactInfo.fax': 'fax faxnumber',
  'contactInfo.url': 'url website web homepage',
  'freightPreferences.status': 'freight freightstatus freightpolicy',
  'freightPreferences.carrier': 'carrier carriername shipvia defaultcarrier',
  'freightPreferences.serviceLevel': 'servicelevel serviceleveltoken service shippingservice',
  'freightPreferences.billingType': 'billingtype freightbillingtype',
  'freightPreferences.billingAccount': 'billingaccount freightaccount carrieraccount',
  'defaults.paymentTerm': 'paymentterm paymentterms terms',
  'defaults.shippingTerm': 'shippingterm shippingterms',
  'defaults.priority': 'priority',
  'defaults.salesRep': 'salesrep salesrepemail salesperson salespersonemail accountmanager',
  'defaults.salesRep.username': 'salesrepusername salespersonusername salesrep salesperson accountmanager',
  'notificationPreferences.acceptsInvoiceEmails': 'acceptsinvoiceemails invoiceemails',
  type: 'customertype typegroup',
  priceGroups: 'pricegroup pricegroups pricinggroup pricinggroups pricelist',
  'parent.number': 'parentnumber parentaccountnumber parentcustomernumber parentaccount',
  'parent.source.sourceId': 'parentid parentaccountid parentcustomerid parent',
  'shopper.email': 'shopemail loginemail',
  'shopper.status': 'shopstatus',
  'shopper.shopperReference': 'shopperreference',
  customerGroup: 'group',
  createdAt: 'created createdate datecreated createdon',
  modifiedAt: 'modified updated updatedat lastmodified lastmodifieddate modifiedon',
  tags: 'labels',
};

/** Usual names of the parts of an address. */
const parts: Readonly<Record<string, string>> = {
  name: 'name company companyname',
  phone: 'phone phonenumber',
  email: 'email',
  streetLine1: 'address1 address addressline1 street street1 streetline1 line1',
  streetLine2: 'address2 addressline2 street2 streetline2 line2 suite',
  locality: 'city locality town',
  state: 'state region province statecode',
  postalCode: 'zip zipcode postalcode postcode',
  country: 'country countrycode countryname',
};

/** Words in front of the parts of an address. */
const places: Readonly<Record<string, readonly string[]>> = {
  billToAddress: ['billto', 'billtoaddress', 'billing', 'billingaddress', 'bill', 'invoice'],
  shipToAddress: ['shipto', 'shiptoaddress', 'shipping', 'shippingaddress', 'ship', 'delivery'],
  address: [''],
};

/** A name or phone alone is one of the customer. */
const ofCustomer = new Set(['name', 'phone', 'email']);

function addressNames(place: string, part: string): readonly string[] {
  const names = (parts[part] ?? '').split(' ');
  if (place === 'address' && ofCustomer.has(part)) return [];
  return (places[place] ?? []).flatMap((word) => names.map((each) => word + each));
}

function namesOf(target: string): readonly string[] {
  const [place = '', part = '', ...rest] = target.split('.');
  const isPart = place in places && part in parts && rest.length === 0;
  return [keyOf(target), ...(isPart ? addressNames(place, part) : (usual[target]?.split(' ') ?? []))];
}

const keyOf = (column: string): string => column.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const maxSamples = 3;
const maxShown = 40;

type Samples = readonly (readonly string[])[];

const isSampleOf = (target: string, cell: string): boolean => {
  let isRight = true;
  const warn = (code: string): undefined => {
    if (code === 'INVALID') isRight = false;
    return undefined;
  };
  const place = { path: '', system: sourceSystems.OTHER, options: { timeZone: 'UTC' }, warn, nest() {} };
  targetOf(target)?.read(cell, place);
  return isRight;
};

/** Whether the cells can be values of the field: one of them is, or there is none. */
function fits(target: string, column: number, samples: Samples): boolean {
  if (targetOf(target)?.isList) return true;
  const cells = samples.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length === 0 || cells.some((cell) => isSampleOf(target, cell));
}

/** The field of each column, as far as the names are usual. */
function guess(
  header: readonly string[],
  samples: Samples,
  isAllowed: (target: string) => boolean,
): ReadonlyMap<string, string> {
  const columns = new Map(header.map((each, at) => [keyOf(each), at] as const).reverse());
  const found = new Map<string, string>();
  for (const target of Object.keys(csvTargets).filter(isAllowed)) {
    if ([...found.values()].some((each) => areInConflict(each, target))) continue;
    const at = namesOf(target).flatMap((name) => columns.get(name) ?? []);
    const column = at.find((each) => !found.has(header[each] ?? '') && fits(target, each, samples));
    if (column !== undefined) found.set(header[column] ?? '', target);
  }
  return found;
}

function sampleText(column: number, samples: Samples): string {
  const cells = [...new Set(samples.map((row) => row[column]?.trim() ?? ''))].filter((each) => each !== '');
  const shown = cells.slice(0, maxSamples).map((each) => each.replaceAll(/\s+/g, ' ').slice(0, maxShown));
  return shown.length === 0 ? '' : ` # ${shown.join(' | ')}`;
}

const otherHead = [
  '# AUGNO, INVENTORY_PRO, COMMERCE_LAYER or OTHER; OTHER requires the name of the system.',
  ...['system: OTHER', 'name: other'],
];
const exportHead = ['# An export of the gateway: customers are found by their numbers.', 'system: GATEWAY'];

/** Columns that only exports of the gateway have. */
const exported = ['number', 'relationshipType', 'sources', 'version'];

/** A mapping file for a table, to be completed by hand: each column with its field or null, and samples of its cells. */
export function proposeMapping(header: readonly string[], samples: Samples): string {
  const isExport = exported.every((each) => header.includes(each));
  const fields = guess(header, samples, isExport ? isOfExport : () => true);
  const rows = header.map((column, at) => {
    const line = stringify({ [column]: fields.get(column) ?? null }, { lineWidth: 0 }).trimEnd();
    return `  ${line}${isSecretName(column) ? '' : sampleText(at, samples)}`;
  });
  const missing =
    isExport || [...fields.values()].includes('sourceId')
      ? []
      : ['# One column requires the field sourceId: the id of the customer in its system.'];
  return [
    ...(isExport ? exportHead : otherHead),
    '# Texts that are empty cells.',
    `empty: ${isExport ? '[]' : '["NULL"]'}`,
    '# Between the elements of a list in one cell, such as tags.',
    'separator: ","',
    '# Fields with the same value in all rows, such as {creditLimit.unit.abbreviation: USD}.',
    'values: {}',
    ...missing,
    '# The field of each column; null leaves the column out. Fields:',
    `# ${targetNames.join(', ')}`,
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
