import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const pagesIn = async (folder: string) =>
  (await readdir(join(root, folder)))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const names = ['README.md', 'CONTRIBUTING.md', ...(await pagesIn('docs')), ...(await pagesIn('docs/adr'))];
const pages = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)),
);

const withoutCode = (page: string) => page.replaceAll(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string) =>
  [...withoutCode(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

const brokenLinks = (name: string, page: string) =>
  [...withoutCode(page).matchAll(/\]\(([^)\s#]*)(?:#([^)\s]*))?\)/g)]
    .map(([, path = '', anchor]) => ({ path, anchor }))
    .filter(({ path }) => !path.includes(':') && !path.startsWith('/'))
    .filter(({ path, anchor }) => {
      const target = path === '' ? name : normalize(join(dirname(name), path));
      const targetPage = pages.get(target);
      if (targetPage === undefined || anchor === undefined) return !existsSync(join(root, target));
      return !anchorsOf(targetPage).includes(anchor);
    })
    .map(({ path, anchor }) => `${name}: ${path}${anchor === undefined ? '' : `#${anchor}`}`);

test('links between pages lead to existing files and headings', () => {
  expect([...pages].flatMap(([name, page]) => brokenLinks(name, page))).toEqual([]);
});

test('a link to a missing file or heading is reported', () => {
  const page = '## Cost\n[a](#cost) [b](#price) [c](docs/none.md) [d](docs/limits.md#cost)';
  pages.set('page.md', page);

  expect(brokenLinks('page.md', page)).toEqual(['page.md: #price', 'page.md: docs/none.md']);
  pages.delete('page.md');
});
