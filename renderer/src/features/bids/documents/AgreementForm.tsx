import { Text } from '@mantine/core';
import { type ToggleEvent, useState } from 'react';
import { liabilityToBuyerOf, receiptsOf } from '../../../../../shared/domain/agreement/agreementFacts.ts';
import {
  agreementChoices,
  agreementFigures,
  type AgreementOptions,
  type ChoiceKey,
  type FigureKey,
} from '../../../../../shared/domain/agreement/agreementOptions.ts';
import type { Bid } from '../../../../../shared/domain/bid/bid.ts';
import { jointLiabilityAsked, jointLiabilitySource } from '../../../../../shared/domain/bid/clarifications.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { optionalDayForm } from '../../../parts/forms.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { FixedField } from '../../../ui/FixedField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { freeText, type TextForm } from '../../../ui/textForm.ts';
import type { Edits } from '../edits.ts';
import { optionalShareForm } from '../forms.ts';
import classes from './documents.module.css';
import { optionGroups, type OptionKey } from './optionGroups.ts';

interface AgreementFormProps {
  readonly bid: Bid;
  readonly edits: Edits;
  /** The decision that a link leads to. */
  readonly asked: string | null;
}

/** What the members decide; each decision left open stands in brackets in the draft. */
export function AgreementForm({ bid, edits, asked }: AgreementFormProps) {
  const options: AgreementOptions = {
    ...bid.agreement,
    liabilityToBuyer: liabilityToBuyerOf(bid),
    receipts: receiptsOf(bid),
  };
  const [shown, setShown] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<string | null>(null);
  // A link leads to a decision: its group is opened, once.
  if (asked !== seen) {
    setSeen(asked);
    const group = optionGroups.find(({ keys }) => keys.some((key) => key === asked))?.title;
    if (group !== undefined && !shown.includes(group)) setShown([...shown, group]);
  }
  const toggle =
    (title: string) =>
    (event: ToggleEvent<HTMLDetailsElement>): void => {
      const isOpened = event.currentTarget.open;
      setShown((now) =>
        isOpened ? [...now.filter((each) => each !== title), title] : now.filter((each) => each !== title),
      );
    };
  return (
    <Section title="What the members decide" name="decisions">
      <Text size="xs" c="dimmed" mb={6}>
        Whatever is not decided stands in brackets in the draft and on its list of open points.
      </Text>
      {optionGroups.map(({ title, keys }) => {
        const open = keys.filter((key) => isOpen(options[key])).length;
        return (
          <details key={title} className={classes['group']} open={shown.includes(title)} onToggle={toggle(title)}>
            <summary>
              {title}
              <Text span size="xs" c="dimmed">
                {open === 0 ? 'decided' : `${open} of ${keys.length} open`}
              </Text>
            </summary>
            {shown.includes(title) &&
              keys.map((key) => (
                <div key={key} data-section={key}>
                  <Option name={key} bid={bid} edits={edits} />
                </div>
              ))}
          </details>
        );
      })}
    </Section>
  );
}

function isOpen(answer: string | number | null | undefined): boolean {
  return answer === null || answer === undefined || answer === '';
}

interface OptionProps<Key> {
  readonly name: Key;
  readonly bid: Bid;
  readonly edits: Edits;
}

function Option({ name, bid, edits }: OptionProps<OptionKey>) {
  if (name === 'jointBidReason') {
    return (
      <EditableField
        label="Why could the members not, or should they not, bid alone?"
        form={freeText}
        multiline
        {...edits.option(name, 'why the members bid together')}
      />
    );
  }
  if (name === 'longStop') {
    return (
      <EditableField
        label="By which day must the contract have been entered into?"
        form={optionalDayForm}
        {...edits.option(name, 'long-stop date')}
      />
    );
  }
  if (name === 'feeBasisPoints') {
    const { question } = agreementFigures[name];
    return <EditableField label={question} form={optionalShareForm} {...edits.option(name, 'management fee')} />;
  }
  if (name === 'liabilityToBuyer') return <LiabilityToBuyer bid={bid} edits={edits} />;
  if (name === 'receipts') return <Receipts bid={bid} edits={edits} />;
  return isChoice(name) ? (
    <Choice name={name} bid={bid} edits={edits} />
  ) : (
    <EditableField
      label={agreementFigures[name].question}
      form={figureForm(name)}
      {...edits.option(name, `answer to “${agreementFigures[name].question}”`)}
    />
  );
}

function isChoice(key: OptionKey): key is ChoiceKey {
  return key in agreementChoices;
}

const undecided = 'undecided';

/** Chosen where there is a choice; otherwise the only answer, and why it is the only one. */
function LiabilityToBuyer({ bid, edits }: Omit<OptionProps<'liabilityToBuyer'>, 'name'>) {
  const chosen = bid.agreement.liabilityToBuyer;
  const { question, answers } = agreementChoices.liabilityToBuyer;
  const only = liabilityToBuyerOf({ ...bid, agreement: { ...bid.agreement, liabilityToBuyer: null } });
  // An answer given before that does not fit must stay to be changed.
  if (only === null || (chosen !== null && chosen !== only)) {
    return <Choice name="liabilityToBuyer" bid={bid} edits={edits} />;
  }
  const asked = only === 'jointAndSeveral' ? jointLiabilityAsked(bid) : null;
  return (
    <>
      <FixedField label={question} value={answers[only]} />
      <Text size="xs" c="dimmed">
        {asked === null
          ? 'The structure leaves no other answer.'
          : `${jointLiabilitySource(asked)} leaves no other answer. A clause on contribution between the members is a must.`}
      </Text>
    </>
  );
}

/** Chosen where the lead alone contracts; otherwise what the structure leaves. */
function Receipts({ bid, edits }: Omit<OptionProps<'receipts'>, 'name'>) {
  const { question, answers } = agreementChoices.receipts;
  const only = receiptsOf({ ...bid, agreement: { ...bid.agreement, receipts: null } });
  if (only === null) return <Choice name="receipts" bid={bid} edits={edits} />;
  return (
    <>
      <FixedField
        label={question}
        value={only === 'trust' ? answers.trust : 'The company that the members own holds it as its own money'}
      />
      <Text size="xs" c="dimmed">
        The structure leaves no other answer.
      </Text>
    </>
  );
}

function Choice({ name, bid, edits }: OptionProps<ChoiceKey>) {
  const { question, answers } = agreementChoices[name];
  const labels: Readonly<Record<string, string>> = answers;
  return (
    <EditableSelect<string>
      label={question}
      value={bid.agreement[name] ?? undecided}
      options={[
        { value: undecided, label: 'Not decided: an open point' },
        ...keysOf(labels).map((value) => ({ value, label: labels[value] ?? value })),
      ]}
      commit={(chosen) =>
        edits.change(`answer to “${question}”`, (now) => ({
          ...now,
          agreement: { ...now.agreement, [name]: chosen === undecided ? null : chosen },
        }))
      }
    />
  );
}

/** A whole number within what the field and the law allow; left blank while it is open. */
function figureForm(key: FigureKey): TextForm<number | null | undefined> {
  const { least, most } = agreementFigures[key];
  return {
    show: (value) => (value === null || value === undefined ? '' : String(value)),
    read: (typed) => {
      const text = typed.trim();
      if (text === '') return { ok: true, value: null, remark: null };
      const value = Number(text);
      return /^\d{1,5}$/.test(text) && value >= least && value <= most
        ? { ok: true, value, remark: null }
        : { ok: false, problem: `Type a whole number from ${least} to ${most}.` };
    },
    stored: 'whenLeft',
    placeholder: 'Not decided: an open point',
  };
}
