import { Button, Group, Modal, NativeSelect, Stack, Table, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { ColumnUse } from '../../../../shared/interchange/pasted/columnUses.ts';
import {
  type ListKind,
  type PastedList,
  type PastedRow,
  type ReadRow,
  readList,
  type RowRole,
  rowsOf,
} from '../../../../shared/interchange/pasted/pastedList.ts';
import { counted } from '../../ui/counted.ts';
import { keepDraft, readDraft, removeDraft } from '../../ui/draftStorage.ts';
import { Mark } from '../../ui/Mark.tsx';
import { ColumnSelects } from './ColumnSelects.tsx';
import classes from './paste.module.css';

/** A column of the preview. */
export interface PreviewColumn<T> {
  readonly head: string;
  readonly cell: (value: T) => ReactNode;
}

interface PasteDialogProps<T> {
  readonly title: string;
  readonly label: string;
  readonly description: string;
  readonly placeholder?: string;
  /** What is pasted: `['question', 'questions']`. */
  readonly nouns: readonly [one: string, many: string];
  readonly kind: ListKind;
  readonly read: (rows: readonly PastedRow[], uses: readonly ColumnUse[]) => readonly ReadRow<T>[];
  readonly preview: readonly PreviewColumn<T>[];
  /** Where what is typed is kept until it is added; `null` where it is not. */
  readonly draftKey: string | null;
  /** What else is to be said of all of them. */
  readonly children?: ReactNode;
  /** What stands beside the count, such as the total of the weights. */
  readonly summary?: (values: readonly T[]) => string;
  /** Stores them as one step; the sentence says why not, `null` where a person was asked and would rather not. */
  readonly onAdd: (values: readonly T[]) => Promise<{ readonly ok: boolean; readonly problem: string | null }>;
  readonly onClose: () => void;
}

const shownAtFirst = 200;

type Line<T> = ReadRow<T> & { readonly row: PastedRow };

function linesOf<T>(
  list: PastedList,
  uses: readonly ColumnUse[],
  roles: ReadonlyMap<number, RowRole>,
  { kind, read }: Pick<PasteDialogProps<T>, 'kind' | 'read'>,
): readonly Line<T>[] {
  const rows = rowsOf(list, uses, roles, kind);
  const values = read(rows, uses);
  return rows.flatMap((row, at) => {
    const found = values[at];
    return found === undefined ? [] : [{ row, ...found }];
  });
}

/** A pasted list as it is understood: the person says what the columns and rows are before anything is stored. */
export function PasteDialog<T>(props: PasteDialogProps<T>) {
  const { title, label, description, placeholder, nouns, kind, read, preview, draftKey, onAdd, onClose } = props;
  const [noun, many] = nouns;
  const [text, setText] = useState(() => (draftKey === null ? '' : (readDraft(draftKey) ?? '')));
  const [uses, setUses] = useState<ReadonlyMap<number, ColumnUse>>(new Map());
  const [roles, setRoles] = useState<ReadonlyMap<number, RowRole>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const followed = useDeferredValue(text);
  const list = useMemo(() => readList(followed, kind), [followed, kind]);
  const settled = useMemo(() => list.uses.map((use, at) => uses.get(at) ?? use), [list, uses]);
  const lines = useMemo(() => linesOf(list, settled, roles, { kind, read }), [list, settled, roles, kind, read]);
  const added = lines.filter(({ row }) => row.role === 'add');

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Enter may come before the preview has followed the last key.
    const now = followed === text ? list : readList(text, kind);
    const nowUses = followed === text ? settled : now.uses;
    const values = linesOf(now, nowUses, roles, props).flatMap(({ row, value }) => (row.role === 'add' ? [value] : []));
    if (values.length === 0) return setProblem(`Type or paste at least one ${noun}.`);
    const open = nowUses.indexOf('unknown');
    if (open !== -1) return setProblem(`Choose what column ${open + 1} holds, or leave it out.`);
    const outcome = await onAdd(values);
    if (!outcome.ok) return setProblem(outcome.problem);
    if (draftKey !== null) removeDraft(draftKey);
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void add(event)}>
        <Stack gap="xs">
          <Textarea
            data-autofocus
            label={label}
            description={description}
            placeholder={placeholder}
            size="xs"
            autosize
            minRows={5}
            maxRows={10}
            dir="auto"
            value={text}
            error={problem}
            errorProps={{ role: 'alert' }}
            onChange={(event) => {
              if (draftKey !== null) keepDraft(draftKey, event.currentTarget.value);
              setText(event.currentTarget.value);
              setUses(new Map());
              setRoles(new Map());
              setProblem(null);
            }}
          />
          {props.children}
          {list.uses.length > 1 && (
            <ColumnSelects
              list={list}
              uses={settled}
              allowed={kind.uses}
              noun={noun}
              onChoose={(at, use) => {
                setUses(new Map([...uses, [at, use]]));
                setProblem(null);
              }}
            />
          )}
          {lines.length > 0 && (
            <Preview
              lines={lines}
              columns={preview}
              noun={noun}
              hasSections={kind.uses.includes('section')}
              onRole={(at, role) => setRoles(new Map([...roles, [at, role]]))}
            />
          )}
          <Group justify="space-between" mt="xs">
            <Text size="xs" c="dimmed" aria-live="polite">
              {counted(added.length, noun, many)}
              {added.length > 0 && props.summary?.(added.map(({ value }) => value))}
            </Text>
            <Group>
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">Add them</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PreviewProps<T> {
  readonly lines: readonly Line<T>[];
  readonly columns: readonly PreviewColumn<T>[];
  readonly noun: string;
  readonly hasSections: boolean;
  readonly onRole: (at: number, role: RowRole) => void;
}

