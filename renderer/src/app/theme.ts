import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

// The colour of the icon, from almost white to almost black. The one accent of the whole application.
const teal: MantineColorsTuple = [
  '#eef6f9',
  '#dbe9ee',
  '#b3d2dd',
  '#88bacb',
  '#65a5bb',
  '#4e98b2',
  '#3f8aa5',
  '#2f7189',
  '#265e73',
  '#1f4e5f',
];

/** How much room rows and controls take; people who bid at night choose, so it is remembered per computer. */
export type Density = 'compact' | 'roomy';

/** Mantine's tokens, narrowed: one accent, four sizes of type, borders instead of shadows. */
export function themeFor(density: Density) {
  return createTheme({
    scale: density === 'roomy' ? 1.15 : 1,
    colors: { teal },
    primaryColor: 'teal',
    // White on either is easy to read.
    primaryShade: { light: 8, dark: 7 },
    defaultRadius: 'sm',
    respectReducedMotion: true,
    cursorType: 'pointer',
    fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(20) },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: rem(20), lineHeight: '1.4' },
        h2: { fontSize: rem(16), lineHeight: '1.4' },
        h3: { fontSize: rem(14), lineHeight: '1.4' },
        h4: { fontSize: rem(14), lineHeight: '1.4' },
        h5: { fontSize: rem(12), lineHeight: '1.4' },
        h6: { fontSize: rem(12), lineHeight: '1.4' },
      },
    },
    spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
    shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
    components: {
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
      Button: Button.extend({ defaultProps: { size: 'xs' } }),
      Modal: Modal.extend({
        defaultProps: {
          overlayProps: { backgroundOpacity: 0.35 },
          yOffset: '12vh',
          closeButtonProps: { 'aria-label': 'Close' },
          styles: { title: { fontWeight: 600 }, content: { border: '1px solid var(--mantine-color-default-border)' } },
          // It is drawn as a `header`, which would count as a second banner of the page.
          attributes: { header: { role: 'presentation' } },
        },
      }),
      Notification: Notification.extend({
        defaultProps: {
          withBorder: true,
          closeButtonProps: { 'aria-label': 'Close' },
          styles: { description: { color: 'inherit' } },
        },
      }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, events: tooltipEvents } }),
    },
  });
}

const tooltipEvents = { hover: true, focus: true, touch: false };

function rem(pixels: number): string {
  return `calc(${pixels / 16}rem * var(--mantine-scale))`;
}

/** Grey text must be readable on grey ground, yellow on yellow, and red on any: Mantine's own fail 4.5 : 1 there (WCAG 2.2, 1.4.3). */
export const readableGrey: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6370',
    '--mantine-color-placeholder': '#6b7480',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-yellow-light-color': '#7a4300',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb5',
    '--mantine-color-placeholder': '#9aa2ac',
    '--mantine-color-error': '#ff8787',
  },
});
