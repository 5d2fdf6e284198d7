import { notifications } from '@mantine/notifications';

let shown = false;

/** Says once that something went wrong outside any page; each page has a boundary of its own. */
export function watchUncaughtErrors(): void {
  window.addEventListener('error', (event) => {
    // Browsers report this harmless case as an error: a size changed while it was being observed.
    if (!event.message.startsWith('ResizeObserver loop')) say();
  });
  window.addEventListener('unhandledrejection', () => say());
}

function say(): void {
  if (shown) return;
  shown = true;
  notifications.show({
    color: 'red',
    title: 'Something in Muster did not work',
    message:
      'What is stored is not affected, and what you typed is kept. If a screen looks wrong, reload it (Ctrl+R) and go on.',
    autoClose: false,
    onClose: () => {
      shown = false;
    },
  });
}
