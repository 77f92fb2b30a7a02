/** The JSON value in a body; undefined when it is none (a page of a proxy, a cut body). */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined; // Callers treat "no JSON" as one of the answers that make no sense.
  }
}
