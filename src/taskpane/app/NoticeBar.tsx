import { Button } from '@fluentui/react-components';
import type { Notice } from '../features/feature.ts';
import { Message } from '../ui/Message.tsx';
import { useStrings } from '../ui/strings.ts';
import { DismissButton } from './DismissButton.tsx';

/** Reports a success, or something that the user may not expect. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const strings = useStrings();
  const { action } = notice;
  return (
    <Message
      kind={notice.kind}
      text={notice.text(strings)}
      data-testid="notice"
      data-code={notice.code}
      actions={
        action && (
          <Button data-testid={action.id} size="small" onClick={action.run}>
            {action.label(strings)}
          </Button>
        )
      }
      end={<DismissButton />}
    />
  );
}
