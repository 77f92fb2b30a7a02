import type { MessageKey } from '../../contract/catalogue.ts';
import { englishMessages } from './englishMessages.ts';
import type { Strings } from './index.ts';
import type { Message } from './translation.ts';

/** Returns the message in the language of the pane, else in English. */
export function messageOf({ messages }: Pick<Strings, 'messages'>, key: MessageKey): Message {
  return messages[key] ?? englishMessages[key];
}
