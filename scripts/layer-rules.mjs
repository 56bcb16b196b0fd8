import { basename, dirname } from 'node:path';
import { files, layers, rootFiles } from './layers.mjs';

const folders = [...new Set(layers.map(({ folder }) => folder.split('/')[0]))];
const partsOfDb = [
  'generated',
  ...layers.flatMap(({ folder }) => (folder.startsWith('db/') ? [folder.slice(3)] : [])),
];

const pattern = (path) => (path.endsWith('.ts') ? `**/${path}` : `**/${path}/**`);

const denied = (names, allowed) =>
  names
    .filter((name) => !allowed.includes(name))
    .flatMap((name) => [
      pattern(name),
      ...allowed.filter((path) => path.startsWith(`${name}/`)).map((path) => `!${pattern(path)}`),
    ]);

const withinDb = (paths) => paths.map((path) => path.replace(/^db\//, ''));

function importsOf({ folder, imports }) {
  const [top] = folder.split('/');
  const outside = denied([...folders, ...files], [...imports, top]);
  if (top !== 'db') return outside;
  const client = imports.includes('db/client.ts') ? [] : ['../client.ts'];
  return [...outside, ...client, ...denied(partsOfDb, withinDb([...imports, folder]))];
}

const librariesOf = (libraries) => [
  '**',
  '!.*/**',
  '!node:*',
  '!node:*/**',
  ...libraries.flatMap((library) => [`!${library}`, `!${library}/**`]),
];

const override = (includes, patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
});

const importRule = (where, group) => ({
  group,
  message: `${where} cannot import this; scripts/layers.mjs lists the imports of each folder.`,
});

const libraryRule = (where, libraries) => ({
  group: librariesOf(libraries),
  message: `${where} cannot import this library; scripts/layers.mjs lists the libraries of each folder.`,
});

/** The linter's rules, as text. */
export const biomeLayers = () =>
  `${JSON.stringify(
    {
      overrides: [
        ...rootFiles.map(({ path, imports, libraries }) =>
          override([path], [importRule(path, denied(folders, imports)), libraryRule(path, libraries)]),
        ),
        override(['src/db/*.ts'], [libraryRule('src/db/', ['@prisma/client', 'pg'])]),
        ...layers.map((layer) =>
          override(
            [`src/${layer.folder}/**`],
            [
              importRule(`${layer.folder}/`, importsOf(layer)),
              libraryRule(`${layer.folder}/`, layer.libraries),
            ],
          ),
        ),
      ],
    },
    null,
    2,
  )}\n`;

const code = (names) => names.map((name) => `\`${name}\``).join(', ') || '–';

/** The folders and files as the table shows them: many files of one folder as one entry. */
function shortened(imports) {
  const isIn = (folder) => (path) => path.endsWith('.ts') && dirname(path) === folder;
  const entries = imports.map((path) => {
    if (!path.endsWith('.ts')) return `${path}/`;
    const siblings = imports.filter(isIn(dirname(path)));
    if (siblings.length < 4) return path;
    return `${dirname(path)}/{${siblings.map((each) => basename(each, '.ts')).join(', ')}}.ts`;
  });
  return [...new Set(entries)];
}

/** The rows of the table in CONTRIBUTING.md. */
export const layerRows = () =>
  layers.map(({ folder, vocabulary, imports, libraries }) => [
    `\`${folder}/\``,
    vocabulary,
    code(shortened(imports)),
    code(libraries),
  ]);
