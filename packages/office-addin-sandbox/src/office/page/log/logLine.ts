import type { LogEntry } from '../../../log.ts';
import { isUserId, users } from '../../../users.ts';

/** One entry of the log as a user reads it: who asked whom for what, and what came back. */
export interface LogLine {
  readonly from: string;
  readonly to: string;
  /** In plain words. */
  readonly what: string;
  /** The same as a program says it: method, scopes, path. */
  readonly detail: string;
  readonly answer: string;
  readonly outcome: Outcome;
}

/** `waiting`: never answered, or answered by a user later. */
export type Outcome = 'good' | 'bad' | 'waiting';

export function logLine(entry: LogEntry): LogLine {
  const answer = answerOf(entry);
  switch (entry.kind) {
    case 'getAccessToken':
      return {
        from: 'Add-in',
        to: 'Office',
        what: 'asks for a token of the user',
        detail: `getAccessToken${optionText(entry['options'])}`,
        ...(entry['answer'] === 'ok' ? { answer: 'a token', outcome: 'good' } : answer),
      };
    case 'nested':
      return {
        from: 'Add-in',
        to: 'Office',
        what: 'nested app authentication',
        detail: word(entry['method']),
        ...answer,
      };
    case 'obo':
      return {
        from: 'Server',
        to: 'Entra ID',
        what: `asks for a Graph token for ${userName(entry['user'])}`,
        detail: `${word(entry['scopes'])}${challenged(entry)}`,
        ...(entry['answer'] === 'ok' ? { answer: 'a token', outcome: 'good' } : answer),
      };
    case 'graph':
      return {
        from: 'Server',
        to: 'Graph',
        what: reading(word(entry['path'])),
        detail: word(entry['path']),
        ...answer,
      };
    case 'signIn':
      return {
        from: 'Sign-in page',
        to: 'Entra ID',
        what: `${userName(entry['user'])} signs in`,
        detail: `${word(entry['flow'])}${challenged(entry)}`,
        ...answer,
      };
    case 'dialog':
      return dialogLine(entry);
    case 'server':
      return {
        from: 'Add-in',
        to: 'Server',
        what: 'calls its API',
        detail: word(entry['request']),
        ...answer,
      };
    case 'document':
      return {
        from: 'Add-in',
        to: 'Document',
        what: `writes into ${applicationName(entry['app'])}`,
        detail: writtenKinds(entry['written']),
        answer: 'written',
        outcome: 'good',
      };
  }
}

function dialogLine(entry: LogEntry): LogLine {
  const { url, code } = entry;
  const line = { from: 'Add-in', to: 'Office', what: 'asks for a window', detail: word(url) };
  if (code === null || code === undefined) return { ...line, answer: 'asked', outcome: 'waiting' };
  if (code === 0) return { ...line, what: 'the window opens', answer: 'opened', outcome: 'good' };
  if (code === 12006) return { ...line, what: 'the window closes', answer: '12006 closed', outcome: 'bad' };
  return { ...line, answer: word(code), outcome: 'bad' };
}

/** An answer can be a name, a status or an error number; what is a success is said so. */
function answerOf({ answer }: LogEntry): Pick<LogLine, 'answer' | 'outcome'> {
  switch (answer) {
    case 'ok':
      return { answer: 'ok', outcome: 'good' };
    case 'prompt':
      return { answer: 'asks the user', outcome: 'waiting' };
    case 'hang':
      return { answer: 'no answer', outcome: 'waiting' };
    case 'no-code':
      return { answer: 'refused, no code', outcome: 'bad' };
    case null:
    case undefined:
      return { answer: '', outcome: 'waiting' };
    default:
      return { answer: word(answer), outcome: 'bad' };
  }
}

function reading(path: string): string {
  if (path.includes('/photo')) return 'reads the photo';
  if (path.includes('/search(')) return 'searches the drive';
  if (path.includes('/sharedWithMe')) return 'lists what is shared';
  if (path.includes('/recent')) return 'lists what is recent';
  if (path.includes('/children')) return 'lists a folder';
  if (path.endsWith('/me')) return 'reads the profile';
  return path.includes('/drive') ? 'reads the drive' : 'asks';
}

function userName(user: unknown): string {
  return isUserId(user) ? users[user].displayName : 'somebody';
}

const challenged = ({ claims }: LogEntry) => (claims ? ' (with claims)' : '');

const applicationNames: Readonly<Record<string, string>> = {
  word: 'the document',
  excel: 'the workbook',
  powerpoint: 'the presentation',
  outlook: 'the message',
};
const applicationName = (app: unknown) => applicationNames[word(app)] ?? 'the document';

function writtenKinds(written: unknown): string {
  const kinds = Array.isArray(written) ? written.map((piece: { kind?: unknown }) => word(piece.kind)) : [];
  return kinds.join(', ') || 'changed';
}

/** The options that are not at their default, which office.js always sends along. */
function optionText(options: unknown): string {
  if (typeof options !== 'object' || options === null) return '';
  const set = Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [name];
    return name === 'authChallenge' && value !== '' ? ['authChallenge'] : [];
  });
  return set.length > 0 ? ` (${set.join(', ')})` : '';
}

function word(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(word).join(' ');
  if (value === null || value === undefined) return '–';
  const text = JSON.stringify(value);
  return text.length > 120 ? `${cut(text, 119)}…` : text;
}

/** Returns the beginning of a text, at most so many UTF-16 units, without half a character at its end. */
function cut(text: string, most: number): string {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const end = graphemes.segment(text).containing(most)?.index ?? text.length;
  return text.slice(0, end);
}
