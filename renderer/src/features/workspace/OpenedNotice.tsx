import { Anchor } from '@mantine/core';
import { generatePath } from 'react-router';
import { fileAddresses } from './useAddressCommands.ts';

/** What became of the workspace that was there before. Shown outside the router, hence plain links. */
export function OpenedNotice({ setAside }: { setAside: string | null }) {
  if (setAside === null) return null;
  return (
    <>
      What was here before is set aside on this computer:{' '}
      <Anchor size="sm" href={`#${generatePath(fileAddresses.bringBack, { name: setAside })}`}>
        bring it back
      </Anchor>
      .
    </>
  );
}
