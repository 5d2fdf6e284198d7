import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { type Density, readableGrey, themeFor } from './theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'muster.colour-scheme' });

interface DensityChoice {
  readonly density: Density;
  readonly setDensity: (density: Density) => void;
}

const DensityContext = createContext<DensityChoice>({ density: 'compact', setDensity: () => undefined });

export function useDensity(): DensityChoice {
  return useContext(DensityContext);
}

/** Everything about how Muster looks; kept per computer, not in the workspace. */
export function Appearance({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'muster.density',
    defaultValue: 'compact',
    getInitialValueInEffect: false,
  });
  const isPainted = useAfterPaint();
  const theme = useMemo(() => themeFor(density), [density]);
  const choice = useMemo(() => ({ density, setDensity }), [density, setDensity]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableGrey}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <DensityContext value={choice}>{children}</DensityContext>
      {/* Above dialogs (200), below the list of a choice (300), which it must not cover. */}
      {isPainted && <Notifications position="bottom-right" autoClose={6000} limit={4} zIndex={250} />}
    </MantineProvider>
  );
}
