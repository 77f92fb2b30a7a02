import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of this process' heap that are really in use. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The first collection runs finalizers, whose memory the second one gets.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
