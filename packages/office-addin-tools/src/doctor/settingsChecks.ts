import { isLocal } from '../manifest/origin.ts';
import type { DoctorCheck } from './finding.ts';
import { day, daysUntil } from './machineChecks.ts';

const SECRETS = [
  'CLIENT_SECRET',
  'CACHE_KEYS',
  'CACHE_URL',
  'DATABASE_URL',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
];
const SOON_DAYS = 30;

const wrong: DoctorCheck = ({ invalidSettings }) =>
  invalidSettings.map((sentence) => ({
    grade: 'error',
    check: 'settings',
    where: /^[A-Z_]+(?:, [A-Z_]+)*/u.exec(sentence)?.[0] ?? '.ENV',
    problem: `${sentence.replace(/[.;]$/u, '')}.`,
    fix: 'docs/settings.md lists the valid values.',
  }));

const committedSecrets: DoctorCheck = ({ env }) =>
  SECRETS.filter((name) => env?.names.includes(name)).map((name) => ({
    grade: 'error',
    check: 'secret-in-env',
    where: '.ENV',
    problem: `${name} is in .ENV, which is committed.`,
    fix: 'Move the line to .ENV.local, which Git ignores. If it was pushed, replace the secret.',
  }));

const localFile: DoctorCheck = ({ local }) => {
  if (local?.committed) {
    const problem = '.ENV.local is committed, so its secrets are in the Git history.';
    const fix = 'Run `git rm --cached .ENV.local`, and replace every secret that was in it.';
    return [{ grade: 'error', check: 'env-local-committed', where: '.ENV.local', problem, fix }];
  }
  if (!local || local.ignored) return [];
  const fix = 'Add the line `.ENV.local` to .gitignore.';
  const problem = 'Git does not ignore .ENV.local.';
  return [{ grade: 'error', check: 'env-local-ignored', where: '.gitignore', problem, fix }];
};

const localPort: DoctorCheck = ({ addinOrigin, port, sandbox }) => {
  const origin = new URL(addinOrigin);
  const named = origin.port === '' ? 443 : Number(origin.port);
  // The sandbox derives its origin from PORT.
  if (sandbox || origin.hostname !== 'localhost' || named === port) return [];
  const problem = `ADDIN_ORIGIN has port ${named}, but the server listens on ${port}.`;
  const fix = 'Use the same port in both. Manifests and the Application ID URI follow ADDIN_ORIGIN.';
  return [{ grade: 'error', check: 'origin-port', where: 'ADDIN_ORIGIN, PORT', problem, fix }];
};

const ownDomain: DoctorCheck = ({ addinOrigin }) => {
  if (!new URL(addinOrigin).hostname.endsWith('.azurewebsites.net')) return [];
  const problem =
    "ADDIN_ORIGIN is a host of azurewebsites.net. You don't own that domain, so the add-in can't move to another site.";
  const fix = 'For production, bind a domain that you own to the site, and set ADDIN_ORIGIN to it.';
  return [{ grade: 'warning', check: 'own-domain', where: 'ADDIN_ORIGIN', problem, fix }];
};

const production: DoctorCheck = ({ production: on, addinOrigin }) => {
  if (!on || new URL(addinOrigin).hostname !== 'localhost') return [];
  const problem = 'NODE_ENV is production, but ADDIN_ORIGIN is still localhost.';
  const fix = 'Set ADDIN_ORIGIN to the public origin of the add-in.';
  return [{ grade: 'error', check: 'production-origin', where: 'ADDIN_ORIGIN', problem, fix }];
};

const credential: DoctorCheck = ({ credential: found, now }) => {
  if (!found) return [];
  const { where, fault, ends = now } = found;
  const fix = 'Run `npm run configure-sso -- --credential certificate`, which creates a new one.';
  if (fault !== undefined) return [{ grade: 'error', check: 'credential', where, problem: fault, fix }];
  if (ends <= now) {
    return [
      {
        grade: 'error',
        check: 'credential',
        where,
        problem: `The certificate expired on ${day(ends)}.`,
        fix,
      },
    ];
  }
  const days = daysUntil(ends, now);
  if (days > SOON_DAYS) return [];
  const problem = `The certificate expires in ${days} days, on ${day(ends)}.`;
  return [{ grade: 'warning', check: 'credential', where, problem, fix }];
};

const suspect: DoctorCheck = ({ suspectSettings }) =>
  suspectSettings.map(({ where, problem }) => ({
    grade: 'warning',
    check: 'setting-text',
    where,
    problem,
    fix: 'Correct it there. docs/settings.md lists all names and the syntax of values.',
  }));

const tls: DoctorCheck = ({ tls: found, now }) => {
  if (!found) return [];
  const { where, fault, ends = now } = found;
  const finding = { check: 'tls-certificate', where };
  const fix = 'Set a certificate for the host of ADDIN_ORIGIN and its unencrypted key, both in PEM format.';
  if (fault !== undefined) return [{ ...finding, grade: 'error', problem: fault, fix }];
  if (ends <= now) {
    return [{ ...finding, grade: 'error', problem: `The certificate expired on ${day(ends)}.`, fix }];
  }
  const days = daysUntil(ends, now);
  if (days > SOON_DAYS) return [];
  const problem = `The certificate expires in ${days} day${days === 1 ? '' : 's'}, on ${day(ends)}.`;
  return [{ ...finding, grade: 'warning', problem, fix }];
};

/** One finding, instead of one for each URL in each manifest. */
const manifestOrigin: DoctorCheck = ({ manifestsFor, addinOrigin, sandbox }) => {
  if (manifestsFor === undefined) return [];
  const problem = `The manifests in the project are for ${manifestsFor}, but ADDIN_ORIGIN is ${addinOrigin}.`;
  const finding = { check: 'manifest-origin', where: 'ADDIN_ORIGIN', problem };
  // Only `npm start` in Office uses the project's manifests. The sandbox uses none, and a deployment uses those of the build.
  if (!sandbox && isLocal(addinOrigin))
    return [
      { ...finding, grade: 'error', fix: 'Run `npm run configure-sso`, which writes them for ADDIN_ORIGIN.' },
    ];
  return [
    {
      ...finding,
      grade: 'note',
      fix: 'Run `npm run build`, which writes manifests for ADDIN_ORIGIN to dist/manifests.',
    },
  ];
};

const manifests: DoctorCheck = ({ manifests: found }) =>
  found.map((finding) => ({ grade: 'error', check: 'manifest', ...finding }));

export const settingsChecks = [
  wrong,
  committedSecrets,
  localFile,
  localPort,
  ownDomain,
  production,
  suspect,
  tls,
  credential,
  manifestOrigin,
  manifests,
];
