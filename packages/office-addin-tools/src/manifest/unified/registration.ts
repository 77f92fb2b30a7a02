import type { Finding } from '../../finding.ts';
import { brokerUri } from '../jsonEdits.ts';
import { ID_PLACEHOLDER, isGuid } from '../manifestFacts.ts';
import { resourceUri } from '../origin.ts';
import type { Unified } from './unified.ts';
import { findingAt, pathText, valueAt } from './jsonPath.ts';

/** Checks webApplicationInfo, which single sign-on (13004) and nested app authentication need. */
export function checkRegistration({ value, texts, facts }: Unified): Finding[] {
  const id = valueAt(value, 'webApplicationInfo.id');
  if (typeof id !== 'string') {
    const fix = 'Add it. Without it, single sign-on fails with 13000.';
    return [findingAt(texts, '', 'webApplicationInfo is missing.', fix)];
  }
  const right = facts.clientId ? id.toLowerCase() === facts.clientId.toLowerCase() : isId(id);
  const wanted = resourceUri(facts.addinOrigin, id);
  const broker = brokerUri(facts.addinOrigin);
  return [
    ...(right
      ? []
      : [
          findingAt(
            texts,
            'webApplicationInfo.id',
            `The application id is "${id}", but CLIENT_ID is ${facts.clientId ?? 'not set'}.`,
            `Write ${facts.clientId ?? ID_PLACEHOLDER} here and in resource.`,
          ),
        ]),
    ...texts.flatMap(({ path, value: said }) => {
      const where = pathText(path);
      const expected =
        where === 'webApplicationInfo.resource'
          ? wanted
          : path[1] === 'nestedAppAuthInfo' && path.at(-1) === 'redirectUri'
            ? broker
            : path[1] === 'nestedAppAuthInfo' && said.startsWith('api:')
              ? `${wanted}/access_as_user`
              : said;
      if (said === expected) return [];
      return [
        findingAt(
          texts,
          where,
          `"${said}" does not match ADDIN_ORIGIN and CLIENT_ID.`,
          `Write "${expected}", as ADDIN_ORIGIN and CLIENT_ID messages.`,
        ),
      ];
    }),
  ];
}

const isId = (id: string) => id === ID_PLACEHOLDER || isGuid(id);
