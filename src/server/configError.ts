/** Stops the server from starting. The message has one line per invalid setting, with its name and the fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(errors: readonly string[], options?: ErrorOptions) {
    const count = errors.length === 1 ? 'One setting is invalid' : `${errors.length} settings are invalid`;
    super([`${count}:`, ...errors.map((error) => `  ${error}`)].join('\n'), options);
  }
}
