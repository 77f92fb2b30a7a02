/**
 * Stands in the build for Fluent's module of the same name (webpack.config.js): the custom property of each token,
 * by its name. Their values are in theme.css.
 */
export const tokens: Readonly<Record<string, string>> = new Proxy(
  {},
  { get: (_tokens, name) => `var(--${String(name)})` },
);
