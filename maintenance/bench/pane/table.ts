import { median } from '../median.ts';
import { machineLine, type Machine } from '../machine.ts';
import type { ColdLoad } from './coldLoad.ts';
import { API_MS, pageNames, SLOWDOWN, type PaneResults } from './paneBench.ts';
import type { Weight } from './weights.ts';

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

/** Returns `median (minimum)` of the loads' values; empty if they have none. */
function times(loads: readonly ColdLoad[], member: keyof ColdLoad): string {
  const values = loads.map((load) => load[member]).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return '';
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)})`;
}

/** Returns the ratio of two medians: usable list to the baseline's first paint. */
export function usableBesideBaseline(
  { loads }: PaneResults,
  baseline: 'baseline' | 'baseline with office.js',
): number {
  return (
    median(loads.pane.map(({ usable }) => usable)) /
    median(loads[baseline].map(({ firstPaint }) => firstPaint))
  );
}

function firstPaintBesideBaseline({ loads }: PaneResults): number {
  const firstPaint = (page: (typeof pageNames)[number]) => median(loads[page].map((load) => load.firstPaint));
  return firstPaint('pane') / firstPaint('baseline with office.js');
}

/** Returns the results as Markdown. */
export function paneTable(results: PaneResults, machine: Machine, date: string): string {
  const { size, loads, machineLoad, weights, baselineWeights, list } = results;
  const rows = pageNames.map((name) => {
    const cells = (['firstPaint', 'officeReady', 'usable', 'cpu'] as const).map((each) =>
      times(loads[name], each),
    );
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return `# Pane

${date}. ${machineLine(machine)}. Load average before and after: ${machineLoad.map((load) => load.toFixed(1)).join(', ')}.

## Start

${size.loads} cold loads of each page, interleaved, in Chromium at ${SLOWDOWN} x CPU throttle, in the sandbox's Word, served by
\`dist/server.js\` with brotli; API answers take ${API_MS} ms. Milliseconds since the navigation of the pane's frame: median (minimum).

The baseline is React and Fluent only: a FluentProvider with a Text and a Button (\`maintenance/bench/pane/baseline/\`). The baseline with
office.js shows the same once Office is ready, as every add-in must.

| page | first paint | Office ready | list usable | main thread, host included |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

| usable list of the pane relative to the first paint of | ratio |
| --- | --- |
| the baseline with office.js | ${usableBesideBaseline(results, 'baseline with office.js').toFixed(2)} x |
| the baseline without office.js | ${usableBesideBaseline(results, 'baseline').toFixed(2)} x |

The pane's first paint is its outline: ${firstPaintBesideBaseline(results).toFixed(2)} x the first paint of the baseline with office.js.

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
