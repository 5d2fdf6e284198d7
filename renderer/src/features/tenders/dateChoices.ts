import { type DeadlineKind, deadlineKinds } from '../../../../shared/domain/tender/deadline.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';

/** What a date entered by hand can be; notices are told apart, since the law counts from some of them. */
interface DateChoice {
  readonly value: string;
  readonly kind: DeadlineKind;
  readonly label: string;
}

const notices = [
  ['UK3', 'planned procurement'],
  ['UK4', 'tender'],
  ['UK6', 'contract award'],
] as const;

export const dateChoices: readonly DateChoice[] = [
  ...keysOf(deadlineKinds)
    .filter((kind) => kind !== 'publication')
    .map((kind) => ({ value: kind, kind, label: deadlineKinds[kind] })),
  ...notices.map(([type, name]) => ({
    value: type,
    kind: 'publication' as const,
    label: `${type} ${name} notice published`,
  })),
];
