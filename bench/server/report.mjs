// Preloaded into the measured process (`node --import`): tells what it has used so far when it is asked over IPC.
// Plain JavaScript, because nothing stands before it that could translate TypeScript.
process.on('message', async (question) => {
  if (question === 'cpu') process.send(process.cpuUsage());
  if (question === 'memory') process.send(await settledMemory());
});

/** What is no longer used does not count. V8 gives pages back over several collections, as it does in quiet hours. */
async function settledMemory() {
  let memory = process.memoryUsage();
  for (let fell = true, times = 0; fell && times < 30; times += 1) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 100));
    const now = process.memoryUsage();
    fell = now.rss < memory.rss * 0.99;
    memory = now;
  }
  return memory;
}

// The channel must not keep a process alive that has been told to end.
process.channel.unref();
