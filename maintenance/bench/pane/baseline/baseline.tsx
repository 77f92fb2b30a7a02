import { Button, FluentProvider, Text, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

/** React and Fluent only: the earliest that an add-in built with them can show anything. */
const show = () => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <FluentProvider theme={webLightTheme}>
      <Text>Baseline</Text>
      <Button>Nothing</Button>
    </FluentProvider>,
  );
};

// With office.js, wait for Office as Microsoft's templates do.
if ('Office' in window) void Office.onReady().then(show);
else show();
