import { runHook } from './azd.ts';
import { beforeProvision } from './registration.ts';
import { hookContext } from './hookContext.ts';

await runHook(() => beforeProvision(hookContext));
