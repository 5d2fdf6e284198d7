import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { bringBackAddress } from './useAddressCommands.ts';

/** What became of the workspace that was there before. */
export function OpenedNotice({ setAside }: { setAside: string | null }) {
  if (setAside === null) return null;
  return (
    <>
      What was here before is set aside on this computer:{' '}
      <Anchor component={Link} to={bringBackAddress(setAside)}>
        bring it back
      </Anchor>
      .
    </>
  );
}
