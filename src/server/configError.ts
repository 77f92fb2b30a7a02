/** Ends the start with a message: one line per wrong setting, each with its name and the fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(wrongs: readonly string[], options?: ErrorOptions) {
    const count = wrongs.length === 1 ? 'One setting is wrong' : `${wrongs.length} settings are wrong`;
    super([`${count}:`, ...wrongs.map((wrong) => `  ${wrong}`)].join('\n'), options);
  }
}
