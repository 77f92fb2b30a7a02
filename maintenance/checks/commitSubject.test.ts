import { describe, expect, it } from 'vitest';
import { subjectProblem } from './commitSubject.ts';

describe('subjectProblem', () => {
  it.each([
    'server: bound pipelined requests',
    'rename, validate: count characters, read any UTF-16',
    'package.json: require Node.js 20.20',
    'pane: use the theme of Office',
    `docs: ${'x'.repeat(54)}`,
    'Merge branch "main"',
    'Revert "server: bound pipelined requests"',
  ])('accepts %s', (subject) => expect(subjectProblem(subject)).toBeUndefined());

  it.each([
    ['bound pipelined requests', /no area/u],
    ['server:bound requests', /no area/u],
    ['Server: bound requests', /lower case/u],
    ['server: Bound requests', /lower-case verb/u],
    ['server: bound requests.', /period/u],
    ['server: added a limit', /imperative/u],
    ['server: using a limit', /imperative/u],
    [`docs: ${'x'.repeat(55)}`, /61 characters/u],
    ['', /no area/u],
  ])('rejects %j', (subject, problem) => expect(subjectProblem(subject)).toMatch(problem));
});
