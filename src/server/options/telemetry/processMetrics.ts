import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import type { Meter } from '@opentelemetry/api';

const RESOLUTION_MS = 20;
const SECONDS = 1e-9;

/**
 * Measures event loop delay and memory at every export. Names follow OpenTelemetry's conventions for Node.js, V8 and
 * processes.
 * @returns a function that stops measuring
 */
export function measureProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const gauge = (name: string) =>
    meter.createObservableGauge(`nodejs.eventloop.delay.${name}`, {
      description: 'Event loop delay since the last export.',
      unit: 's',
    });
  const p50 = gauge('p50');
  const p99 = gauge('p99');
  const max = gauge('max');
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p50, delay.percentile(50) * SECONDS);
      result.observe(p99, delay.percentile(99) * SECONDS);
      result.observe(max, delay.max * SECONDS);
      delay.reset();
    },
    [p50, p99, max],
  );
  const bytes = { unit: 'By' };
  meter
    .createObservableUpDownCounter('process.memory.usage', { ...bytes, description: 'Resident memory.' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableUpDownCounter('v8js.memory.heap.used', {
      ...bytes,
      description: 'Heap in use, by space.',
    })
    .addCallback((result) => {
      for (const space of getHeapSpaceStatistics()) {
        result.observe(space.space_used_size, { 'v8js.heap.space.name': space.space_name });
      }
    });
  return () => delay.disable();
}
