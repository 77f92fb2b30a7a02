// Preloaded into the tested process (`node --import`): reports its memory over IPC, after a garbage collection.
// Plain JavaScript, because it is loaded before the TypeScript loader.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', () => {
  const eventLoopMs = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  process.send({ rss, heap: heapUsed, external, sockets, eventLoopMs });
  // After the collection, so that its pause does not count.
  setImmediate(() => delay.reset());
});
// The IPC channel must not keep a stopped process alive.
process.channel?.unref();
