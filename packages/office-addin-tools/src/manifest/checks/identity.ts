import { finding, type Check } from '../check.ts';
import { childOf } from '../element.ts';
import { isGuid } from '../manifestFacts.ts';

/** Checks that the Id is a GUID that no other manifest of the project has. */
export const checkIdentity: Check = ({ root, facts }) => {
  const id = childOf(root, 'Id');
  if (!id) return [];
  if (!isGuid(id.text)) {
    return [
      finding(
        id,
        `The add-in's Id "${id.text}" is not a GUID.`,
        'Create one with `node -p "crypto.randomUUID()"`.',
      ),
    ];
  }
  if (facts.otherIds.some((other) => other.toLowerCase() === id.text.toLowerCase())) {
    return [
      finding(
        id,
        'Another manifest of this project has the same Id.',
        'Give each manifest its own Id. With the same Id, Office treats them as one add-in.',
      ),
    ];
  }
  return [];
};
