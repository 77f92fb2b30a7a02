// Preloaded into the measured process (`node --import`): tells what it has used so far when it is asked over IPC.
// Plain JavaScript, because nothing stands before it that could translate TypeScript.
/** Collections in a row after which nothing has been given back. */
const SETTLED = 4;

process.on('message', async (question) => {
  if (question === 'cpu') process.send(process.cpuUsage());
  if (question === 'memory') process.send(await settledMemory());
});

/** What is no longer used does not count. V8 gives pages back over several collections, as it does in quiet hours. */
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

// Threads of the process load this too, and have no channel. It must not keep a process alive that has been told to end.
process.channel?.unref();
