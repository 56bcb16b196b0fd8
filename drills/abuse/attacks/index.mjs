import { largeAnswers, workers } from './answers.mjs';
import { bodies, connections } from './bodies.mjs';
import { depth } from './depth.mjs';
import { documents, fragments } from './documents.mjs';
import { accounts, callers, filters, scans, searches, sorts, words } from './expensive.mjs';
import { hints } from './hints.mjs';
import { hosts } from './hosts.mjs';
import { entities, lists, persisted, variables } from './inputs.mjs';
import { keys } from './keys.mjs';
import { mutations } from './mutations.mjs';
import { pages } from './pages.mjs';
import { scopes } from './scopes.mjs';
import { statements } from './statements.mjs';
import { subscriptions } from './subscriptions.mjs';

/** @type {readonly import('../types.mjs').Attack[]} */
export const attacks = [
  pages,
  documents,
  fragments,
  statements,
  words,
  sorts,
  searches,
  scans,
  filters,
  callers,
  accounts,
  scopes,
  bodies,
  connections,
  hosts,
  depth,
  hints,
  keys,
  subscriptions,
  lists,
  entities,
  persisted,
  variables,
  mutations,
  largeAnswers,
  workers,
];
