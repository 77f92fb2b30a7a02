/** Tokens, secrets and addresses of people in texts that leave this machine, such as a report. */
const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // JSON Web Tokens, and the beginning of one that was cut off.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/gu, '<token>'],
  [/\b(Bearer|Basic)\s+[\w\-.~+/=]{8,}/giu, '$1 <token>'],
  [
    /((?:access_token|refresh_token|id_token|client_secret|client_assertion|assertion|code|password|secret)["']?\s*[=:]\s*["']?)[^\s"'&,;}]{6,}/giu,
    '$1<secret>',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '<address>'],
];

/** Returns the text without tokens, secrets and mail addresses. */
export function maskSecrets(text: string): string {
  return SECRETS.reduce((masked, [pattern, replacement]) => masked.replaceAll(pattern, replacement), text);
}
