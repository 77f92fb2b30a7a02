import { UserError } from '../userError.ts';

/**
 * name.short of the unified manifest, the shortest place that has the name. JSON Schema's maxLength and XSD's length
 * both count characters of Unicode, not UTF-16 units: an emoji such as 😀 is one, and one of several parts counts each.
 */
const LONGEST = 30;

const RULE =
  `A name has 1 to ${LONGEST} characters (Unicode code points), one of them a letter, a digit or an emoji, without ` +
  '< > " \\ { } and without invisible characters such as line breaks. For example: npm run rename -- "Contoso Files"';

/**
 * Returns the name without the spaces around it.
 * @throws UserError that says which part of the rule it breaks
 */
export function validateName(given: string): string {
  const name = given.trim();
  const reason = reasonAgainst(name);
  if (reason !== undefined) throw new UserError(`${shown(given)} cannot be the name${reason}. ${RULE}`);
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
  return length > LONGEST ? `: it has ${length} characters` : undefined;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The beginning of it, with what cannot be seen written as an escape. */
function shown(given: string): string {
  const characters = [...given];
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : given);
}
