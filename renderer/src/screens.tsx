import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { App } from './app/App.tsx';
import { Appearance } from './app/Appearance.tsx';
import { firstOpened, firstOpening } from './app/firstOpening.ts';
import { watchUncaughtErrors } from './app/uncaughtErrors.ts';
import { HostProvider } from './host/HostContext.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// Mantine takes the nonce as a property; the scroll lock below its dialogs asks get-nonce.
setNonce(nonce);
watchUncaughtErrors();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const screens = createRoot(root);

// Drawn while this module is evaluated: what an engine keeps of compiled code is what has run by the end of that.
flushSync(() => {
  screens.render(
    <StrictMode>
      <HashRouter>
        <Appearance nonce={nonce}>
          <HostProvider>
            <App opening={firstOpening} opened={firstOpened()} />
          </HostProvider>
        </Appearance>
      </HashRouter>
    </StrictMode>,
  );
});
