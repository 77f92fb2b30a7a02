import { median } from '../median.ts';
import { machineLine, type Machine } from '../machine.ts';
import type { Load } from './load.ts';
import { API_MS, pageNames, SLOWDOWN, type PaneResults } from './paneBench.ts';
import type { Weight } from './weights.ts';

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

/** Returns `median (minimum–maximum)` of the loads' values; empty if they have none. */
function times(loads: readonly Load[], member: keyof Load): string {
  const values = loads.map((load) => load[member]).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;
}

const medianOf = (loads: readonly Load[], member: keyof Load) => median(loads.map((load) => load[member]));

/** Returns the ratios of medians that the pane is judged by. */
function ratiosOf({ loads, fast4G }: PaneResults) {
  const office = medianOf(loads['baseline with office.js'], 'firstPaint');
  const usable = medianOf(loads.pane, 'usable');
  return {
    firstPaint: medianOf(loads.pane, 'firstPaint') / office,
    usable: usable / office,
    usableWithoutOffice: usable / medianOf(loads.baseline, 'firstPaint'),
    secondOpening: medianOf(fast4G.second, 'usable') / medianOf(fast4G.first, 'usable'),
  };
}

/** Returns the results as Markdown. */
export function paneTable(results: PaneResults, machine: Machine, date: string): string {
  const { size, loads, fast4G, machineLoad, weights, baselineWeights, list } = results;
  const row = (name: string, each: readonly Load[]) =>
    `| ${[name, ...(['firstPaint', 'officeReady', 'usable', 'cpu'] as const).map((member) => times(each, member))].join(' | ')} |`;
  const rows = [
    ...pageNames.map((name) => row(name, loads[name])),
    row('pane over Fast 4G', fast4G.first),
    row('the same, opened again', fast4G.second),
  ];
  const ratios = ratiosOf(results);
  return `# Pane

${date}. ${machineLine(machine)}. Load average before and after: ${machineLoad.map((load) => load.toFixed(1)).join(', ')}.

## Start

Each page opened ${size.loads} times, each time in a new profile with an empty cache. Interleaved, in Chromium at ${SLOWDOWN} x CPU
throttle, in the sandbox's Word, served by \`dist/server.js\` with brotli; API answers take ${API_MS} ms.
Milliseconds since the navigation of the pane's frame: median (minimum–maximum).

The baseline is React and Fluent only: a FluentProvider with a Text and a Button (\`maintenance/bench/pane/baseline/\`). The baseline with
office.js shows the same once Office is ready, as every add-in must.

| page | first paint | Office ready | list usable | main thread, host included |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

| the pane | relative to | ratio |
| --- | --- | --- |
| first paint (its outline) | first paint of the baseline with office.js | ${ratios.firstPaint.toFixed(2)} x |
| list usable | first paint of the baseline with office.js | ${ratios.usable.toFixed(2)} x |
| list usable | first paint of the baseline without office.js | ${ratios.usableWithoutOffice.toFixed(2)} x |
| list usable over Fast 4G, opened again | the same, opened first | ${ratios.secondOpening.toFixed(2)} x |

Fast 4G is the preset of Chromium's DevTools: 165 ms for each request, 8.1 Mbit/s.

## Weight

Without office.js. kB are 1,000 bytes.

| file | loaded | raw kB | gzip kB | brotli kB |
| --- | --- | --- | --- | --- |
${weights.map((weight) => weightRow(weight, weight.initial ? 'initially' : 'on demand')).join('\n')}
${baselineWeights.map((weight) => weightRow(weight, 'the baseline')).join('\n')}

## ${list.rows.toLocaleString('en')} files

Scrolled through the whole list by a script, without throttling, ${size.frames.toLocaleString('en')} frames.

| figure | value |
| --- | --- |
| time between frames, p50 | ${list.p50.toFixed(1)} ms |
| p95 | ${list.p95.toFixed(1)} ms |
| longest | ${list.longest.toFixed(1)} ms |
| frames over 20 ms | ${(list.slowShare * 100).toFixed(2)} % |
| maximum number of elements | ${list.elements} |
| heap after a collection | ${(list.heap / 1e6).toFixed(1)} MB |
`;
}

function weightRow({ name, raw, gzip, brotli }: Weight, loaded: string): string {
  return `| ${[name, loaded, kB(raw), kB(gzip), kB(brotli)].join(' | ')} |`;
}
