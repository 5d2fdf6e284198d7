import type { Bid, Condition } from './bid.ts';
import { partiesTo } from './bidMembers.ts';
import { combiningRule, isCombined } from './clarifications.ts';
import { asksForInsuranceOnly } from './conditionAsks.ts';
import { leavesLeadAlone, thoseMeeting } from './conditions.ts';
import { fails, type Finding, isPromised, isUnknown, passes } from './judgement.ts';
import { unreachable } from '../basics/result.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';

type Judging = Pick<Bid, 'members' | 'structure' | 'clarifications' | 'agreement'>;

/** The days that a promise is judged by: today, and when the contract starts, `null` where not known. */
interface PromiseDays {
  readonly today: LocalDate;
  readonly contractStart: LocalDate | null;
}

/**
 * What was entered of who meets a condition and when, before any record is looked at. It is unknown while nobody is named,
 * while it is not said whether it is met now or promised, where somebody named is only in reserve, and where members meet
 * it combined and the buyer has not said that they may. Who has left the bid meets nothing: that fails.
 */
export function judgeEntry(condition: Condition, bid: Judging, days: PromiseDays): readonly Finding[] {
  const { metBy } = condition;
  if (metBy.kind === 'notMet') return [fails('notMet', 'It is entered that nobody meets it.')];
  if (metBy.kind === 'unknown') return [isUnknown('notSaidWho', 'It is not said who meets it.')];
  const named = thoseMeeting(condition);
  if (named.length === 0) {
    return [isUnknown('notSaidWhichTogether', 'It is not said which members meet it together.')];
  }
  const roles = new Set(named.map((id) => bid.members.find(({ organisationId }) => organisationId === id)?.role));
  if (roles.has(undefined)) {
    return [fails('noLongerInBid', 'Somebody named is no longer in the bid: say who meets it now.')];
  }
  const reserve = roles.has('reserve') ? [isUnknown('onlyInReserve', 'Somebody named is only in reserve.')] : [];
  const combined = isCombined(condition) ? [judgeCombining(condition, bid)] : [];
  return [judgeState(condition, days), ...reserve, ...combined];
}

function judgeState(condition: Condition, { today, contractStart }: PromiseDays): Finding {
  const { state } = condition;
  if (state === 'unknown') return isUnknown('notSaidWhen', 'It is not said whether it is met now or promised.');
  if (state === 'held') return passes('It is entered as met now.');
  const start =
    contractStart === null ? 'the contract starts' : `the contract starts on ${formatLongDate(contractStart)}`;
  if (contractStart !== null && contractStart <= today) {
    return fails('promiseOverdue', `It was to be in force before ${start}, and is only promised.`);
  }
  return asksForInsuranceOnly(condition)
    ? isPromised(`Not met yet: committed, to be in force before ${start}.`)
    : isPromised(
        `Not met yet: promised, to be met before ${start}. The law lets a promise be enough for insurance (Procurement Act 2023 s.22(3)(b)); for anything else ask the buyer.`,
        'promisedToAsk',
      );
}

const onlyJointly = 'The buyer lets members meet it combined only where all are jointly and severally liable to it';

function judgeCombining(condition: Condition, bid: Judging): Finding {
  const { answer } = combiningRule(condition, bid);
  switch (answer) {
    case 'accepted':
      return passes('The buyer lets members meet it combined.');
    case 'refused':
      return fails('combiningRefused', 'The buyer does not let members meet it combined.');
    case 'unknown':
      return isUnknown(
        'combiningUnknown',
        'The documents do not say whether members may meet it combined: ask the buyer.',
      );
    case 'jointly':
      return judgeJointLiability(condition, bid);
    default:
      return unreachable(answer);
  }
}

function judgeJointLiability(condition: Condition, bid: Judging): Finding {
  if (leavesLeadAlone(bid.structure)) {
    return fails('notJointlyLiable', `${onlyJointly}, and in this structure the lead alone is.`);
  }
  if (bid.structure !== 'unincorporated') {
    return isUnknown('jointLiabilityOpen', `${onlyJointly}: choose a structure in which they are.`);
  }
  const { liabilityToBuyer } = bid.agreement;
  if (liabilityToBuyer !== null && liabilityToBuyer !== 'jointAndSeveral') {
    return fails('otherLiability', `${onlyJointly}, and the agreement says otherwise.`);
  }
  const parties = new Set(partiesTo(bid).map(({ organisationId }) => organisationId));
  return thoseMeeting(condition).every((id) => parties.has(id))
    ? passes('The buyer lets members meet it combined where all are jointly and severally liable to it, and they are.')
    : isUnknown('notAParty', `${onlyJointly}, and somebody named is no party to the contract.`);
}
