import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { adopt } from '../../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import { newId } from '../../store/newId.ts';
import { adoptNotice } from '../../store/commands/tenders.ts';
import { summariseNotice } from '../../store/notices/noticeSummary.ts';
import { readNotice } from '../../store/notices/useNotices.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { NoticeDetails } from './NoticeDetails.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { NoticeUpdate } from './NoticeUpdate.tsx';

interface NoticeDrawerProps {
  readonly noticeKey: string;
  /** The tender of the same procurement, where there is one. */
  readonly tenderId: string | null;
  readonly onClose: () => void;
}

/** One stored notice, and what can become of it: a tender, or an update of one. */
export function NoticeDrawer({ noticeKey, tenderId, onClose }: NoticeDrawerProps) {
  const notice = useNotice(noticeKey);
  return (
    <NoticePanel title={notice?.facts.title ?? ''} onClose={onClose}>
      {notice === null && <Text>This notice is no longer here. Import its file again.</Text>}
      {notice !== undefined && notice !== null && (
        <>
          {tenderId === null ? <Adopt notice={notice} /> : <NoticeUpdate notice={notice} tenderId={tenderId} />}
          <NoticeDetails
            {...notice}
            // What was not understood depends on the tender, where there is one: the update says it.
            notUnderstood={tenderId === null ? notice.notUnderstood : []}
            summary={summariseNotice(notice)}
          />
        </>
      )}
    </NoticePanel>
  );
}

function Adopt({ notice }: { readonly notice: MappedRelease }) {
  const store = useStore();
  const navigate = useNavigate();
  const start = async (): Promise<void> => {
    const tender = adopt(notice, newId, new Date());
    const outcome = await adoptNotice(store, tender);
    if (!outcome.ok) return notifyProblem('The notice was not adopted', problemSentence(outcome.error));
    notifyDone('Adopted as a tender', 'With its lots, its dates and the notice itself. Undo (Ctrl+Z) takes it back.');
    await navigate(`/tenders/${tender.id}`);
  };
  return (
    <Group>
      <Button data-autofocus onClick={() => void start()}>
        Adopt as tender
      </Button>
      <Text size="xs" c="dimmed">
        Makes a tender of it, with lots, dates and the notice word for word.
      </Text>
    </Group>
  );
}

/** `undefined` while it is being read, `null` where it is not there. */
function useNotice(key: string): MappedRelease | null | undefined {
  const [read, setRead] = useState<{ readonly key: string; readonly notice: MappedRelease | null } | null>(null);
  useEffect(() => {
    let current = true;
    const answer = (notice: MappedRelease | null) => {
      if (current) setRead({ key, notice });
    };
    readNotice(key)
      .then(answer)
      .catch(() => answer(null));
    return () => {
      current = false;
    };
  }, [key]);
  return read?.key === key ? read.notice : undefined;
}
