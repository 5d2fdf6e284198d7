import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import classes from './fields.module.css';
import type { TextForm } from './textForm.ts';
import { Conflict } from './Conflict.tsx';
import type { Commit } from './draft.ts';
import { useDraft } from './useDraft.ts';

interface EditableFieldProps<T> {
  /** The record's id and the field: the name under which typing is kept until it is stored. */
  readonly draftKey: string;
  readonly label: string;
  readonly value: T;
  readonly form: TextForm<T>;
  readonly commit: Commit<T>;
  readonly multiline?: boolean;
  readonly size?: 'xs' | 'lg';
  readonly placeholder?: string;
}

/** A value edited where it stands, in whatever form it is typed. */
export function EditableField<T>(props: EditableFieldProps<T>) {
  // A component of its own for each key: typing that belongs to one record never meets another.
  return <DraftField key={props.draftKey} {...props} />;
}

function DraftField<T>({
  draftKey,
  label,
  value,
  form,
  commit,
  multiline,
  size = 'xs',
  placeholder,
}: EditableFieldProps<T>) {
  const { state, draft } = useDraft(draftKey, { committed: value, form, commit });
  const typing = state.kind === 'typing' ? state : null;
  const text = state.kind === 'idle' ? form.show(value) : state.text;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (multiline !== true || event.ctrlKey)) {
      event.preventDefault();
      void draft.finish();
    }
    if (event.key === 'Escape' && typing !== null) {
      event.stopPropagation();
      draft.discard();
    }
  };

  const field = {
    label,
    size,
    value: text,
    placeholder: placeholder ?? form.placeholder,
    dir: 'auto',
    autoComplete: 'off',
    spellCheck: multiline === true,
    error: typing?.problem,
    errorProps: { role: 'alert' },
    description: typing?.restored === true ? restoredRemark : remarkOn(text, form),
    descriptionProps: { className: classes['remark'] },
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    // While it is there, Ctrl+Z takes back letters and not Muster's last change.
    'data-uncommitted': typing !== null || undefined,
    onBlur: () => void draft.finish(),
    onKeyDown,
  };
  const input =
    multiline === true ? (
      <Textarea
        {...field}
        autosize
        minRows={2}
        maxRows={14}
        onChange={(event) => draft.type(event.currentTarget.value)}
      />
    ) : (
      <TextInput {...field} onChange={(event) => draft.type(event.currentTarget.value)} />
    );
  const conflict = typing?.conflict ?? null;
  // The same element around it with and without a conflict, so that the field keeps the focus.
  return (
    <div>
      {input}
      {conflict !== null && (
        <Conflict
          theirs={form.show(conflict.theirs) || 'Nothing.'}
          canKeepBoth={multiline === true && form.join !== undefined}
          onChoose={(choice) => void draft.choose(choice)}
        />
      )}
    </div>
  );
}

const restoredRemark =
  'Restored: you typed this before, and it is not stored yet. Enter stores it, Escape brings back what was there.';

function remarkOn<T>(text: string, form: TextForm<T>): string | null {
  const reading = form.read(text);
  return reading.ok ? reading.remark : null;
}
