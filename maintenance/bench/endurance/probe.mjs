// Preloaded into the tested process (`node --import`): tells over IPC what it holds, after a garbage collection.
// Plain JavaScript, because nothing stands before it that could translate TypeScript.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', () => {
  const eventLoopMs = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  process.send({ rss, heap: heapUsed, external, sockets, eventLoopMs });
  // After the collection, whose pause is ours and not the server's.
  setImmediate(() => delay.reset());
});
// The channel must not keep a process alive that has been told to end.
process.channel?.unref();
