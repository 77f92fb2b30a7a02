import { finding, type Check } from '../check.ts';
import { childOf } from '../element.ts';
import { isGuid } from '../manifestFacts.ts';

/** The Id is a real one, and no other manifest of this project has it. */
export const checkIdentity: Check = ({ root, facts }) => {
  const id = childOf(root, 'Id');
  if (!id) return [];
  if (!isGuid(id.text)) {
    return [
      finding(
        id,
        `The add-in's Id "${id.text}" is not a GUID.`,
        'Make one: `node -p "crypto.randomUUID()"`.',
      ),
    ];
  }
  if (facts.otherIds.some((other) => other.toLowerCase() === id.text.toLowerCase())) {
    return [
      finding(
        id,
        'Another manifest of this project has the same Id.',
        'Give each manifest an Id of its own: Office takes them for one add-in.',
      ),
    ];
  }
  return [];
};
