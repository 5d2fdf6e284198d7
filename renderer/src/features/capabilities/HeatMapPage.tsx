import { Anchor, Button, SegmentedControl, Text } from '@mantine/core';
import { IconPrinter, IconTransform } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { cellInWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import { type CapabilityMatrix, useCapabilityMatrix } from '../../store/queries/capabilities.ts';
import { MatrixGrid } from '../../ui/matrix/MatrixGrid.tsx';
import { firstCell, within } from '../../ui/matrix/selection.ts';
import { useAddress } from '../../ui/useAddress.ts';
import { CapabilitiesFrame } from './CapabilitiesFrame.tsx';
import classes from './capabilities.module.css';
import { copyCells } from './cellCommands.ts';
import { cellView } from './cellView.tsx';
import { heatSheet } from './heatSheet.tsx';
import { Legend } from './Legend.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import type { CellKey, Sheet } from './sheet.ts';

const measures = { rowHeight: 36, columnWidth: 92, headHeight: 116, headWidth: 224 };
const turnedMeasures = { ...measures, headHeight: 92, headWidth: 340 };

/** Where the consortium is strong and where it is thin, to be seen from across a table. */
export function HeatMapPage() {
  const matrix = useCapabilityMatrix();
  return matrix === undefined ? null : <HeatMap matrix={matrix} />;
}

function HeatMap({ matrix }: { readonly matrix: CapabilityMatrix }) {
  const [address, setAddress] = useAddress();
  const turned = address.has('turned');
  const thinnestFirst = address.get('sort') === 'thinnest';
  const sheet = useMemo(() => heatSheet(matrix, turned, thinnestFirst), [matrix, turned, thinnestFirst]);
  const isEmpty = matrix.organisations.length === 0 || matrix.capabilities.length === 0;

  const show = (name: 'turned' | 'sort', value: string | null): void =>
    setAddress(
      (now) => {
        if (value === null) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );

  return (
    <CapabilitiesFrame
      title="Capability heat map"
      remark={`${matrix.organisations.length} organisations, ${matrix.capabilities.length} capabilities`}
      tools={
        !isEmpty && (
          <>
            <SegmentedControl
              aria-label="Order of the capabilities"
              size="xs"
              transitionDuration={0}
              value={thinnestFirst ? 'thinnest' : 'group'}
              data={[
                { value: 'group', label: 'By group' },
                { value: 'thinnest', label: 'Thinnest first' },
              ]}
              onChange={(value) => show('sort', value === 'thinnest' ? value : null)}
            />
            <Button
              variant="default"
              leftSection={<IconTransform size={14} />}
              onClick={() => show('turned', turned ? null : '1')}
            >
              {turned ? 'Organisations down' : 'Capabilities down'}
            </Button>
            <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
              Print
            </Button>
          </>
        )
      }
    >
      {isEmpty ? <NothingToShow matrix={matrix} /> : <Heat key={String(turned)} sheet={sheet} turned={turned} />}
    </CapabilitiesFrame>
  );
}

function Heat({ sheet, turned }: { readonly sheet: Sheet; readonly turned: boolean }) {
  const navigate = useNavigate();
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState(firstCell);
  const selection = within(chosen, { rows: sheet.rows.length, columns: sheet.columns.length });
  const current = sheet.keyAt(selection.cursor);
  const cell = sheet.cellAt(selection.cursor);
  const cellOf = useMemo(() => (place: Parameters<Sheet['cellAt']>[0]) => cellView(sheet.cellAt(place)), [sheet]);

  return (
    <>
      <MatrixGrid
        ref={grid}
        label="Capability heat map"
        corner={
          turned ? 'Capability, and how many deliver or lead' : 'Organisation, and in how much it delivers or leads'
        }
        rows={sheet.rows}
        columns={sheet.columns}
        measures={turned ? turnedMeasures : measures}
        cellOf={cellOf}
        selection={selection}
        onSelect={setChosen}
        readOnly
        actions={{
          type: () => false,
          open: () => {
            if (current !== null) void navigate(addressIn(current));
          },
          clear: () => undefined,
          copy: () => copyCells(sheet, selection),
          paste: () => undefined,
        }}
        className={classes['heat']}
      />
      {current !== null && (
        <Text size="sm" mt={8} className={classes['record']}>
          <bdi>{current.organisation.name}</bdi>, <bdi>{current.capability.name}</bdi>: <b>{cellInWords(cell)}</b>
          {cell !== undefined && cell.note !== '' && <bdi> ({cell.note})</bdi>}.{' '}
          <Anchor component={Link} to={addressIn(current)} size="sm" underline="always">
            Edit in the matrix
          </Anchor>
        </Text>
      )}
      <div className={classes['foot']}>
        <Legend />
        <span>
          Totals count levels 3 and 4 whatever their confidence; unknown is never counted. “One only”: the capability
          hangs on a single organisation.
        </span>
      </div>
    </>
  );
}

function addressIn({ organisation, capability }: CellKey): string {
  return `/capabilities/matrix?organisation=${organisation.id}&capability=${capability.id}`;
}
