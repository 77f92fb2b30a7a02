import { UserError } from '../userError.ts';

/**
 * The limit of name.short in the unified manifest, the shortest of all. JSON Schema's maxLength and XSD's length count
 * Unicode code points, not UTF-16 units: 😀 counts as one, a combined emoji as several.
 */
const MAX_LENGTH = 30;

const RULE =
  `A name has 1 to ${MAX_LENGTH} characters (Unicode code points), at least one letter, digit or emoji, and none of ` +
  '< > " \\ { } or invisible characters such as line breaks. For example: npm run rename -- "Contoso Files"';

/** Returns the trimmed name. @throws UserError that names the broken rule */
export function validateName(given: string): string {
  const name = given.trim();
  const reason = reasonAgainst(name);
  if (reason !== undefined) throw new UserError(`${quote(given)} cannot be the name${reason}. ${RULE}`);
  return name;
}

function reasonAgainst(name: string): string | undefined {
  if (name === '') return ': it is empty';
  const sign = /[<>"\\{}]/u.exec(name)?.[0];
  if (sign !== undefined) return ` because of ${sign}`;
  // Joiners are part of emoji and of some scripts.
  const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{FFFE}\u{FFFF}]/u.exec(name)?.[0];
  if (invisible !== undefined) return ` because of the invisible character ${codeOf(invisible)}`;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name))
    return ': it has no letter, digit or emoji';
  const length = [...name].length;
  return length > MAX_LENGTH ? `: it has ${length} characters` : undefined;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Quotes the beginning of a text, with invisible characters escaped. */
function quote(given: string): string {
  const characters = [...given];
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : given);
}
