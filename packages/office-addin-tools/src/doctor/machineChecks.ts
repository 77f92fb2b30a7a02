import type { DoctorCheck, DoctorFinding } from './finding.ts';

const DAY_MS = 86_400_000;
const OLDEST = [20, 20] as const;
/** The last day of security fixes, by major version (nodejs/Release, schedule.json). */
const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
};
/** Entra ID and the server allow five minutes of clock skew (RFC 7519: "no more than a few minutes"). */
const SKEW_MS = 5 * 60_000;

const node: DoctorCheck = ({ node: version, now }) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return endOfLife(version, major, now);
  const problem = `This is Node.js ${version}, but the project needs ${OLDEST.join('.')} or later.`;
  return [
    {
      grade: 'error',
      check: 'node',
      where: 'Node.js',
      problem,
      fix: 'Install a current version from https://nodejs.org.',
    },
  ];
};

function endOfLife(version: string, major: number, now: number): DoctorFinding[] {
  const end = END_OF_LIFE[major];
  if (end === undefined || now < Date.parse(end) + DAY_MS) return [];
  const problem = `This is Node.js ${version}, which has had no security fixes since ${end}. The project still runs on it.`;
  const fix = 'Install Node.js 22 or 24 from https://nodejs.org.';
  return [{ grade: 'warning', check: 'node', where: 'Node.js', problem, fix }];
}

const packages: DoctorCheck = ({ missingPackages: [first, ...more] }) => {
  if (first === undefined) return [];
  const problem = `Packages are not installed: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}.`;
  return [{ grade: 'error', check: 'packages', where: 'node_modules', problem, fix: 'Run `npm ci`.' }];
};

const localhostCertificate: DoctorCheck = ({ localhost, now, addinOrigin }) => {
  if (new URL(addinOrigin).hostname !== 'localhost') return [];
  const check = 'localhost-certificate';
  const fix = 'Run `npm start`, which creates a new one. To trust it: `npx office-addin-dev-certs install`.';
  if (!localhost) {
    const where = '~/.office-addin-dev-certs';
    return [
      { grade: 'note', check, where, problem: 'The certificate for localhost does not exist yet.', fix },
    ];
  }
  const { where, fault, ends = now } = localhost;
  if (fault !== undefined) return [{ grade: 'error', check, where, problem: fault, fix }];
  if (ends > now) return [];
  return [
    {
      grade: 'warning',
      check,
      where,
      problem: `The certificate for localhost expired on ${day(ends)}.`,
      fix,
    },
  ];
};

const ports: DoctorCheck = ({ takenPorts }) =>
  takenPorts.map(({ setting, port, by, ours }): DoctorFinding => {
    const who = by ?? 'another program';
    if (ours) {
      const problem = `A server of this project is still running on port ${port} (${who}).`;
      const fix = 'Stop it with Ctrl+C in its terminal, or end that process.';
      return { grade: 'warning', check: 'leftover-server', where: setting, problem, fix };
    }
    const fix = `Stop that program, or set ${setting} to another port in .ENV.local.`;
    return {
      grade: 'error',
      check: 'port',
      where: setting,
      problem: `Port ${port} is in use by ${who}.`,
      fix,
    };
  });

const stores: DoctorCheck = ({ stores: all }) =>
  all.flatMap(({ name, where, fault }) =>
    fault === undefined
      ? []
      : [
          {
            grade: 'error' as const,
            check: 'store',
            where,
            problem: `${name} can't be reached: ${fault}.`,
            fix: `Start it, or correct ${where} (docs/settings.md).`,
          },
        ],
  );

const projectFaults: DoctorCheck = ({ projectFaults: all }) =>
  all.map(({ where, problem }) => ({
    grade: 'error',
    check: 'store',
    where,
    problem,
    fix: `docs/settings.md explains ${where}.`,
  }));

const services: DoctorCheck = ({ services: all, sandbox }) =>
  all.flatMap(({ name, where, fault }) =>
    fault === undefined
      ? []
      : [
          {
            // The sandbox replaces all of them.
            grade: sandbox ? ('note' as const) : ('warning' as const),
            check: 'network',
            where,
            problem: `${name} can't be reached from this machine: ${fault}.`,
            fix: 'Check the network, the proxy and the firewall. The sandbox works without it.',
          },
        ],
  );

const clock: DoctorCheck = ({ services: all }) => {
  const far = all.find(({ ahead = 0 }) => Math.abs(ahead) > SKEW_MS);
  if (!far) return [];
  const minutes = Math.round(Math.abs(far.ahead ?? 0) / 60_000);
  const problem = `This machine's clock differs from ${far.name}'s by ${minutes} minutes, so tokens look expired or not yet valid.`;
  const fix = 'Turn on automatic time synchronization.';
  return [{ grade: 'error', check: 'clock', where: 'system clock', problem, fix }];
};

export const day = (time: number) => new Date(time).toISOString().slice(0, 10);
export const daysUntil = (time: number, now: number) => Math.floor((time - now) / DAY_MS);

export const machineChecks = [
  node,
  packages,
  localhostCertificate,
  ports,
  stores,
  projectFaults,
  services,
  clock,
];
