import type { Environment } from 'office-addin-tools';

/** Returns the steps after a deployment that azd cannot do. */
export function nextSteps(env: Environment): string[] {
  const {
    ADDIN_ORIGIN: origin = '',
    SITE_HOST: site = '',
    STAGING_HOST: staging = '',
    SITE_NAME,
    RESOURCE_GROUP,
  } = env;
  const { hostname } = new URL(origin);
  const at = `--resource-group ${RESOURCE_GROUP ?? ''} --name ${SITE_NAME ?? ''}`;
  return [
    `Production: https://${site}    Staging: https://${staging}`,
    ...(hostname === site ? [] : domainSteps(hostname, site, env['DOMAIN_VERIFICATION_ID'] ?? '', at)),
    'After a deployment to the slot staging, swap it into production:',
    `  az webapp deployment slot swap ${at} --slot staging --target-slot production`,
    `To test the server: npx office-addin-tools smoke --origin ${origin}`,
  ];
}

function domainSteps(domain: string, site: string, verification: string, at: string): string[] {
  return [
    `Bind ${domain} to the site once. Add to its DNS zone:`,
    `  CNAME ${domain} -> ${site}`,
    `  TXT   asuid.${domain} -> ${verification}`,
    'Then run:',
    `  az webapp config hostname add ${at.replace('--name', '--webapp-name')} --hostname ${domain}`,
    `  az webapp config ssl create ${at} --hostname ${domain}`,
    `  az webapp config ssl bind ${at} --ssl-type SNI --hostname ${domain} --certificate-thumbprint <thumbprint>`,
  ];
}
