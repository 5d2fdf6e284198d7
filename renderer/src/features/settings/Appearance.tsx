import { Group, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { Panel } from '../../ui/Panel.tsx';

type Density = 'compact' | 'roomy';

export interface AppearanceProps {
  readonly density: Density;
  readonly setDensity: (density: Density) => void;
}

export function Appearance({ density, setDensity }: AppearanceProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title="Appearance">
      <Group gap="xl">
        <Stack gap={4} align="start">
          <Text aria-hidden>Colours</Text>
          <SegmentedControl
            aria-label="Colours"
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'auto', label: 'As the computer' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Stack>
        <Stack gap={4} align="start">
          <Text aria-hidden>Room</Text>
          <SegmentedControl
            aria-label="Room"
            value={density}
            onChange={setDensity}
            data={[
              { value: 'compact', label: 'Compact' },
              { value: 'roomy', label: 'Roomy' },
            ]}
          />
        </Stack>
      </Group>
    </Panel>
  );
}
