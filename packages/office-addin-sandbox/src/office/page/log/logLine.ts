import type { LogEntry } from '../../../log.ts';
import { isUserId, users } from '../../../users.ts';

/** A log entry in plain language. */
export interface LogLine {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  /** Technical detail: method, scopes or path. */
  readonly detail: string;
  readonly answer: string;
  readonly outcome: Outcome;
}

/** `waiting`: never answered, or waiting for the user. */
export type Outcome = 'good' | 'bad' | 'waiting';

export function logLine(entry: LogEntry): LogLine {
  const answer = answerOf(entry);
  switch (entry.kind) {
    case 'getAccessToken':
      return {
        from: 'Add-in',
        to: 'Office',
        what: 'requests a token for the user',
        detail: `getAccessToken${optionText(entry['options'])}`,
        ...(entry['answer'] === 'ok' ? { answer: 'token', outcome: 'good' } : answer),
      };
    case 'authContext':
      return {
        from: 'Add-in',
        to: 'Office',
        what: "asks for the user's account",
        detail: 'getAuthContext',
        ...(entry['answer'] === 'ok' ? { answer: 'account', outcome: 'good' } : answer),
      };
    case 'nested':
      return {
        from: 'Add-in',
        to: 'Office',
        what: 'uses nested app authentication',
        detail: word(entry['method']),
        ...answer,
      };
    case 'obo':
      return {
        from: 'Server',
        to: 'Entra ID',
        what: `requests a Graph token for ${userName(entry['user'])}`,
        detail: `${word(entry['scopes'])}${claimsNote(entry)}`,
        ...(entry['answer'] === 'ok' ? { answer: 'token', outcome: 'good' } : answer),
      };
    case 'graph':
      return {
        from: 'Server',
        to: 'Graph',
        what: graphAction(word(entry['path'])),
        detail: word(entry['path']),
        ...answer,
      };
    case 'signIn':
      return {
        from: 'Sign-in page',
        to: 'Entra ID',
        what: `${userName(entry['user'])} signs in`,
        detail: `${word(entry['flow'])}${claimsNote(entry)}`,
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
    case 'command':
      return {
        from: 'Ribbon',
        to: 'Add-in',
        what: 'runs a function',
        detail: word(entry['functionName']),
        ...(entry['answer'] === 'completed' ? { answer: 'completed', outcome: 'good' } : answer),
      };
    case 'launchEvent':
      return {
        from: 'Office',
        to: 'Add-in',
        what: `raises ${word(entry['type'])}`,
        detail: [entry['functionName'], entry['message']].filter(Boolean).map(word).join(': '),
        ...(['completed', 'sent'].includes(word(entry['answer']))
          ? { answer: word(entry['answer']), outcome: 'good' as const }
          : answer),
      };
    case 'notImplemented':
      return {
        from: 'Add-in',
        to: 'Office',
        what: 'Not in the sandbox:',
        detail: `${word(entry['member'])}${entry['requirementSet'] ? ` (${word(entry['requirementSet'])})` : ''}`,
        answer: 'not in the sandbox',
        outcome: 'bad',
      };
    case 'document':
      return {
        from: 'Add-in',
        to: 'Document',
        what: `writes to ${applicationName(entry['app'])}`,
        detail: writtenKinds(entry['written']),
        answer: 'written',
        outcome: 'good',
      };
  }
}

function dialogLine(entry: LogEntry): LogLine {
  const { url, code } = entry;
  const line = { from: 'Add-in', to: 'Office', what: 'opens a dialog', detail: word(url) };
  if (code === null || code === undefined) return { ...line, answer: 'requested', outcome: 'waiting' };
  if (code === 0) return { ...line, what: 'dialog opens', answer: 'opened', outcome: 'good' };
  if (code === 12006) return { ...line, what: 'dialog closes', answer: '12006 closed', outcome: 'bad' };
  return { ...line, answer: word(code), outcome: 'bad' };
}

/** The answer in the log is a keyword, a status or an error number. */
function answerOf({ answer }: LogEntry): Pick<LogLine, 'answer' | 'outcome'> {
  switch (answer) {
    case 'ok':
      return { answer: 'ok', outcome: 'good' };
    case 'prompt':
      return { answer: 'prompts the user', outcome: 'waiting' };
    case 'hang':
      return { answer: 'no response', outcome: 'waiting' };
    case 'no-code':
      return { answer: 'error without code', outcome: 'bad' };
    case null:
    case undefined:
      return { answer: '', outcome: 'waiting' };
    default:
      return { answer: word(answer), outcome: 'bad' };
  }
}

function graphAction(path: string): string {
  if (path.includes('/photo')) return 'reads the photo';
  if (path.includes('/search(')) return 'searches the drive';
  if (path.includes('/sharedWithMe')) return 'lists shared items';
  if (path.includes('/recent')) return 'lists recent items';
  if (path.includes('/children')) return 'lists a folder';
  if (path.endsWith('/me')) return 'reads the profile';
  return path.includes('/drive') ? 'reads the drive' : 'sends a request';
}

function userName(user: unknown): string {
  return isUserId(user) ? users[user].displayName : 'a user';
}

const claimsNote = ({ claims }: LogEntry) => (claims ? ' (with claims)' : '');

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

/** Returns the options that aren't at their default; office.js always sends all of them. */
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
  return text.length > 120 ? `${truncate(text, 119)}…` : text;
}

/** Truncates the text without splitting a grapheme. @param maxLength in UTF-16 code units */
function truncate(text: string, maxLength: number): string {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const end = graphemes.segment(text).containing(maxLength)?.index ?? text.length;
  return text.slice(0, end);
}
