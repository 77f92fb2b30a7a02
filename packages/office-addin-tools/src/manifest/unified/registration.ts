import type { Fault } from '../check.ts';
import { brokerUri } from '../jsonEdits.ts';
import { ID_PLACEHOLDER, isGuid } from '../manifestFacts.ts';
import { resourceUri } from '../ownAddress.ts';
import type { Unified } from './unified.ts';
import { faultAt, pathText, valueAt } from './place.ts';

/** webApplicationInfo: what single sign-on (13004) and nested app authentication stand on. */
export function checkRegistration({ value, texts, facts }: Unified): Fault[] {
  const id = valueAt(value, 'webApplicationInfo.id');
  if (typeof id !== 'string') {
    const mend = 'Add it: single sign-on needs it (13000).';
    return [faultAt(texts, '', 'There is no webApplicationInfo.', mend)];
  }
  const right = facts.clientId ? id.toLowerCase() === facts.clientId.toLowerCase() : isId(id);
  const wanted = resourceUri(facts.addinOrigin, id);
  const broker = brokerUri(facts.addinOrigin);
  return [
    ...(right
      ? []
      : [
          faultAt(
            texts,
            'webApplicationInfo.id',
            `The application id is "${id}", and CLIENT_ID is ${facts.clientId ?? 'not configured'}.`,
            `Write ${facts.clientId ?? ID_PLACEHOLDER} here, and in resource too.`,
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
        faultAt(
          texts,
          where,
          `It says "${said}".`,
          `Write "${expected}", as ADDIN_ORIGIN and CLIENT_ID say.`,
        ),
      ];
    }),
  ];
}

const isId = (id: string) => id === ID_PLACEHOLDER || isGuid(id);
