import type { DoctorCheck } from './finding.ts';

const registration: DoctorCheck = ({ registration: found }) => {
  const check = 'registration';
  switch (found.kind) {
    case 'not-asked': {
      if (found.why === undefined) return [];
      const problem = `The registration was not checked: ${found.why}`;
      const fix = 'To check it, run `az login`, then `npm run doctor` again.';
      return [{ grade: 'note', check, where: 'Azure CLI', problem, fix }];
    }
    case 'missing': {
      const problem = 'The tenant has no registration with this client id.';
      const fix =
        'Sign in to the right tenant with `az login --tenant <id>`, or run `npm run configure-sso` to create one.';
      return [{ grade: 'error', check, where: 'CLIENT_ID', problem, fix }];
    }
    case 'read':
      return found.findings.map((finding) => ({ grade: 'error', check, ...finding }));
  }
};

export const registrationChecks = [registration];
