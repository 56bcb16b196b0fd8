import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const require = createRequire(import.meta.url);

// The node of V8 in which the process waits.
const idle = '(idle)';

/** The place of a function: its file in the repository or its package, and its line. */
function placeOf({ url, lineNumber }) {
  const path = url
    .replace('file://', '')
    .replace(root, '')
    .replace(/^.*node_modules\//, '');
  return path === '' ? '' : `${path}:${lineNumber + 1}`;
}

const labelOf = ({ callFrame }) =>
  [callFrame.functionName || '(anonymous)', placeOf(callFrame)].filter(Boolean).join(' ');

/** The sampled time of each node of a profile, in milliseconds. */
function selfMs({ nodes, samples, timeDeltas }) {
  const ms = new Map(nodes.map(({ id }) => [id, 0]));
  // A delta is the time since the sample before.
  for (const [at, id] of samples.entries()) ms.set(id, ms.get(id) + (timeDeltas[at + 1] ?? 0) / 1_000);
  return ms;
}

/**
 * The call tree of a profile, as d3-flame-graph reads it: each function with its time in milliseconds, including
 * that of the functions that it calls. Calls of the same function from the same place are one node.
 */
export function callTree(profile) {
  const ms = selfMs(profile);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  function treeOf(name, sources) {
    const children = new Map();
    for (const { children: ids = [] } of sources)
      for (const child of ids.map((id) => nodes.get(id))) {
        const label = labelOf(child);
        if (label !== idle) children.set(label, [...(children.get(label) ?? []), child]);
      }
    const trees = [...children]
      .map(([label, found]) => treeOf(label, found))
      .filter(({ value }) => value > 0);
    const own = sources.reduce((sum, { id }) => sum + ms.get(id), 0);
    return { name, value: trees.reduce((sum, { value }) => sum + value, own), children: trees };
  }
  return treeOf('all', [profile.nodes[0]]);
}

/** The functions with their own share of the busy time in percent, the largest first. */
export function selfTimes(profile) {
  const ms = selfMs(profile);
  const byLabel = new Map();
  for (const node of profile.nodes) {
    const label = labelOf(node);
    if (label !== idle) byLabel.set(label, (byLabel.get(label) ?? 0) + ms.get(node.id));
  }
  const busy = [...byLabel.values()].reduce((sum, value) => sum + value, 0);
  return [...byLabel]
    .toSorted(([, a], [, b]) => b - a)
    .map(([label, value]) => [label, ((value / busy) * 100).toFixed(1)]);
}

/** A file of a package's `dist`, as text for a script element. */
function distOf(name, file) {
  const path = join(dirname(require.resolve(name)), '..', 'dist', file);
  return readFileSync(path, 'utf8').replaceAll('</script', '<\\/script');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page with the flame graph of a profile. It loads nothing. */
export function flameGraph(profile, title) {
  const tree = JSON.stringify(callTree(profile)).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>body { font: 14px sans-serif; margin: 1em } #details { min-height: 1.5em }</style>
<h1>${escaped(title)}</h1>
<p>Widths are CPU time of the gateway's main thread. Click a function to zoom in. <input type="search" placeholder="Search"></p>
<p id="details"></p>
<div id="chart"></div>
<script>${distOf('d3', 'd3.min.js')}</script>
<script>${distOf('d3-flame-graph', 'd3-flamegraph.umd.min.js')}</script>
<script>
  const create = flamegraph.flamegraph ?? flamegraph.default ?? flamegraph;
  const tree = ${tree};
  const text = ({ data }) =>
    data.name + ': ' + data.value.toFixed(1) + ' ms, ' + ((data.value / tree.value) * 100).toFixed(1) + ' %';
  const chart = create()
    .width(document.body.clientWidth)
    .cellHeight(18)
    .minFrameSize(1)
    .inverted(true)
    .label(text)
    .setDetailsElement(document.getElementById('details'));
  d3.select('#chart').datum(tree).call(chart);
  document.querySelector('input').addEventListener('input', ({ target }) =>
    target.value === '' ? chart.clear() : chart.search(target.value),
  );
</script>
</html>
`;
}
