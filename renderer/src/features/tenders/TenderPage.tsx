import { Button, Group, Text } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { datesForBids } from '../../../../shared/domain/bid/bidDates.ts';
import { deadlineLines, nextDeadline } from '../../../../shared/domain/tender/tenderSummary.ts';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { useHost } from '../../host/HostContext.tsx';
import { Countdown } from '../../parts/Countdown.tsx';
import { exportCalendar } from '../../parts/exportCalendar.ts';
import { RecordActivity } from '../../parts/RecordActivity.tsx';
import { NotHere, Removed } from '../../parts/Removed.tsx';
import { removeTenders } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useBidsOf } from '../../store/queries/bids.ts';
import { useTender } from '../../store/queries/tenders.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { withField } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { EditableSelect } from '../../ui/EditableSelect.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import { useNow } from '../../ui/useNow.ts';
import { BidButton } from './BidButton.tsx';
import { CalculatedDatesSection } from './CalculatedDatesSection.tsx';
import { DatesSection } from './DatesSection.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { KeptNotices } from './KeptNotices.tsx';
import { LotsSection } from './LotsSection.tsx';
import { type TenderEdits, tenderEdits } from './tenderEdits.ts';
import { stateOptions } from './tendersView.ts';
import classes from './tenders.module.css';
import { ValueSection } from './ValueSection.tsx';
import { Warnings } from './Warnings.tsx';

/** Everything known of one tender, edited where it stands. */
export function TenderPage() {
  const { id = '' } = useParams();
  const tender = useTender(id);
  if (tender === undefined) return null;
  return tender === null ? (
    <NotHere noun="tender" id={id} all={{ to: '/tenders', label: 'All tenders' }} />
  ) : (
    <Record key={id} tender={tender} />
  );
}

function Record({ tender }: { readonly tender: Tender }) {
  const store = useStore();
  const edits = tenderEdits(store, tender);
  const title = tender.title || 'Untitled tender';
  useFocusAskedFor();
  return (
    <div className={classes['page']}>
      <PageHeading title={title}>
        <bdi className={classes['heading']}>{title}</bdi>
      </PageHeading>
      <Summary tender={tender} edits={edits} />
      <Warnings tender={tender} />
      <DatesSection tender={tender} edits={edits} />
      <CalculatedDatesSection tender={tender} edits={edits} />
      <ValueSection tender={tender} edits={edits} />
      <Suspense fallback={null}>
        <LotsSection tender={tender} edits={edits} />
      </Suspense>
      <Particulars tender={tender} edits={edits} />
      <DocumentsSection tender={tender} edits={edits} />
      <KeptNotices tender={tender} />
      <RecordActivity id={tender.id} noun="tender" />
      <RemoveTender tender={tender} />
    </div>
  );
}

interface PartProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** Who buys, under which number, what is due next, and the way to the bid. */
function Summary({ tender, edits }: PartProps) {
  const store = useStore();
  const host = useHost();
  const now = useNow();
  const { buyer, reference, source, noticeType, deadlines } = tender;
  const notice =
    source.kind === 'ocds' ? `Notice ${source.releaseId}${noticeType === null ? '' : ` (${noticeType})`}` : '';
  const bids = useBidsOf(tender.id) ?? [];
  const next = nextDeadline(datesForBids(deadlineLines(tender), bids), now);
  const save = () =>
    exportCalendar(store, host, {
      tenderIds: [tender.id],
      name: tender.title || 'Tender',
      suggestedName: 'Tender dates.ics',
    });
  return (
    <div className={classes['summary']}>
      <div>
        <Ended tender={tender} />
        <Text size="sm">
          <bdi>{[buyer.name || 'Buyer not known', reference, notice].filter((part) => part !== '').join(' · ')}</bdi>
        </Text>
        <Text size="sm" fw={600}>
          {next === null ? (
            'No date to come'
          ) : (
            <>
              {next.label}: {formatDue(next.due)} · <Countdown due={next.due} />
            </>
          )}
        </Text>
      </div>
      <Group gap="xs" align="flex-end">
        <EditableSelect label="State" options={stateOptions} {...choice(edits.field('state', 'state'))} />
        {deadlines.length > 0 && (
          <Button variant="default" onClick={() => void save()}>
            Export dates
          </Button>
        )}
        <BidButton tenderId={tender.id} />
      </Group>
    </div>
  );
}

/** That the buyer has ended the procurement, before anything else is read. */
function Ended({ tender: { ended } }: { readonly tender: Tender }) {
  if (ended === null || ended === undefined) return null;
  const on = ended.on === null ? '' : ` on ${formatLocalDate(ended.on)}`;
  return (
    <Text size="sm" component="div">
      <Mark tone="fail">Terminated by the buyer{on}</Mark> ({ended.source}). Its dates no longer count.{' '}
      {ended.reason !== '' && (
        <span>
          “<bdi>{ended.reason}</bdi>”
        </span>
      )}
    </Text>
  );
}

function choice<T>({ value, commit }: { readonly value: T; readonly commit: (value: T) => Promise<string | null> }) {
  return { value, commit };
}

/** The facts that are read once and seldom change. */
function Particulars({ tender, edits }: PartProps) {
  return (
    <Section title="Particulars" name="particulars">
      <div className={classes['facts']}>
        <EditableField label="Title" form={freeText} {...edits.field('title', 'title')} />
        <EditableField
          label="Buyer"
          form={freeText}
          draftKey={`${tender.id}.buyer.name`}
          value={tender.buyer.name}
          commit={(name, mayReplace) =>
            edits.change('buyer', (now) => ({ ...now, buyer: withField(now.buyer, 'name', name, mayReplace) }))
          }
        />
        <EditableField label="The buyer’s reference" form={freeText} {...edits.field('reference', 'reference')} />
        <EditableField label="Procedure" form={freeText} {...edits.field('procedure', 'procedure')} />
        <EditableField
          label="Why the period is shortened, if it is"
          form={freeText}
          placeholder="State of urgency"
          {...edits.field('acceleration', 'reason for a shorter period')}
        />
      </div>
      {(tender.reservations ?? []).map((sentence) => (
        <Text key={sentence} size="sm" my={4}>
          <Mark tone="soon">Reserved</Mark> <bdi>{sentence}</bdi>
        </Text>
      ))}
      <EditableField label="How to submit" multiline form={freeText} {...edits.field('submission', 'how to submit')} />
      <EditableField label="Description" multiline form={freeText} {...edits.field('description', 'description')} />
    </Section>
  );
}

/** The address may name the section to begin in: `?at=dates`. */
function useFocusAskedFor(): void {
  const [search] = useSearchParams();
  const at = search.get('at');
  useEffect(() => {
    if (at !== null) focusSection(at);
  }, [at]);
}

function RemoveTender({ tender: { id, title } }: { readonly tender: Tender }) {
  const store = useStore();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const outcome = await removeTenders(store, [id]);
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed ${title || 'the tender'}`, <Removed />);
    await navigate('/tenders');
  };
  return (
    <Button variant="default" mt="md" onClick={() => void remove()}>
      Remove this tender
    </Button>
  );
}
