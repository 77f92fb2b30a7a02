import type { ElementType } from './elementType.ts';
import { officeApp } from './officeApp.ts';

const parents = new Map<string, Set<string>>();

/** Returns the names of the elements that may contain an element of this name, in any schema. */
export function parentsOf(name: string): readonly string[] {
  if (parents.size === 0) collect('OfficeApp', officeApp, new Set());
  return [...(parents.get(name) ?? [])];
}

function collect(elementName: string, type: ElementType, seen: Set<ElementType>): void {
  if (seen.has(type)) return;
  seen.add(type);
  if (type.content.kind === 'variants') {
    for (const variant of type.content.variants) collect(elementName, variant, seen);
    return;
  }
  if (type.content.kind !== 'elements') return;
  for (const { choices } of type.content.slots) {
    for (const { name, type: childType } of choices) {
      const found = parents.get(name) ?? new Set();
      parents.set(name, found.add(elementName));
      if (childType) collect(name, childType(), seen);
    }
  }
}