/** Every pasted row with what becomes of it; what is left out or not understood says why. */
function Preview<T>({ lines, columns, noun, hasSections, onRole }: PreviewProps<T>) {
  const [all, setAll] = useState(false);
  const doubtful = lines.filter(({ row, remark }) => (row.role === 'add' ? remark !== '' : row.isDoubtful));
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const roles = [
    { value: 'add', label: `Add as ${noun}` },
    { value: 'section', label: hasSections ? 'Section heading' : 'Heading, left out' },
    { value: 'leave', label: 'Leave out' },
  ] as const;
  return (
    <>
      {doubtful.length > 0 && (
        <Text size="xs">
          <Mark tone="unknown">
            {`Look at ${counted(doubtful.length, 'row')}: ${doubtful.length === 1 ? 'it is' : 'they are'} left out, or not understood as a whole.`}
          </Mark>
        </Text>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className={classes['preview']} tabIndex={0} aria-label="What will be added">
        <Table fz="xs" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              {columns.map(({ head }) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ row, value, remark }) => (
              <Table.Tr key={row.at} data-role={row.role}>
                <Table.Td>
                  <NativeSelect
                    aria-label={`Row ${row.at + 1}`}
                    size="xs"
                    w={132}
                    data={[...roles]}
                    value={row.role}
                    onChange={({ currentTarget }) =>
                      onRole(row.at, roles.find((one) => one.value === currentTarget.value)?.value ?? 'leave')
                    }
                  />
                </Table.Td>
                {row.role === 'add' ? (
                  columns.map(({ head, cell }, at) => (
                    <Table.Td key={head} dir="auto" className={classes['cell']}>
                      {cell(value)}
                      {at === columns.length - 1 && remark !== '' && <Remark>{remark}</Remark>}
                    </Table.Td>
                  ))
                ) : (
                  <Table.Td colSpan={columns.length} dir="auto">
                    <Text span size="xs" c="dimmed" fw={row.role === 'section' ? 600 : 400}>
                      {row.cells.filter((cell) => cell !== '').join(' · ')}
                    </Text>
                    {row.isDoubtful ? <Remark>{row.remark}</Remark> : <Text size="xs">{row.remark}</Text>}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {shown.length < lines.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en-GB')} rows
        </Button>
      )}
    </>
  );
}

function Remark({ children }: { readonly children: string }) {
  return (
    <Text size="xs">
      <Mark tone="unknown">{children}</Mark>
    </Text>
  );
}
