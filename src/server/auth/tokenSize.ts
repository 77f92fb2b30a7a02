import { MAX_HEADER_BYTES } from '../limits.ts';

const KILOBYTES = MAX_HEADER_BYTES / 1024;

/** Source: Microsoft's page "Configure group claims for applications", section on the limits of tokens. */
const ADVICE =
  'Most often group claims make a token this large: in the app registration, under Token configuration, ' +
  'emit only the groups assigned to the application, or none, and remove optional claims that are not needed.';

/** Detail for a request that Node's parser refuses: the server cannot know which header it was. */
export const HEADERS_TOO_LARGE = `The request headers are larger than ${KILOBYTES} kB. The access token is usually the largest of them. ${ADVICE}`;

/** Detail for a token that could not have come in a header. @param length in bytes */
export function tokenTooLarge(length: number): string {
  return `The token has ${Math.ceil(length / 1024)} kB; the limit is ${KILOBYTES} kB for all headers together. ${ADVICE}`;
}
