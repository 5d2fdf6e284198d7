import { firstOpening } from './app/firstOpening.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { App } from './app/App.tsx';
import { Appearance } from './app/Appearance.tsx';
import { watchUncaughtErrors } from './app/uncaughtErrors.ts';
import { HostProvider } from './host/HostContext.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// Mantine takes the nonce as a property; the scroll lock below its dialogs asks get-nonce.
setNonce(nonce);
watchUncaughtErrors();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const screens = createRoot(root);

/** Up to here nothing is shown; an opening that takes longer says so. */
const patience = 200;
const waited = new Promise<null>((resolve) => {
  setTimeout(() => resolve(null), patience);
});
const opened = await Promise.race([firstOpening, waited]);
screens.render(
  <StrictMode>
    <HashRouter>
      <Appearance nonce={nonce}>
        <HostProvider>
          <App opening={firstOpening} opened={opened} />
        </HostProvider>
      </Appearance>
    </HashRouter>
  </StrictMode>,
);
