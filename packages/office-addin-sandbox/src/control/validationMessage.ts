import type { ZodError } from 'zod';

/** Returns a message that names each invalid member of a scenario. */
export function validationMessage(error: ZodError): string {
  return error.issues.map(({ path, message }) => `${nameOf(path)}: ${message}`).join('; ');
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    'scenario',
  );
}
