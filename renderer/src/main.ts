import { firstOpening } from './app/firstOpening.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';

/** Up to here nothing is shown; an opening that takes longer says so. */
const patience = 200;
const waited = new Promise<void>((resolve) => {
  setTimeout(resolve, patience);
});

// The screens are fetched meanwhile (index.html names them), and evaluated once there is something to show; an opening that
// failed is for them to tell.
void Promise.race([firstOpening.catch(() => null), waited]).then(() => import('./screens.tsx'));
