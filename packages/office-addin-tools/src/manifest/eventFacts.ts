/** What the project has for the events that its manifests raise. */
export interface EventFacts {
  /** Path of the source file that associates the handlers. */
  readonly handlers: string;
  /** Path of the page on ADDIN_ORIGIN, such as /events.html. */
  readonly page: string;
  /** Path of the script on ADDIN_ORIGIN, such as /events.js. */
  readonly script: string;
  /** Names of the associated handlers. */
  readonly functions: readonly string[];
}

/** A problem, and its fix. */
type Problem = readonly [problem: string, fix: string];

export const ADD_EVENTS: Problem = [
  'The manifest raises events, but the project has no handlers.',
  'Remove the events, or name the handlers as `events` in office-addin.config.ts.',
];

/** Returns the names that a source file passes to `Office.actions.associate`. */
export function associatedFunctions(source: string): string[] {
  return [...source.matchAll(/\bactions\.associate\(\s*(['"`])(?<name>[^'"`]+)\1/gu)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
}

export function handlerProblem(name: string, { handlers, functions }: EventFacts): Problem | undefined {
  if (functions.includes(name)) return undefined;
  const known = functions.length === 0 ? '' : ` It associates ${functions.join(' and ')}.`;
  return [
    `${handlers} associates no handler with "${name}".${known}`,
    `Call Office.actions.associate('${name}', …) there, or correct the name.`,
  ];
}

/** @param url of the page in the manifest */
export function pageProblem(url: string, origin: string, { page }: EventFacts): Problem | undefined {
  if (url === `${origin}${page}`) return undefined;
  return [`The page of the events is "${url}".`, `Use ${origin}${page}, which the server provides.`];
}

/** @param url of the script in the manifest */
export function scriptProblem(url: string, origin: string, { script }: EventFacts): Problem | undefined {
  if (url === `${origin}${script}`) return undefined;
  return [
    `The script of the events is "${url}", but /.well-known/microsoft-officeaddins-allowed.json lists only ${origin}${script}.`,
    `Use ${origin}${script}. For any other script, classic Outlook refuses single sign-on.`,
  ];
}
