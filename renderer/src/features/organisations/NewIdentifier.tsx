import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type IdentifierScheme, identifierSchemes } from '../../../../shared/domain/organisation/identifier.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import type { Identifier } from '../../../../shared/domain/organisation/organisation.ts';
import { SearchableSelect } from '../../ui/SearchableSelect.tsx';
import { identifierForm } from './forms.ts';

const schemeOptions = keysOf(identifierSchemes).map((value) => ({ value, label: identifierSchemes[value].label }));

interface NewIdentifier {
  readonly scheme: IdentifierScheme;
  readonly number: string;
  readonly problem: string | null;
  /** What was typed as an identifier, if it is one. */
  readonly identifier: Identifier | null;
  /** What was typed as an identifier; `null`, and the problem shown, where it is none. */
  readonly take: () => Identifier | null;
  readonly refuse: (problem: string) => void;
  readonly clear: () => void;
  readonly choose: (scheme: IdentifierScheme) => void;
  readonly type: (number: string) => void;
}

/** A number that means something only once its register and the number itself are there. */
export function useNewIdentifier(): NewIdentifier {
  const [scheme, setScheme] = useState<IdentifierScheme>('GB-PPON');
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const reading = identifierForm(scheme).read(number);
  const identifier = reading.ok ? { scheme, id: reading.value } : null;
  return {
    scheme,
    number,
    problem,
    identifier,
    take: () => {
      setProblem(reading.ok ? null : reading.problem);
      return identifier;
    },
    refuse: setProblem,
    clear: () => {
      setNumber('');
      setProblem(null);
    },
    choose: (scheme) => {
      setScheme(scheme);
      setProblem(null);
    },
    type: (number) => {
      setNumber(number);
      setProblem(null);
    },
  };
}

export function IdentifierFields({ entry }: { readonly entry: NewIdentifier }) {
  const form = identifierForm(entry.scheme);
  const reading = form.read(entry.number);
  return (
    <>
      <SearchableSelect label="Register" options={schemeOptions} value={entry.scheme} onChoose={entry.choose} />
      <TextInput
        label="Number"
        size="xs"
        autoComplete="off"
        spellCheck={false}
        placeholder={form.placeholder}
        value={entry.number}
        description={reading.ok ? reading.remark : null}
        error={entry.problem}
        errorProps={{ role: 'alert' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => entry.type(event.currentTarget.value)}
      />
    </>
  );
}
