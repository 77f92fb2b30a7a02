import type { DevTools } from './devtools.ts';

/** One load, in milliseconds since the navigation of the pane's frame. */
export interface Load {
  readonly firstPaint: number;
  /** Office is ready; NaN without office.js. */
  readonly officeReady: number;
  /** The rows of the list are there; NaN for a baseline. */
  readonly usable: number;
  /** Processor time of the main thread, including the host's page. */
  readonly cpu: number;
}

/** What ends a load: the first paint, or the mark that the pane sets once the list is usable. */
export type LoadEnd = 'first-contentful-paint' | 'pane-usable';

export interface Conditions {
  /** Of the processor. */
  readonly slowdown: number;
  readonly network?: Network;
}

interface Network {
  /** Added to each request, in milliseconds. */
  readonly latency: number;
  /** Bytes per second. */
  readonly throughput: number;
}

/** The preset "Fast 4G" of Chromium's DevTools. */
export const FAST_4G: Network = { latency: 165, throughput: 1_012_500 };

/** Opens the page `count` times in a new profile: first with an empty cache. @param host URL of the sandbox's page */
export async function openings(
  devTools: DevTools,
  host: string,
  end: LoadEnd,
  conditions: Conditions,
  count: number,
): Promise<Load[]> {
  const { browserContextId } = await devTools.send('Target.createBrowserContext');
  const loads: Load[] = [];
  try {
    while (loads.length < count)
      loads.push(await load(devTools, String(browserContextId), host, end, conditions));
    return loads;
  } finally {
    await devTools.send('Target.disposeBrowserContext', { browserContextId });
  }
}

async function load(
  { send, waitFor }: DevTools,
  browserContextId: string,
  host: string,
  end: LoadEnd,
  { slowdown, network }: Conditions,
): Promise<Load> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const sessionId = String((await send('Target.attachToTarget', { targetId, flatten: true }))['sessionId']);
  await send('Page.enable', {}, sessionId);
  await send('Performance.enable', { timeDomain: 'threadTicks' }, sessionId);
  await send('Emulation.setCPUThrottlingRate', { rate: slowdown }, sessionId);
  if (network) {
    const { latency, throughput } = network;
    await send('Network.enable', {}, sessionId);
    const speed = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await send('Network.emulateNetworkConditions', speed, sessionId);
  }
  const source = `(${reportTimes.toString()})(${JSON.stringify(end)}, ${JSON.stringify(REPORT)})`;
  await send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId);
  const report = waitFor(sessionId, 'Page.navigatedWithinDocument', ({ url }) => {
    const [, text] = String(url).split(`#${REPORT}`);
    return text === undefined ? undefined : (JSON.parse(decodeURIComponent(text)) as Record<string, number>);
  });
  await send('Page.navigate', { url: `${host}/?app=word` }, sessionId);
  const times = await report;
  const { metrics } = (await send('Performance.getMetrics', {}, sessionId)) as { metrics?: Metric[] };
  await send('Target.closeTarget', { targetId });
  return {
    firstPaint: times['first-contentful-paint'] ?? NaN,
    officeReady: times['pane-office-ready'] ?? NaN,
    usable: times['pane-usable'] ?? NaN,
    cpu: (metrics?.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000,
  };
}

interface Metric {
  readonly name: string;
  /** Seconds, for durations. */
  readonly value: number;
}

const REPORT = 'pane-bench=';

/**
 * Runs in every frame. Writes the times of the pane's frame into its fragment once it has painted and `end` has been
 * recorded. A fragment is reported without the Runtime domain.
 */
function reportTimes(end: string, prefix: string): void {
  if (self === top) return;
  const times: Record<string, number> = {};
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) times[name] = startTime;
    if (!('first-contentful-paint' in times && end in times)) return;
    observer.disconnect();
    location.hash = prefix + encodeURIComponent(JSON.stringify(times));
  });
  observer.observe({ type: 'paint', buffered: true });
  observer.observe({ type: 'mark', buffered: true });
}
