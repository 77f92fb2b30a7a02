import { inspector } from './inspector.ts';

// Only in the pages of the browser that `check` has started.
Object.defineProperty(window, '__officeAddinCheck', { value: inspector });
