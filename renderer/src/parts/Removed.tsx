import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { isUuid } from '../../../shared/domain/basics/uuid.ts';
import { PageHeading } from '../ui/PageHeading.tsx';

const trashAddress = '/activity/trash';

/** Where what was just removed is, for the notification that says so. */
export function Removed({ many = false }: { readonly many?: boolean }) {
  return (
    <>
      Undo (Ctrl+Z) brings {many ? 'them' : 'it'} back as {many ? 'they were' : 'it was'}. Later too:{' '}
      <Anchor component={Link} to={trashAddress} size="sm">
        Trash
      </Anchor>
      .
    </>
  );
}

interface NotHereProps {
  readonly noun: string;
  /** As the address gives it: anything at all. */
  readonly id: string;
  /** The list that it would be in. */
  readonly all: { readonly to: string; readonly label: string };
}

/** The page of a record that is not there, or not any more. */
export function NotHere({ noun, id, all }: NotHereProps) {
  return (
    <>
      <PageHeading title={`This ${noun} is not here`} />
      <Text mt="xs">
        If it was removed, it lies in the{' '}
        <Anchor component={Link} to={trashAddress}>
          trash
        </Anchor>{' '}
        and comes back whole
        {isUuid(id) && (
          <>
            ; its{' '}
            <Anchor component={Link} to={`/activity?of=${id}`}>
              activity
            </Anchor>{' '}
            says when
          </>
        )}
        .
      </Text>
      <Anchor component={Link} to={all.to}>
        {all.label}
      </Anchor>
    </>
  );
}
