import { Html, html } from './html.ts';
import { sessionBox, signInForm } from './session-form.ts';

interface PageContent {
  readonly title: string;
  readonly path: string;
  /** The name of its own style and script, used beside those of all pages. */
  readonly name: string;
  readonly assets: string;
  readonly body: Html;
}

const places = [
  ['GraphiQL', '/graphql'],
  ['Reference', '/docs'],
  ['Picture', '/voyager'],
] as const;

const bar = (
  path: string,
  tools: Html,
): Html => html`<header class="bar"><span class="brand">Customer gateway</span>
<nav aria-label="Pages">${places.map(([name, to]) => html`<a href="${to}"${to === path && html` aria-current="page"`}>${name}</a>`)}</nav>${tools}${sessionBox}</header>`;

const search = html`<div id="search" role="search" hidden>
<input id="query" type="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" aria-label="Search" placeholder="Search" title="The key / begins a search" autocomplete="off" spellcheck="false">
<ul id="found" role="listbox" aria-label="Found" hidden></ul></div>`;

function renderPage({ title, path, name, assets, body }: PageContent): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} – Customer gateway</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets}page.css"><link rel="stylesheet" href="${assets}session.css"><link rel="stylesheet" href="${assets}${name}.css">
<script type="module" src="${assets}${name}.js"></script></head>
<body><a class="skip" href="#content">Skip to the content</a>${bar(path, search)}${signInForm}${body}</body></html>`
    .text;
}

/** The reference page, with or without its content; without, a script fetches the content with the reader's token. */
export function docsPage(assets: string, content: string | null): string {
  const body =
    content === null
      ? html`<div id="reference" data-from="/docs/content"></div>`
      : html`<div id="reference">${new Html(content)}</div>`;
  return renderPage({ title: 'Schema reference', path: '/docs', name: 'docs', assets, body });
}

export function voyagerPage(assets: string, endpoint: string): string {
  const body = html`<main id="content" tabindex="-1" data-endpoint="${endpoint}"><h1 class="unseen">Schema diagram</h1>
<p id="state" role="status">Loading the diagram …</p>
<div id="tools"><label>From <select id="root"></select></label><label><input id="values" type="checkbox"> with values</label>
<span><button type="button" id="nearer" aria-label="Zoom in">+</button> <button type="button" id="farther" aria-label="Zoom out">−</button> <button type="button" id="fit">All</button></span></div>
<div id="frame"></div><section id="details" aria-label="Selected type" tabindex="0"></section></main>`;
  return renderPage({ title: 'Schema diagram', path: '/voyager', name: 'voyager', assets, body });
}
