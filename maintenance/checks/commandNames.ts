/** The commands that exist, by how a user calls them. */
export interface KnownCommands {
  /** `npm run <name>`, and `npm <name>` for start, stop and test. */
  readonly scripts: readonly string[];
  /** `npx office-addin-tools <name>` */
  readonly tools: readonly string[];
  /** `node maintenance/run.mjs <name>` */
  readonly maintenance: readonly string[];
}

/** Names that follow a program on a command line. An upper-case name is a placeholder. */
const CALLS = {
  scripts: /\bnpm run (?<name>[a-z][\w:-]*)|\bnpm (?<short>start|stop|test)\b/gu,
  tools: /\b(?:npx )?office-addin-tools (?<name>[a-z][a-z:-]*)/gu,
  maintenance: /\bnode maintenance\/run\.mjs (?<name>[a-z][\w:-]*)/gu,
} as const;

/** Returns the names in a list of commands: the keys of a literal whose entries are arrays. */
export function listedCommands(source: string): string[] {
  return [...source.matchAll(/^ {2}'?(?<name>[\w:-]+)'?: \[/gmu)].map(([, name]) => name ?? '');
}

/** Returns the commands in the code of a Markdown page that do not exist. */
export function unknownCommands(page: string, known: KnownCommands): string[] {
  const code = [...page.matchAll(/```[^]*?```|`[^`\n]+`/gu)].map(([text]) => text).join('\n');
  return (Object.keys(CALLS) as (keyof KnownCommands)[]).flatMap((program) =>
    [...code.matchAll(CALLS[program])]
      .filter(({ groups = {} }) => !known[program].includes(groups['name'] ?? groups['short'] ?? ''))
      .map(([call]) => call),
  );
}
