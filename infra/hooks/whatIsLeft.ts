import type { Environment } from 'office-addin-tools';

/** What azd cannot do, after a deployment. */
export function whatIsLeft(env: Environment): string[] {
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
    'When the slot staging was deployed to, swap it in:',
    `  az webapp deployment slot swap ${at} --slot staging --target-slot production`,
    `Look whether it serves: npx office-addin-tools smoke --origin ${origin}`,
  ];
}

function domainSteps(domain: string, site: string, verification: string, at: string): string[] {
  return [
    `Once: bind ${domain} to the site. In its DNS zone:`,
    `  CNAME ${domain} -> ${site}`,
    `  TXT   asuid.${domain} -> ${verification}`,
    'then:',
    `  az webapp config hostname add ${at.replace('--name', '--webapp-name')} --hostname ${domain}`,
    `  az webapp config ssl create ${at} --hostname ${domain}`,
    `  az webapp config ssl bind ${at} --ssl-type SNI --hostname ${domain} --certificate-thumbprint <thumbprint>`,
  ];
}
