/** Ends the process after `close` when the user or the system stops it. */
export function stopOnSignals(close: () => Promise<unknown>): void {
  const stop = (): void => {
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
