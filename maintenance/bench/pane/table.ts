import { machineLine, type Machine } from '../machine.ts';
import type { ColdLoad } from './coldLoad.ts';
import { API_MS, pageNames, SLOWDOWN, type PaneResults } from './paneBench.ts';
import type { Weight } from './weights.ts';

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

/** `median (least)` of what the loads have; empty where they have none. */
function times(loads: readonly ColdLoad[], member: keyof ColdLoad): string {
  const values = loads.map((load) => load[member]).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return '';
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)})`;
}

/** Of the medians: how many times the floor's first paint a usable list takes. */
export function usableBesideFloor({ loads }: PaneResults, floor: 'floor' | 'floor with office.js'): number {
  return (
    median(loads.pane.map(({ usable }) => usable)) / median(loads[floor].map(({ firstPaint }) => firstPaint))
  );
}

/** The results as a page of Markdown. */
export function paneTable(results: PaneResults, machine: Machine, date: string): string {
  const { size, loads, machineLoad, weights, floorWeights, list } = results;
  const rows = pageNames.map((name) => {
    const cells = (['firstPaint', 'officeReady', 'usable', 'cpu'] as const).map((each) =>
      times(loads[name], each),
    );
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return `# Pane

${date}. ${machineLine(machine)}. Load of the machine before and after: ${machineLoad.map((load) => load.toFixed(1)).join(', ')}.

## Start

${size.loads} cold loads of each page in turn, in Chromium at ${SLOWDOWN} x CPU throttle, in the sandbox's Word, served by
\`dist/server.js\` with brotli; API answers take ${API_MS} ms. Milliseconds from the navigation of the pane's frame on: median (least).

The floor is React and Fluent and nothing else: a FluentProvider with a Text and a Button (\`maintenance/bench/pane/floor/\`). The floor with
office.js shows the same once Office is ready, as every add-in has to.

| page | first paint | Office ready | list usable | main thread, host included |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

| usable list of the pane beside the first paint of | ratio |
| --- | --- |
| the floor with office.js | ${usableBesideFloor(results, 'floor with office.js').toFixed(2)} x |
| the floor alone | ${usableBesideFloor(results, 'floor').toFixed(2)} x |

## Weight

Without office.js. kB are 1,000 bytes.

| file | loaded | raw kB | gzip kB | brotli kB |
| --- | --- | --- | --- | --- |
${weights.map((weight) => weightRow(weight, weight.initial ? 'at once' : 'when wanted')).join('\n')}
${floorWeights.map((weight) => weightRow(weight, 'the floor')).join('\n')}

## ${list.rows.toLocaleString('en')} files

Scrolled by script through the whole list, unthrottled, ${size.frames.toLocaleString('en')} frames.

| figure | value |
| --- | --- |
| time between frames, p50 | ${list.p50.toFixed(1)} ms |
| p95 | ${list.p95.toFixed(1)} ms |
| longest | ${list.longest.toFixed(1)} ms |
| frames over 20 ms | ${(list.slowShare * 100).toFixed(2)} % |
| elements in the page, at most | ${list.elements} |
| heap after a collection | ${(list.heap / 1e6).toFixed(1)} MB |
`;
}

function weightRow({ name, raw, gzip, brotli }: Weight, loaded: string): string {
  return `| ${[name, loaded, kB(raw), kB(gzip), kB(brotli)].join(' | ')} |`;
}
