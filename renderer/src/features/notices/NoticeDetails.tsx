import { Accordion, Text } from '@mantine/core';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { formatValue } from '../../../../shared/domain/tender/tenderValue.ts';
import { resolutions } from '../../../../shared/interchange/ocds/publishedDates.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import { counted } from '../../ui/counted.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { PreviewNotice } from '../../workers/noticesJobs.ts';
import classes from './notices.module.css';
import { NotUnderstoodList } from './NotUnderstoodList.tsx';
import { noticeNames } from './noticesView.ts';

type NoticeDetailsProps = Pick<
  PreviewNotice,
  'summary' | 'dates' | 'remarks' | 'unused' | 'said' | 'ending' | 'notUnderstood'
>;

/** What a notice says, what was doubted about it, and what was not used. */
export function NoticeDetails({ summary, dates, remarks, unused, said, ending, notUnderstood }: NoticeDetailsProps) {
  const { buyer, noticeType, releaseId, ocid, lots, value, cpv, regions } = summary;
  const type = noticeType === null ? 'not typed' : `${noticeType} ${noticeNames[noticeType] ?? ''} notice`;
  const facts = [
    ['Buyer', buyer || 'not given'],
    ['Notice', `${releaseId}, ${type}`],
    ['Procurement', ocid || 'not given: it cannot be joined to later notices'],
    ['Value', formatValue(value) || 'not given'],
    ['Lots', lots === 0 ? 'one contract, not in lots' : counted(lots, 'lot')],
    ['CPV', cpv.join(', ') || 'not given'],
    ['Where', regions.join(', ') || 'not given'],
  ] as const;
  const deadlines = dates.filter(({ kind }) => kind !== null);
  const listed = dates.filter(({ kind }) => kind === null);
  return (
    <>
      {ending !== null && (
        <Text size="sm" component="div">
          <Mark tone="fail">
            {ending.lots === null
              ? 'Ends the procurement'
              : `Gives up ${ending.lots.length === 1 ? 'lot' : 'lots'} ${ending.lots.join(', ')}`}
          </Mark>
          {ending.on !== null && ` on ${formatLocalDate(ending.on)}`}
          {ending.reason !== '' && `: ${ending.reason}`}
        </Text>
      )}
      <NotUnderstoodList list={notUnderstood} />
      {said.map(({ what, from, to }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a notice may say two things of one field
        <Text key={at} size="sm">
          {what}: {from !== '' && `${from} → `}
          <bdi>{to}</bdi>
        </Text>
      ))}
      <dl className={classes['facts']}>
        {facts.map(([name, text]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <table className={classes['dates']}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map(({ path, label, lotNumber, due, original, resolution, kind }) => (
            <tr key={`${path} ${label}`}>
              <td>{lotNumber === null ? label : `${label}, lot ${lotNumber}`}</td>
              <td>
                {formatDue(due)}
                {kind !== 'publication' && (
                  <>
                    {' · '}
                    <Countdown due={due} />
                  </>
                )}
                <div className={classes['original']}>
                  as published: {original}. {resolutions[resolution]}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remarks.length > 0 && (
        <section aria-label="Doubts">
          <Text size="sm" fw={600}>
            Worth a second look
          </Text>
          <ul className={classes['list']}>
            {remarks.map(({ path, sentence }) => (
              <li key={`${path} ${sentence}`}>
                {sentence} <span className={classes['original']}>({path})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Accordion variant="contained" chevronPosition="left">
        <Accordion.Item value="unused">
          <Accordion.Control>
            <Text size="sm">
              {unused.length === 0
                ? 'Everything in it was used'
                : `What was not used: ${counted(unused.length, 'field')}`}
              {listed.length > 0 && `, ${counted(listed.length, 'date')} only listed`}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="xs" mb={4}>
              These fields are kept word for word in the notice and stand in no other place of Muster.
            </Text>
            <ul className={classes['list']}>
              {listed.map(({ path, original }) => (
                <li key={path}>
                  {path}: {original}
                </li>
              ))}
              {unused.map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </>
  );
}
