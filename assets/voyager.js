import { graphOf, introspection, rootsOf } from './graph.js';
import { namedInHash } from './hash.js';
import { draw } from './picture.js';
import { searchIn } from './search.js';
import { fetchSignedIn, openSession } from './session.js';
import { View } from './view.js';

const main = document.getElementById('content');
const state = document.getElementById('state');
const frame = document.getElementById('frame');
const details = document.getElementById('details');
const rootChoice = document.getElementById('root');
const values = document.getElementById('values');

const titles = { Query: 'Queries', Mutation: 'Mutations', Subscription: 'Subscriptions' };

/** The diagram on the page: its graph, SVG element, box positions and view. */
let shown;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const link = (name, text = name) => element('a', { href: `#${name}` }, text);

const listOf = (title, items) =>
  items.length === 0
    ? []
    : [element('h3', {}, title), element('ul', {}, ...items.map((each) => element('li', {}, ...each)))];

/** Describes a type in the side panel: its outgoing and incoming references and its value fields. */
function describe({ name, description, fields, possible }) {
  const from = [...shown.nodes.values()].flatMap((node) =>
    node.fields.filter(({ target }) => target === name).map((field) => [link(node.name), `.${field.name}`]),
  );
  const to = [...fields.filter(({ target }) => target), ...possible].map((field) => [
    `${field.name}: `,
    link(field.target, field.type),
  ]);
  const own = fields.filter(({ target }) => !target).map((field) => [`${field.name}: ${field.type}`]);
  details.replaceChildren(
    element('h2', { tabindex: '-1' }, name),
    element('p', {}, description ?? ''),
    element('p', {}, element('a', { href: `/docs#${name}` }, 'In the reference')),
    ...listOf('References', to),
    ...listOf('Referenced by', from),
    ...listOf('Values', own),
  );
}

function overview() {
  const names = [...shown.nodes.keys()].sort();
  details.replaceChildren(
    element('h2', {}, `${names.length} types`),
    element(
      'p',
      {},
      'Select a type to see its references in both directions. A connection is drawn as the list of its rows.',
    ),
    element(
      'p',
      {},
      'Drag to move and scroll to zoom. Keys: arrows to move, + and − to zoom, 0 to show all.',
    ),
    element('ul', {}, ...names.map((name) => element('li', {}, link(name)))),
  );
}

function select(name) {
  const node = shown.nodes.get(name);
  const near = new Set([name]);
  for (const path of shown.picture.querySelectorAll('path')) {
    const { from, to } = path.dataset;
    const isNear = from === name || to === name;
    path.classList.toggle('near', isNear);
    if (isNear) near.add(from).add(to);
  }
  for (const box of shown.picture.querySelectorAll('.box')) {
    box.classList.toggle('chosen', box.dataset.name === name);
    box.classList.toggle('near', near.has(box.dataset.name));
  }
  shown.picture.classList.toggle('choosing', node !== undefined);
  if (!node) return overview();
  const wasInside = details.contains(document.activeElement);
  describe(node);
  if (wasInside) details.querySelector('h2').focus();
  shown.view.look(shown.byName.get(name));
}

/** The type below the root with the most references: around it, the diagram has most to read. */
function homeOf(nodes) {
  const degree = ({ fields }) => fields.filter(({ target }) => target).length;
  const [root, ...others] = nodes.values();
  return others.reduce((most, each) => (degree(each) > degree(most) ? each : most), others[0] ?? root).name;
}

function show(schema) {
  const nodes = graphOf(schema, rootChoice.value);
  const { picture, byName, size } = draw(nodes, values.checked);
  frame.replaceChildren(picture);
  shown = { nodes, picture, byName, view: new View(picture, size) };
  picture.addEventListener('focusin', ({ target }) => {
    // A click must not move the picture away from the pointer.
    if (target.matches('.head:focus-visible')) shown.view.look(byName.get(target.ariaLabel));
  });
  shown.view.look(byName.get(homeOf(nodes)));
  select(namedInHash());
}

async function fetchSchema() {
  const response = await fetchSignedIn(main.dataset.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: introspection }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data.__schema;
}

async function start() {
  await openSession();
  const schema = await fetchSchema();
  const roots = rootsOf(schema);
  rootChoice.replaceChildren(...roots.map((name) => new Option(titles[name] ?? name, name)));
  // A link may name a type that is only reachable from another root.
  const home = roots.find((root) => graphOf(schema, root).has(namedInHash()));
  if (home) rootChoice.value = home;
  main.classList.add('drawn');
  show(schema);
  state.textContent = '';
  for (const each of [rootChoice, values]) each.addEventListener('change', () => show(schema));
  addEventListener('hashchange', () => select(namedInHash()));
  document.getElementById('nearer').addEventListener('click', () => shown.view.zoom(0.8));
  document.getElementById('farther').addEventListener('click', () => shown.view.zoom(1.25));
  document.getElementById('fit').addEventListener('click', () => {
    location.hash = '';
    shown.view.fit();
  });
  const things = schema.types.map(({ name, description }) => ({ id: name, text: description ?? '' }));
  const drawn = new Set(roots.flatMap((root) => [...graphOf(schema, root).keys()]));
  searchIn(
    things.filter(({ id }) => drawn.has(id)),
    (name) => {
      if (!shown.nodes.has(name)) {
        rootChoice.value = roots.find((root) => graphOf(schema, root).has(name));
        show(schema);
      }
      history.pushState(null, '', `#${name}`);
      select(name);
      details.querySelector('h2').focus();
    },
  );
}

start().catch((error) => {
  state.textContent = `The diagram cannot be shown: ${error.message}`;
});
