import { Group, Text } from '@mantine/core';
import { london } from '../../../../shared/domain/time/instant.ts';
import { formatLocalDate, today } from '../../../../shared/domain/time/localDate.ts';
import { formatPounds } from '../../../../shared/domain/basics/money.ts';
import { publishedNotices } from '../../../../shared/domain/tender/publishedNotices.ts';
import {
  type AuthorityKind,
  type MainCategory,
  regimes,
  type Tender,
} from '../../../../shared/domain/tender/tender.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { formatAmount, wholeValue } from '../../../../shared/domain/tender/tenderValue.ts';
import { againstThreshold } from '../../../../shared/domain/tender/thresholds.ts';
import { optionalAmountForm } from '../../parts/forms.ts';
import { publishedThresholds } from '../../reference/thresholds.ts';
import { type MayReplace, withField } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { EditableSelect } from '../../ui/EditableSelect.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Section } from '../../ui/Section.tsx';
import { TernaryControl } from '../../ui/TernaryControl.tsx';
import { useNow } from '../../ui/useNow.ts';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';

const authorities: readonly { readonly value: AuthorityKind; readonly label: string }[] = [
  { value: 'central', label: 'Central government' },
  { value: 'subCentral', label: 'Sub-central (council, NHS trust, college …)' },
  { value: 'utility', label: 'Utility' },
  { value: 'unknown', label: 'Not known' },
];

const categories: readonly { readonly value: MainCategory; readonly label: string }[] = [
  { value: 'services', label: 'Services' },
  { value: 'goods', label: 'Goods' },
  { value: 'works', label: 'Works' },
  { value: 'unknown', label: 'Not known' },
];

const regimeOptions = keysOf(regimes).map((value) => ({ value, label: regimes[value] }));

interface ValueSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** What it is worth, and where that stands to the threshold. */
export function ValueSection({ tender, edits }: ValueSectionProps) {
  const { value, buyer } = tender;
  const amount = (side: 'net' | 'gross', what: string) => ({
    draftKey: `${tender.id}.value.${side}`,
    value: value[side],
    commit: (pence: number | null, mayReplace?: MayReplace<number | null>) =>
      edits.change(what, (now) => ({ ...now, value: withField(now.value, side, pence, mayReplace) })),
  });
  return (
    <Section title="Value and rules" name="value">
      <Threshold tender={tender} />
      <div className={classes['facts']}>
        <EditableField label="Value with VAT" form={optionalAmountForm} {...amount('gross', 'value with VAT')} />
        <EditableField label="Value without VAT" form={optionalAmountForm} {...amount('net', 'value without VAT')} />
        <EditableSelect
          label="Buyer is"
          options={authorities}
          value={buyer.authority}
          commit={(authority) =>
            edits.change('kind of buyer', (now) => ({ ...now, buyer: { ...now.buyer, authority } }))
          }
        />
        <EditableSelect
          label="For"
          options={categories}
          value={tender.category}
          commit={edits.field('category', 'category').commit}
        />
        <EditableSelect
          label="Rules"
          options={regimeOptions}
          value={tender.regime}
          commit={edits.field('regime', 'rules').commit}
        />
      </div>
      <Group mt={8} gap="xl">
        <TernaryControl
          label="Above threshold, as the notice says"
          value={tender.aboveThreshold}
          commit={edits.field('aboveThreshold', 'above threshold').commit}
        />
        <TernaryControl
          label="Light touch"
          value={tender.specialRegimes.includes('lightTouch') ? 'yes' : 'no'}
          commit={(answer) =>
            edits.change('light touch', (now) => ({
              ...now,
              specialRegimes: [
                ...now.specialRegimes.filter((regime) => regime !== 'lightTouch'),
                ...(answer === 'yes' ? (['lightTouch'] as const) : []),
              ],
            }))
          }
        />
      </Group>
    </Section>
  );
}

const verdicts = {
  yes: { tone: 'pass', word: 'above the threshold' },
  no: { tone: 'soon', word: 'below the threshold' },
  unknown: { tone: 'unknown', word: 'unknown whether above the threshold' },
} as const;

/** Why no threshold is cited, and what to do about it. */
function noThresholdWords({ regime }: Tender): string {
  if (regime === 'unknown') return 'Which rules apply is not known, so no threshold is cited: choose the rules below.';
  if (regime === 'pa2023')
    return 'Which threshold of the Procurement Act 2023 applies is not known: say who the buyer is and what is bought.';
  return 'The thresholds of the Procurement Act 2023 do not apply under these rules.';
}

function Threshold({ tender }: { readonly tender: Tender }) {
  const now = useNow();
  const gross = wholeValue(tender, 'gross');
  const notice = publishedNotices(tender).find(({ type }) => type === 'UK4');
  const on = notice?.on ?? today(now, london);
  const isPounds = tender.value.currency === 'GBP';
  const { above, threshold } = againstThreshold(
    publishedThresholds.thresholds,
    {
      regime: tender.regime,
      category: tender.category,
      authority: tender.buyer.authority,
      specialRegimes: tender.specialRegimes,
    },
    isPounds ? (gross?.pence ?? null) : null,
    on,
  );
  const { tone, word } = verdicts[above];
  const differs = above !== 'unknown' && tender.aboveThreshold !== 'unknown' && above !== tender.aboveThreshold;
  return (
    <Text size="sm" mb={8} component="div">
      <Mark tone={tone}>{word}</Mark>
      {gross !== null && <>: {formatAmount(gross.pence, tender.value.currency)} with VAT</>}
      {threshold !== null && ` against ${formatPounds(threshold.amount)}`}
      <div className={classes['original']}>
        {gross === null && 'No value with VAT is known. '}
        {gross?.from === 'lots' && 'The sum of all lots. '}
        {threshold === null
          ? noThresholdWords(tender)
          : `The amount in force on ${formatLocalDate(on)}. Source: ${publishedThresholds.source}.`}
      </div>
      {differs && (
        <Text size="xs">
          ▲ The notice says otherwise. A framework or several contracts may count together: ask the buyer which rules
          apply.
        </Text>
      )}
    </Text>
  );
}
