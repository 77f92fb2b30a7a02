import { optional, required, sequence, some, variants, type ElementType } from './elementType.ts';
import { APP, APP_1_0 } from './namespaces.ts';
import { Boolean, NonEmptyString, oneOf } from './simpleTypes.ts';

const PROPERTIES = ['Subject', 'BodyAsPlaintext', 'BodyAsHTML', 'SenderSMTPAddress'];
const ENTITIES = [
  'MeetingSuggestion',
  'TaskSuggestion',
  'Address',
  'Url',
  'PhoneNumber',
  'EmailAddress',
  'Contact',
];

/**
 * Activation rules of mail add-ins ([MS-OWEMXML] 5.2, 5.4, 5.5). In the base manifest, ItemIs requires a form type. In
 * VersionOverrides the extension point determines the form, and a rule may have the attribute Highlight.
 */
export function ruleType(namespace: string): ElementType {
  const withForm = namespace === APP;
  const common =
    withForm || namespace === APP_1_0
      ? {}
      : { Highlight: optional(oneOf('Highlight', ['None', 'All', 'none', 'all'])) };
  const string = NonEmptyString;
  const rule: ElementType = variants(namespace, 'Rule', [
    sequence(namespace, 'ItemIs', [], {
      ItemType: required(oneOf('ItemType', ['Message', 'Appointment'])),
      ...(withForm ? { FormType: required(oneOf('ItemFormType', ['Read', 'Edit', 'ReadOrEdit'])) } : {}),
      ItemClass: optional(string),
      IncludeSubClasses: optional(Boolean),
      ...common,
    }),
    sequence(namespace, 'ItemHasKnownEntity', [], {
      EntityType: required(oneOf('KnownEntityType', ENTITIES)),
      RegExFilter: optional(string),
      FilterName: optional(string),
      IgnoreCase: optional(Boolean),
      ...common,
    }),
    sequence(namespace, 'ItemHasRegularExpressionMatch', [], {
      RegExName: required(string),
      RegExValue: required(string),
      PropertyName: required(oneOf('PropertyName', PROPERTIES)),
      IgnoreCase: optional(Boolean),
      ...common,
    }),
    sequence(namespace, 'ItemHasAttachment', [], common),
    sequence(namespace, 'RuleCollection', [some('Rule', () => rule)], {
      Mode: required(oneOf('LogicalOperator', ['And', 'Or'])),
      ...common,
    }),
  ]);
  return rule;
}
