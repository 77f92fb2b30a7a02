import type { Finding } from '../../finding.ts';
import { ADD_EVENTS, handlerProblem, pageProblem, scriptProblem } from '../eventFacts.ts';
import { findingAt, valueAt } from './jsonPath.ts';
import type { Unified } from './unified.ts';

interface Runtime {
  readonly code?: { readonly page?: string; readonly script?: string };
  readonly actions?: readonly { readonly id: string }[];
}

/** Checks that the project has the page, the script and the handlers of the events that the manifest raises. */
export function checkLaunchEvents({ value, texts, facts: { addinOrigin, events } }: Unified): Finding[] {
  const list = <T>(path: string) => (valueAt(value, path) as readonly T[] | undefined) ?? [];
  const places = list<unknown>('extensions').flatMap((_extension, extension) =>
    list<{ readonly events?: readonly { readonly actionId: string }[] }>(
      `extensions[${extension}].autoRunEvents`,
    ).flatMap((group, at) =>
      (group.events ?? []).map(({ actionId }, event) => ({
        actionId,
        runtimes: `extensions[${extension}].runtimes`,
        path: `extensions[${extension}].autoRunEvents[${at}].events[${event}].actionId`,
      })),
    ),
  );
  const [first] = places;
  if (!first) return [];
  if (!events) return [findingAt(texts, first.path, ...ADD_EVENTS)];
  const handlers = places.flatMap(({ actionId, path }) => {
    const problem = handlerProblem(actionId, events);
    return problem ? [findingAt(texts, path, ...problem)] : [];
  });
  const used = new Set(
    places.flatMap(({ actionId, runtimes }) =>
      list<Runtime>(runtimes).flatMap(({ actions = [] }, at) =>
        actions.some(({ id }) => id === actionId) ? [`${runtimes}[${at}].code`] : [],
      ),
    ),
  );
  const addresses = [...used].flatMap((path) => {
    const code = (valueAt(value, path) ?? {}) as NonNullable<Runtime['code']>;
    const page = pageProblem(code.page ?? '', addinOrigin, events);
    const script = scriptProblem(code.script ?? '', addinOrigin, events);
    return [
      ...(page ? [findingAt(texts, `${path}.page`, ...page)] : []),
      ...(script ? [findingAt(texts, `${path}.script`, ...script)] : []),
    ];
  });
  return [...handlers, ...addresses];
}
