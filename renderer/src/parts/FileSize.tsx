import { Text } from '@mantine/core';
import { useAttachmentSize } from '../store/queries/attachments.ts';
import { formatSize } from '../ui/formatSize.ts';
import { Mark } from '../ui/Mark.tsx';

/** How large an attached file is, or that the workspace does not hold it. */
export function FileSize({ sha256 }: { readonly sha256: string }) {
  const size = useAttachmentSize(sha256);
  if (size === undefined) return null;
  if (size === null) return <Mark tone="fail">missing</Mark>;
  return (
    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {formatSize(size)}
    </Text>
  );
}
