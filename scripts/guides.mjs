import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The guides of /docs, in the order in which a new user needs them. */
const pages = [
  { id: 'first-query', title: 'First query', path: 'README.md', section: 'First query' },
  { id: 'paging', title: 'Paging', path: 'docs/paging.md' },
  { id: 'filters', title: 'Filters', path: 'docs/filters.md' },
  { id: 'errors', title: 'Errors', path: 'docs/errors.md' },
  { id: 'cost', title: 'Cost and limits', path: 'docs/limits.md' },
  { id: 'sign-in', title: 'Sign-in', path: 'docs/sign-in.md' },
  { id: 'writes', title: 'Writes', path: 'docs/writing.md' },
  { id: 'live', title: 'Live changes', path: 'docs/live-changes.md' },
  { id: 'import', title: 'Import', path: 'docs/import.md' },
];

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (each) => entities[each]);
const slugOf = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The part of a page below its title, or one section of it. */
function sourceOf({ path, section }) {
  const text = readFileSync(join(root, path), 'utf8').replace(/<!--.*?-->\n?/gs, '');
  if (section === undefined) return text.replace(/^# .*\n/, '');
  const [, rest = ''] = text.split(`\n## ${section}\n`);
  return rest.split('\n## ')[0];
}

/** The anchor of a link to another page of the repository; undefined for pages that are not guides. */
function targetOf(href, own) {
  const [file, anchor] = href.split('#');
  const name = file.split('/').at(-1);
  const page = file === '' ? own : pages.find(({ path, section }) => !section && path.endsWith(`/${name}`));
  return page && `guide-${page.id}${anchor ? `--${anchor}` : ''}`;
}

function rendererOf(page, anchors) {
  return {
    html: () => '',
    heading({ tokens, depth, text }) {
      const id = `guide-${page.id}--${slugOf(text)}`;
      anchors.add(id);
      const level = Math.min(6, depth + 2);
      return `<h${level} id="${id}" data-guide="${escaped(page.title)}">${this.parser.parseInline(tokens)}</h${level}>`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      if (/^\/(graphql|docs|voyager)\b/.test(href)) return `<a href="${escaped(href)}">${text}</a>`;
      const target = /^[a-z]+:/.test(href) ? undefined : targetOf(href, page);
      return target ? `<a href="#${target}">${text}</a>` : text;
    },
    image: ({ text }) => escaped(text),
    code({ text, lang = '' }) {
      const isOperation = lang === 'graphql' && /^(query|mutation|subscription|\{)/m.test(text);
      const open = `/graphql?${new URLSearchParams({ query: text })}`;
      const label = `Open in GraphiQL: an operation of ${page.title}`;
      const link = isOperation
        ? `<p><a href="${escaped(open)}" aria-label="${escaped(label)}">Open in GraphiQL</a></p>`
        : '';
      return `<figure class="example"><pre tabindex="0" role="group" aria-label="Code of ${escaped(page.title)}"><code>${escaped(text)}</code></pre>${link}</figure>`;
    },
  };
}

/** Replaces links to headings that do not exist in a guide by links to the guide. */
const withTargets = (html, anchors) =>
  html.replace(/href="#(guide-[\w-]+?)(--[^"]*)"/g, (link, guide, rest) =>
    anchors.has(guide + rest) ? link : `href="#${guide}"`,
  );

/** The guides as HTML: `{ id, title, html }`. */
export function readGuides() {
  const anchors = new Set();
  const guides = pages.map((page) => {
    const marked = new Marked({ renderer: rendererOf(page, anchors) });
    const html = marked
      .parse(sourceOf(page))
      .replaceAll('<table>', '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>')
      .replaceAll('</table>', '</table></div>');
    return { id: `guide-${page.id}`, title: page.title, html };
  });
  return guides.map((guide) => ({ ...guide, html: withTargets(guide.html, anchors) }));
}
