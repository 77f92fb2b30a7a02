import { runHook } from './azd.ts';
import { afterProvision } from './registration.ts';
import { surroundings } from './surroundings.ts';

await runHook(() => afterProvision(surroundings));
