import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Records each request to Graph as a JSON line, with secrets masked. `az` appends its own lines to the same file. */
export class Recording {
  readonly file: string;

  constructor(folder: string) {
    this.file = join(folder, 'recording.jsonl');
  }

  add(line: Readonly<Record<string, unknown>>): void {
    const masked = { at: new Date().toISOString(), kind: 'graph', ...(withoutSecrets(line) as object) };
    appendFileSync(this.file, `${JSON.stringify(masked)}\n`);
  }
}

const SECRET = /^(?:secretText|hint|key|accessToken|authorization)$/iu;

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET.test(name) && typeof member === 'string' ? '***' : withoutSecrets(member),
    ]),
  );
}
