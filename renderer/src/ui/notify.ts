import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Says that something was done, in passing. */
export function notifyDone(title: string, message: ReactNode = null): void {
  notifications.show({ title, message });
}

/** Says what did not work and what to do; stays until it is closed. */
export function notifyProblem(title: string, message: ReactNode): void {
  notifications.show({ title, message, color: 'red', autoClose: false, role: 'alert' });
}
