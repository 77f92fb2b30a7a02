import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { UserError } from '../userError.ts';
import { messageForms, PROBE_FORMAT, type ProbeAnswers } from './answers.ts';

const answersFile = z.looseObject({
  format: z.literal(PROBE_FORMAT),
  version: z.literal(1),
  host: z.enum(['Word', 'Excel', 'PowerPoint', 'Outlook']),
  form: z.enum(messageForms).optional(),
  sandbox: z.literal(true).optional(),
  platform: z.string().regex(/^\w{1,30}$/u, 'is not a platform'),
  build: z.string().regex(/^[\w.]{1,40}$/u, 'is not a build'),
  date: z.iso.date(),
  answers: z.record(z.string(), z.unknown()),
});

/** @throws UserError if the file isn't what the probe add-in has saved */
export function readAnswers(path: string): ProbeAnswers {
  const parsed = answersFile.safeParse(readJsonFile(path));
  if (parsed.success) return parsed.data as unknown as ProbeAnswers;
  const issues = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  throw new UserError(`${path} doesn't contain answers of the probe add-in: ${issues.join('; ')}`);
}

/** @throws UserError if the file contains no answers, or those of the sandbox */
export function readRealAnswers(path: string): ProbeAnswers {
  const answers = readAnswers(path);
  if (!answers.sandbox) return answers;
  throw new UserError(`${path} contains the answers of the sandbox, not of real Office.`);
}
