import { runHook } from './azd.ts';
import { beforeProvision } from './registration.ts';
import { surroundings } from './surroundings.ts';

await runHook(() => beforeProvision(surroundings));
