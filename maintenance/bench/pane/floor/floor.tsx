import { Button, FluentProvider, Text, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

/** React and Fluent, and nothing else: no add-in that is made of them can show anything sooner. */
const show = () => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <FluentProvider theme={webLightTheme}>
      <Text>Floor</Text>
      <Button>Nothing</Button>
    </FluentProvider>,
  );
};

// With office.js in the page it is done as Microsoft's templates do it.
if ('Office' in window) void Office.onReady().then(show);
else show();
