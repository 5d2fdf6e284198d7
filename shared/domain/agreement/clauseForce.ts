/**
 * When a clause begins to bind the members: on signature, or only when the contract with the buyer is entered into.
 * In the order of time.
 */
const starts = ['signature', 'contract'] as const;

/** When it stops: when that contract is entered into, at the end of the agreement, or never. In the order of time. */
const ends = ['contract', 'end', 'survives'] as const;

/** For how long a clause binds the members. */
export interface Force {
  readonly from: (typeof starts)[number];
  readonly until: (typeof ends)[number];
}

const always: Force = { from: 'signature', until: 'survives' };
const whileItLasts: Force = { from: 'signature', until: 'end' };
const whileBidding: Force = { from: 'signature', until: 'contract' };

/**
 * What clauses do for the members, and for how long a clause that does it must bind at least. What protects members against
 * each other binds from the moment any of them is bound and outlives the agreement, since a claim may come years later; what
 * has to be done before the bid is priced cannot wait for the contract.
 */
const duties: Readonly<Record<string, Force>> = {
  contribution: always,
  recovery: always,
  indemnity: always,
  'limit of liability': always,
  payment: always,
  insurance: always,
  records: always,
  confidentiality: always,
  insolvency: always,
  disputes: always,
  leaving: always,
  'data protection': always,
  licence: always,
  recruitment: always,
  'VAT status': always,
  'TUPE information': always,
  'step-in': whileItLasts,
  commitments: whileItLasts,
  'competition law': whileItLasts,
  exclusivity: whileBidding,
  'contributions to the bid': whileBidding,
};

/** Reads `signature until survives`; `null` where it is not of that form, or ends before it begins. */
export function readForce(words: string): Force | null {
  const [from, until] = words.split(' until ');
  const start = starts.find((each) => each === from);
  const end = ends.find((each) => each === until);
  if (start === undefined || end === undefined || start === end) return null;
  return { from: start, until: end };
}

/** What is wrong where a clause carries a duty and is in force for so long; `null` where nothing is. */
export function dutyProblem(duty: string, force: Force): string | null {
  const least = Object.hasOwn(duties, duty) ? duties[duty] : undefined;
  if (least === undefined) return `There is no duty called "${duty}".`;
  if (starts.indexOf(force.from) > starts.indexOf(least.from)) {
    return `A clause that carries "${duty}" must bind from ${least.from}, not only from ${force.from}.`;
  }
  if (ends.indexOf(force.until) < ends.indexOf(least.until)) {
    return `A clause that carries "${duty}" must bind until "${least.until}", not only until "${force.until}".`;
  }
  return null;
}
