import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * The schema coordinate of a change as the specification writes it: `Type`, `Type.field`,
 * `Type.field(argument:)`, `@directive`.
 */
function coordinate(path) {
  const [type, field, argument] = path.split('.');
  return argument === undefined ? path : `${type}.${field}(${argument}:)`;
}

async function breakingChanges(from, to) {
  const changes = await diff(from, to);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ message, coordinate: coordinate(path) }));
}

function unreleased(changelog) {
  return changelog.split(/^## /m).find((part) => part.startsWith('Unreleased\n')) ?? '';
}

function isNamed(notes, coordinate) {
  return notes.split('\n').some((line) => line.startsWith(`- BREAKING: \`${coordinate}\``));
}

/** A wrong version in released.graphql, or breaking changes since then that CHANGELOG.md does not list. */
export async function releaseFaults({ schema, releasedText, changelog, version }) {
  const released = /^# (\S+)\n/.exec(releasedText)?.[1];
  if (released !== version)
    return [
      `released.graphql is the schema of ${released}, package.json says ${version}: a release is made with "npm run release -- VERSION".`,
    ];
  const notes = unreleased(changelog);
  const changes = await breakingChanges(buildSchema(releasedText), schema);
  return changes
    .filter(({ coordinate }) => !isNamed(notes, coordinate))
    .map(
      ({ message, coordinate }) =>
        `Breaking since ${released}: ${message}. Take it back, or add to CHANGELOG.md, under "## Unreleased": - BREAKING: \`${coordinate}\`: what clients do instead.`,
    );
}

/** Breaking differences between the contract and the schema. A line in CHANGELOG.md does not permit them. */
export async function contractFaults(contract, schema) {
  const changes = await breakingChanges(contract, schema);
  return changes.map(
    ({ message, coordinate }) => `Not as the contract has it: \`${coordinate}\`: ${message}.`,
  );
}
