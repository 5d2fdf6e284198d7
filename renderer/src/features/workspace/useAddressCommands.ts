import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Place } from '../../safekeeping/inUse.ts';
import type { WorkspaceFileActions } from './workspaceFilesContext.ts';

/** Addresses that do something instead of showing a page, so that any link, notice or shell can ask for it. */
export const fileAddresses = {
  openSample: '/open-sample',
  openFile: '/open-file',
  bringBack: '/bring-back',
} as const;

/** Does what such an address asks for, and goes on where one was. */
export function useAddressCommands(place: Place, actions: WorkspaceFileActions): void {
  const { pathname, search, key } = useLocation();
  const navigate = useNavigate();

  useEffect(() => {
    const asked = commandAt(pathname, search, actions);
    if (asked === null) return;
    void (key === 'default' ? navigate('/', { replace: true }) : navigate(-1));
    // Beside a damaged database a person first decides what to go on with.
    if (place.kind !== 'recovery') void asked();
  }, [pathname, search, key, place, actions, navigate]);
}

/** The address that brings back what was set aside under this name. */
export function bringBackAddress(name: string): string {
  return `${fileAddresses.bringBack}?${new URLSearchParams({ name }).toString()}`;
}

function commandAt(pathname: string, search: string, actions: WorkspaceFileActions): (() => Promise<void>) | null {
  if (pathname === fileAddresses.openSample) return actions.openSample;
  if (pathname === fileAddresses.openFile) return actions.choose;
  const name = new URLSearchParams(search).get('name');
  return pathname === fileAddresses.bringBack && name !== null ? () => actions.bringBack(name) : null;
}
