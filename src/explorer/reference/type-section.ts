import {
  astFromValue,
  type GraphQLEnumValue,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  print,
} from 'graphql';

import { findRule } from '../../schema/build/field-rules.ts';
import type { InputValue } from './argument-values.ts';
import type { OutputField } from './example.ts';
import type { Examples } from './examples.ts';
import { type Html, html, prose } from './html.ts';
import type { Uses } from './uses.ts';

export interface Reference {
  readonly schema: GraphQLSchema;
  readonly examples: Examples;
  readonly uses: ReadonlyMap<string, Uses>;
  readonly endpoint: string;
}

const link = (coordinate: string, text: string | Html = coordinate): Html =>
  html`<a href="#${coordinate}">${text}</a>`;

function typeLink(type: GraphQLType): Html {
  const name = getNamedType(type).name;
  const [before = '', after = ''] = String(type).split(name);
  return html`<code class="type">${before}${link(name)}${after}</code>`;
}

const deprecated = (reason: string | null | undefined): Html =>
  html`${reason != null && html`<div class="deprecated"><strong>Deprecated.</strong> ${prose(reason)}</div>`}`;

function defaultOf({ defaultValue, type }: InputValue): Html {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return html`${value && html` <span class="default">= <code>${print(value)}</code></span>`}`;
}

function inputRow(owner: string, input: InputValue): Html {
  const isNeeded = isRequiredArgument(input);
  return html`<div class="row" id="${owner}.${input.name}" data-name>
<dt><code class="name">${input.name}</code> ${typeLink(input.type)}${defaultOf(input)}${isNeeded && html` <span class="badge">required</span>`}</dt>
<dd>${prose(input.description)}${deprecated(input.deprecationReason)}</dd></div>`;
}

const pagingNames = ['after', 'before', 'first', 'last'];

/** The arguments that every list has, folded. */
const pagingOf = (coordinate: string, args: readonly InputValue[]): Html =>
  html`<details class="arguments"><summary>Paging: ${args.map(({ name }) => name).join(', ')}</summary>
<dl>${args.map((arg) => inputRow(coordinate, arg))}</dl></details>`;

function argumentsOf(coordinate: string, args: readonly InputValue[], isOpen: boolean): Html {
  if (args.length === 0) return html``;
  const title = args.length === 1 ? '1 argument' : `${args.length} arguments`;
  const paging = args.filter(({ name }) => pagingNames.includes(name));
  const isPaged = paging.length === pagingNames.length;
  const own = isPaged ? args.filter((arg) => !paging.includes(arg)) : args;
  return html`<details class="arguments"${isOpen && html` open`}><summary>${title}</summary>
<dl>${own.map((arg) => inputRow(coordinate, arg))}</dl>${isPaged && pagingOf(coordinate, paging)}</details>`;
}

function scopesOf(field: OutputField): Html {
  const rule = findRule(field);
  if (rule === undefined) return html``;
  const text = rule === 'open' ? html`any scope` : html`scope <code>${rule.join(' or ')}</code>`;
  return html` <span class="badge">${text}</span>`;
}

function fieldRow(owner: string, field: OutputField): Html {
  const coordinate = `${owner}.${field.name}`;
  return html`<div class="row" id="${coordinate}" data-name>
<dt><code class="name">${field.name}</code> ${typeLink(field.type)}${scopesOf(field)}</dt>
<dd>${prose(field.description)}${deprecated(field.deprecationReason)}${argumentsOf(coordinate, field.args, false)}</dd></div>`;
}

const valueRow = (owner: string, { name, description, deprecationReason }: GraphQLEnumValue): Html =>
  html`<div class="row" id="${owner}.${name}" data-name><dt><code class="name">${name}</code></dt><dd>${prose(description)}${deprecated(deprecationReason)}</dd></div>`;

const definitionList = (title: string, rows: readonly Html[]): Html =>
  html`${rows.length > 0 && html`<h4>${title}</h4><dl>${rows}</dl>`}`;

function members(type: GraphQLNamedType): Html {
  if (isEnumType(type))
    return definitionList(
      'Values',
      type.getValues().map((each) => valueRow(type.name, each)),
    );
  if (isInputObjectType(type))
    return definitionList(
      'Fields',
      Object.values(type.getFields()).map((each) => inputRow(type.name, each)),
    );
  if (isObjectType(type) || isInterfaceType(type))
    return definitionList(
      'Fields',
      Object.values(type.getFields()).map((each) => fieldRow(type.name, each)),
    );
  return html``;
}

const links = (title: string, coordinates: readonly string[]): Html =>
  html`${coordinates.length > 0 && html`<h4>${title}</h4><ul class="links">${coordinates.map((each) => html`<li>${link(each)}</li>`)}</ul>`}`;

function relations(type: GraphQLNamedType, { schema, uses }: Reference): Html {
  const { returnedBy = [], acceptedBy = [] } = uses.get(type.name) ?? {};
  const interfaces = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  return html`${links('Implements', interfaces)}${links('Possible types', possible)}${links('Returned by', returnedBy)}${links('Accepted by', acceptedBy)}`;
}

export function exampleOf(key: string, { examples, endpoint }: Reference): Html {
  const text = examples.get(key);
  if (text === undefined) return html``;
  const open = `${endpoint}?${new URLSearchParams({ query: text })}`;
  return html`<figure class="example"><figcaption>Example</figcaption>
<pre tabindex="0" aria-label="Example of ${key}"><code>${text}</code></pre>
<p><a href="${open}" aria-label="Open in GraphiQL: ${key}">Open in GraphiQL</a></p></figure>`;
}

export function rootSection(owner: string, field: OutputField, reference: Reference): Html {
  const coordinate = `${owner}.${field.name}`;
  return html`<section class="entry" id="${coordinate}" data-name aria-label="${coordinate}">
<h3>${link(coordinate, field.name)} ${typeLink(field.type)}${scopesOf(field)}</h3>
${prose(field.description)}${deprecated(field.deprecationReason)}
${argumentsOf(coordinate, field.args, true)}${exampleOf(coordinate, reference)}</section>`;
}

const kinds = [
  ['input', isInputObjectType],
  ['enum', isEnumType],
  ['scalar', isScalarType],
  ['interface', isInterfaceType],
  ['type', isObjectType],
] as const;

const kindOf = (type: GraphQLNamedType): string => kinds.find(([, is]) => is(type))?.[0] ?? 'union';

export function typeSection(type: GraphQLNamedType, reference: Reference): Html {
  const isOneOf = isInputObjectType(type) && type.isOneOf;
  const specified = isScalarType(type) ? type.specifiedByURL : null;
  return html`<section class="entry" id="${type.name}" data-name aria-label="${type.name}">
<h3>${link(type.name)} <span class="badge">${kindOf(type)}${isOneOf && ', exactly one field'}</span></h3>
${prose(type.description)}${specified && html`<p>Specified by <a href="${specified}">${specified}</a>.</p>`}
${exampleOf(type.name, reference)}${members(type)}${relations(type, reference)}</section>`;
}
