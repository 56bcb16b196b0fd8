import dagre from './dagre.js';

const line = 20;
const padding = 10;
const font = '13px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const pen = document.createElement('canvas').getContext('2d');

function widthOf(text) {
  pen.font = font;
  return pen.measureText(text).width;
}

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const counted = (count, name) => `${count} ${name}${count === 1 ? '' : 's'}`;

/** The lines of a box: the fields that lead to a type, then the value fields or their number. */
function linesOf({ fields, possible }, withValues) {
  const edges = fields.filter(({ target }) => target);
  const values = fields.filter(({ target }) => !target);
  const rest =
    values.length > 0 && !withValues ? [{ name: counted(values.length, 'value'), type: '' }] : values;
  // Only the number of possible types: an edge to each would hide the other edges.
  const kinds = possible.length > 0 ? [{ name: counted(possible.length, 'possible type'), type: '' }] : [];
  return [...edges, ...kinds, ...rest];
}

function boxOf(node, withValues) {
  const lines = linesOf(node, withValues);
  const widths = lines.map(({ name, type }) => widthOf(name) + widthOf(type) + 3 * padding);
  const width = Math.max(110, widthOf(node.name) * 1.15 + 2 * padding, ...widths);
  return { node, lines, width: Math.ceil(width), height: (lines.length + 1) * line + padding };
}

/** Positions the boxes in dagre's layers, from left to right. */
function layout(boxes) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: 90, nodesep: 18, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { node, width, height } of boxes) graph.setNode(node.name, { width, height });
  for (const { node, lines } of boxes)
    for (const { target } of lines) if (target && target !== node.name) graph.setEdge(node.name, target);
  dagre.layout(graph);
  for (const box of boxes) {
    const { x, y } = graph.node(box.node.name);
    box.x = x - box.width / 2;
    box.y = y - box.height / 2;
  }
  const { width, height } = graph.graph();
  return { width, height };
}

/** The path of an edge from a field to the header of the target box, between the nearest sides. */
function curve(from, at, to) {
  const y = from.y + (at + 1.5) * line + padding / 2;
  const end = to.y + line / 2 + padding / 4;
  if (from === to) {
    const x = from.x + from.width;
    return `M${x} ${y} C${x + 40} ${y}, ${x + 40} ${end}, ${x} ${end}`;
  }
  const isAhead = to.x >= from.x + from.width;
  const start = isAhead ? from.x + from.width : from.x;
  const stop = isAhead ? to.x : to.x + to.width;
  const bend = Math.max(40, Math.abs(stop - start) / 2) * (isAhead ? 1 : -1);
  return `M${start} ${y} C${start + bend} ${y}, ${stop - bend} ${end}, ${stop} ${end}`;
}

function drawLine({ name, type, target }, at, width) {
  const y = (at + 1.5) * line + padding / 2;
  const label = svg('text', { x: padding, y, class: target ? 'field' : 'value' }, name);
  const kind = svg('text', { x: width - padding, y, class: 'kind', 'text-anchor': 'end' }, type);
  if (!target) return svg('g', {}, label, kind);
  const area = svg('rect', { x: 1, y: y - line / 2, width: width - 2, height: line, class: 'area' });
  return svg('a', { href: `#${target}`, tabindex: -1, 'aria-hidden': 'true' }, area, label, kind);
}

function drawBox({ node, lines, x, y, width, height }) {
  const head = svg('a', { href: `#${node.name}`, class: 'head', 'aria-label': node.name });
  head.append(
    svg('rect', { width, height: line + padding / 2, class: 'back' }),
    svg('text', { x: padding, y: line / 2 + padding / 4, class: 'title' }, node.name),
  );
  const frame = svg('rect', { width, height, class: 'frame' });
  const rows = lines.map((each, at) => drawLine(each, at, width));
  return svg(
    'g',
    { class: 'box', 'data-name': node.name, transform: `translate(${x} ${y})` },
    frame,
    head,
    ...rows,
  );
}

/** Draws a graph. Returns the diagram, its size and the position of each box. */
export function draw(nodes, withValues) {
  const boxes = [...nodes.values()].map((node) => boxOf(node, withValues));
  const byName = new Map(boxes.map((box) => [box.node.name, box]));
  const size = layout(boxes);
  const lines = boxes.flatMap((box) =>
    box.lines.flatMap(({ target }, at) => {
      const to = byName.get(target);
      if (!to) return [];
      return svg('path', { d: curve(box, at, to), 'data-from': box.node.name, 'data-to': target });
    }),
  );
  const picture = svg('svg', {
    class: 'picture',
    tabindex: 0,
    role: 'group',
    'aria-label': 'Types and their references',
  });
  picture.append(svg('g', { class: 'lines' }, ...lines), svg('g', {}, ...boxes.map(drawBox)));
  return { picture, byName, size };
}
