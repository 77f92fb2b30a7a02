import type { ZodError } from 'zod';

/** One sentence for a person who wrote a scenario by hand, naming the member that is wrong. */
export function faultSentence(error: ZodError): string {
  return error.issues.map(({ path, message }) => `${nameOf(path)}: ${message}`).join('; ');
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    'scenario',
  );
}
