import { useEffect } from 'react';
import { matchPath, useLocation, useNavigate } from 'react-router';
import type { Place, WorkspaceFileActions } from './workspaceFilesContext.ts';

/** Addresses that do something instead of showing a page, so that any link, notice or shell can ask for it. */
export const fileAddresses = {
  openSample: '/open-sample',
  openFile: '/open-file',
  bringBack: '/bring-back/:name',
} as const;

/** Does what such an address asks for, and goes on where one was. */
export function useAddressCommands(place: Place, actions: WorkspaceFileActions): void {
  const { pathname, key } = useLocation();
  const navigate = useNavigate();

  useEffect(() => {
    const asked = commandAt(pathname, actions);
    if (asked === null) return;
    void (key === 'default' ? navigate('/', { replace: true }) : navigate(-1));
    // Beside a damaged database a person first decides what to go on with.
    if (place.kind !== 'recovery') void asked();
  }, [pathname, key, place, actions, navigate]);
}

function commandAt(pathname: string, actions: WorkspaceFileActions): (() => Promise<void>) | null {
  if (matchPath(fileAddresses.openSample, pathname) !== null) return actions.openSample;
  if (matchPath(fileAddresses.openFile, pathname) !== null) return actions.choose;
  const name = matchPath(fileAddresses.bringBack, pathname)?.params.name;
  return name === undefined ? null : () => actions.bringBack(name);
}
