import { memo, useMemo } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { deliverersOf } from '../../../../../shared/domain/bid/bidMembers.ts';
import { cellInWords } from '../../../../../shared/domain/capability/capabilityCells.ts';
import type { Coverage } from '../../../../../shared/domain/bid/coverage.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { lotLabel, nameOf, shortName } from '../naming.ts';
import { OpenButton, RowTable } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { coverageWords } from './coverageWords.ts';

interface CoverageTableProps {
  readonly input: BidInput;
  readonly coverages: readonly Coverage[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

const none: readonly string[] = [];

/** Of more members a table has no room: it says how many can, and the requirement beside it says who. */
const mostColumns = 20;

/** Requirements by members: each with how it is covered, and each member's level by lightness and digit. */
export function CoverageTable({ input, coverages, chosenId, onChoose }: CoverageTableProps) {
  const all = useMemo(() => deliverersOf(input.bid, null).map(({ organisationId }) => organisationId), [input.bid]);
  const isCounted = all.length > mostColumns;
  const members = isCounted ? none : all;
  const hasLots = input.bid.lotIds.length > 1;
  return (
    <RowTable
      label="Requirements and who covers them"
      head={
        <tr>
          <th scope="col">Coverage</th>
          <th scope="col">Requirement</th>
          {hasLots && <th scope="col">Lot</th>}
          <th scope="col" className={rows['number']}>
            Level
          </th>
          <th scope="col" className={rows['number']}>
            Weight
          </th>
          {isCounted && (
            <th scope="col" className={rows['number']}>
              Members who can
            </th>
          )}
          {members.map((id) => (
            <th key={id} scope="col" className={rows['member']} title={nameOf(input, id)}>
              <bdi>{shortName(nameOf(input, id))}</bdi>
            </th>
          ))}
        </tr>
      }
    >
      {coverages.map((coverage) => (
        <CoverageRow
          key={coverage.requirement.id}
          coverage={coverage}
          input={input}
          members={members}
          isCounted={isCounted}
          hasLots={hasLots}
          isChosen={coverage.requirement.id === chosenId}
          onChoose={onChoose}
        />
      ))}
    </RowTable>
  );
}

interface CoverageRowProps extends Pick<CoverageTableProps, 'input' | 'onChoose'> {
  readonly coverage: Coverage;
  readonly members: readonly string[];
  readonly isCounted: boolean;
  readonly hasLots: boolean;
  readonly isChosen: boolean;
}

/** Made again only when the bid changes or it is opened: going through the list touches two of them. */
const CoverageRow = memo(function CoverageRow(props: CoverageRowProps) {
  const { coverage, input, members, isCounted, hasLots, isChosen, onChoose } = props;
  const { id, text, lotId, minimumLevel, weight, mandatory } = coverage.requirement;
  const delivering = new Set(deliverersOf(input.bid, lotId).map(({ organisationId }) => organisationId));
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className={rows['state']}>
        <State coverage={coverage} input={input} />
      </td>
      <th scope="row">
        <OpenButton id={id} isOpen={isChosen} onOpen={() => onChoose(id)}>
          <bdi>{text || 'Requirement without a text'}</bdi>
          {mandatory && <b> (mandatory)</b>}
        </OpenButton>
      </th>
      {hasLots && <td>{lotLabel(input, lotId)}</td>}
      <td className={rows['number']}>{minimumLevel}</td>
      <td className={rows['number']}>{weight === 0 ? '–' : `${weight}%`}</td>
      {isCounted && (
        <td className={rows['number']}>
          {coverage.capable.length} of {delivering.size}
        </td>
      )}
      {members.map((member) => (
        <MemberCell
          key={member}
          coverage={coverage}
          input={input}
          organisationId={member}
          delivers={delivering.has(member)}
        />
      ))}
    </tr>
  );
});

interface StateProps {
  readonly coverage: Coverage;
  readonly input: BidInput;
}

function State({ coverage, input }: StateProps) {
  const { requirement, state, capable, notKnown, verified } = coverage;
  const { tone, word, meaning } = coverageWords[state];
  const list = (ids: readonly string[]): string => {
    const names = ids.slice(0, mostColumns).map((id) => nameOf(input, id));
    return [...names, ...(ids.length > names.length ? [`and ${ids.length - names.length} more`] : [])].join(', ');
  };
  return (
    <Explained label={<Mark tone={tone}>{word}</Mark>} title={word}>
      <p>{requirement.capabilityId === null ? 'No capability is chosen to judge it by, so it is unknown.' : meaning}</p>
      {capable.length > 0 && (
        <p>
          At level {requirement.minimumLevel} or above: {list(capable)}
          {verified ? ', of whom at least one is verified' : ', none of them verified by the lead'}.
        </p>
      )}
      {requirement.capabilityId !== null && notKnown.length > 0 && <p>Not known: {list(notKnown)}.</p>}
      <p>Made of the capability matrix, over those who deliver {lotLabel(input, requirement.lotId)}.</p>
    </Explained>
  );
}

interface MemberCellProps extends StateProps {
  readonly organisationId: string;
  readonly delivers: boolean;
}

function MemberCell({ coverage, input, organisationId, delivers }: MemberCellProps) {
  const { requirement, capable } = coverage;
  if (!delivers) {
    return (
      <td className={rows['member']} title="Has no share of this lot">
        <span aria-hidden>–</span>
        <span className={rows['unseen']}>no share of this lot</span>
      </td>
    );
  }
  const cells = input.profiles.find(({ id }) => id === organisationId)?.cells;
  const cell = requirement.capabilityId === null ? undefined : cells?.[requirement.capabilityId];
  const meets = capable.includes(organisationId);
  const words = `${cellInWords(cell)}${meets ? ', meets it' : ''}`;
  return (
    <td
      className={rows['member']}
      data-level={cell?.level ?? 'unknown'}
      title={`${nameOf(input, organisationId)}: ${words}`}
    >
      <span aria-hidden className={meets ? rows['meets'] : undefined}>
        {cell === undefined ? '◌' : cell.level}
      </span>
      <span className={rows['unseen']}>{words}</span>
    </td>
  );
}
