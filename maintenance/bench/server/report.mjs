// Preloaded into the measured process (`node --import`): reports processor time and memory over IPC.
// Plain JavaScript, because it is loaded before any TypeScript loader.
/** Consecutive collections without freed memory that count as settled. */
const SETTLED = 4;

process.on('message', (question) => {
  if (question === 'cpu') process.send(process.cpuUsage());
  if (question === 'memory') void settledMemory().then((memory) => process.send(memory));
});

/** Excludes garbage. V8 releases pages over several collections. */
async function settledMemory() {
  let memory = process.memoryUsage();
  for (let still = 0, times = 0; still < SETTLED && times < 60; times += 1) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 100));
    const now = process.memoryUsage();
    still = now.rss < memory.rss * 0.995 ? 0 : still + 1;
    memory = now;
  }
  return memory;
}

// Worker threads load this too, and have no channel. The channel must not keep a stopped process alive.
process.channel?.unref();
