import { Button } from '@mantine/core';
import { IconTransform } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type CapabilityMatrix, useCapabilityMatrix } from '../../store/queries/capabilities.ts';
import { useAddress } from '../../ui/useAddress.ts';
import { CapabilitiesFrame } from './CapabilitiesFrame.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import { MatrixEditor } from './MatrixEditor.tsx';
import { sheetOf } from './sheet.ts';

/** Who can do what: every organisation by every capability, edited like a spreadsheet. */
export function MatrixPage() {
  const matrix = useCapabilityMatrix();
  return matrix === undefined ? null : <Matrix matrix={matrix} />;
}

function Matrix({ matrix }: { readonly matrix: CapabilityMatrix }) {
  const [address, setAddress] = useAddress();
  const turned = address.has('turned');
  const { organisations, capabilities, cells } = matrix;
  const sheet = useMemo(
    () => sheetOf({ organisations, cells }, capabilities, turned),
    [organisations, cells, capabilities, turned],
  );
  const isEmpty = organisations.length === 0 || capabilities.length === 0;

  const turn = (): void =>
    setAddress(
      (now) => {
        if (turned) now.delete('turned');
        else now.set('turned', '1');
        return now;
      },
      { replace: true },
    );

  return (
    <CapabilitiesFrame
      title="Capability matrix"
      remark={`${organisations.length} organisations, ${capabilities.length} capabilities`}
      tools={
        !isEmpty && (
          <Button variant="default" leftSection={<IconTransform size={14} />} onClick={turn}>
            {turned ? 'Organisations down' : 'Capabilities down'}
          </Button>
        )
      }
    >
      {isEmpty ? (
        <NothingToShow matrix={matrix} />
      ) : (
        <MatrixEditor
          key={String(turned)}
          sheet={sheet}
          turned={turned}
          from={{ organisation: address.get('organisation'), capability: address.get('capability') }}
        />
      )}
    </CapabilitiesFrame>
  );
}
