import { longReference, requirements, resources, urlReference } from './basicTypes.ts';
import {
  foreign,
  maybe,
  one,
  optional,
  required,
  sequence,
  some,
  text,
  type ElementType,
  type Part,
} from './elementType.ts';
import { ApplicationId, LongString, oneOf, patternType, ReferenceId, ShortString } from './simpleTypes.ts';

/** Types that several VersionOverrides schemas define, each in its own namespace. */

/** First children of every VersionOverrides. All are optional: an outer VersionOverrides may only wrap an inner one. */
export const common = (hosts: ElementType): Part[] => [
  maybe('Description', longReference),
  maybe('Requirements', requirements),
  maybe('Hosts', hosts),
  maybe('Resources', resources),
];

export function hostsOf(namespace: string, host: ElementType): ElementType {
  return sequence(namespace, 'Hosts', [some('Host', host)]);
}

/** @param extra children after the scopes */
export function webApplicationInfo(namespace: string, extra: readonly Part[] = []): ElementType {
  return sequence(namespace, 'WebApplicationInfo', [
    one('Id', text(namespace, ApplicationId)),
    maybe('MsaId', text(namespace, LongString)),
    one('Resource', text(namespace, LongString)),
    one('Scopes', scopesOf(namespace, 'WebApplicationScopes')),
    ...extra,
  ]);
}

export function scopesOf(namespace: string, name: string): ElementType {
  return sequence(namespace, name, [some('Scope', text(namespace, LongString))]);
}

/** The add-ins that this one replaces. `Effect` is newer than the schema (Microsoft's page "EquivalentAddins element"). */
export function equivalentAddins(namespace: string, effect: boolean): ElementType {
  const string = text(namespace, LongString);
  const addin = sequence(namespace, 'EquivalentAddin', [
    maybe('ProgId', string),
    maybe('DisplayName', string),
    maybe('FileName', string),
    one('Type', text(namespace, oneOf('ShortString', ['COM', 'XLL']))),
  ]);
  const effects = oneOf('Effect', ['DisableWithNotification', 'UserOptionToDisable']);
  return sequence(namespace, 'EquivalentAddins', [
    some('EquivalentAddin', addin),
    ...(effect ? [maybe('Effect', text(namespace, effects))] : []),
  ]);
}

export function runtimesOf(namespace: string): ElementType {
  const override = {
    ...sequence(namespace, 'RuntimeOverride', [], {
      type: required(oneOf('RuntimeOverrideType', ['javascript'])),
      resid: required(ReferenceId),
    }),
    refersTo: ['Urls'],
  } as const;
  const runtime = {
    ...sequence(namespace, 'Runtime', [maybe('Override', override)], {
      resid: required(ReferenceId),
      lifetime: optional(oneOf('RuntimeLifetime', ['short', 'long'])),
    }),
    refersTo: ['Urls'],
  } as const;
  return sequence(namespace, 'Runtimes', [some('Runtime', runtime)]);
}

/** @param events names from Microsoft's page "Activate add-ins with events" */
export function launchEvent(namespace: string, events: readonly string[]): ElementType {
  const extension = patternType(
    'AttachmentExtension',
    /^[^.\s]{1,50}$/u,
    'Write 1 to 50 characters without a period, such as xml.',
  );
  const attachment = sequence(namespace, 'MessageAttachment', [], {
    AttachmentExtension: required(extension),
  });
  const attachments = sequence(namespace, 'MessageAttachments', [some('MessageAttachment', attachment, 2)]);
  const event = sequence(namespace, 'LaunchEventDefinition', [maybe('MessageAttachments', attachments)], {
    Type: required(oneOf('event', events)),
    FunctionName: required(LongString),
    SendMode: optional(oneOf('LaunchEventSendMode', ['PromptUser', 'SoftBlock', 'Block'])),
    HeaderName: optional(ShortString),
  });
  return sequence(namespace, 'LaunchEvent', [
    one('LaunchEvents', sequence(namespace, 'LaunchEvents', [some('LaunchEvent', event)])),
    one('SourceLocation', urlReference),
  ]);
}

/** Extension point for a newer version of VersionOverrides. */
export const newer = (namespace: string): Part => foreign('VersionOverrides', namespace);
