import type { Logger } from 'pino';
import { createLogger } from '../../src/server/http/logger.ts';

/** The log lines of a test. */
export interface LogLines {
  readonly logger: Logger;
  readonly text: () => string;
  /** Removes and returns the lines of this level. */
  take(level: 'error' | 'warn' | 'info'): Record<string, unknown>[];
}

export function collectLog(): LogLines {
  let lines: string[] = [];
  const logger = createLogger({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
  const levelOf = (line: string) => (JSON.parse(line) as { level: string }).level;
  return {
    logger,
    text: () => lines.join(''),
    take(level) {
      const taken = lines.filter((line) => levelOf(line) === level);
      lines = lines.filter((line) => levelOf(line) !== level);
      return taken.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}
