import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage, and returns the bytes of this process's heap that are in use. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The first collection runs finalizers; the second one frees their memory.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
