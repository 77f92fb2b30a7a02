// Preloaded into the measured process (`node --import`): tells what it has used so far when it is asked over IPC.
// Plain JavaScript, because nothing stands before it that could translate TypeScript.
process.on('message', (question) => {
  if (question !== 'usage') return;
  globalThis.gc?.();
  process.send({ cpu: process.cpuUsage(), memory: process.memoryUsage() });
});
// The channel must not keep a process alive that has been told to end.
process.channel.unref();
