import { runHook } from './azd.ts';
import { afterProvision } from './registration.ts';
import { hookContext } from './hookContext.ts';

await runHook(() => afterProvision(hookContext));
