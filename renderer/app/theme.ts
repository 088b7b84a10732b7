import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Around #0f6b66, which stands at 7: the one accent. */
const accent: MantineColorsTuple = [
  '#e8f5f3',
  '#d2e9e6',
  '#a5d4cf',
  '#74beb7',
  '#4ba69e',
  '#2d8c85',
  '#1b7771',
  '#0f6b66',
  '#0a5451',
  '#063f3d',
];
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e8e5df',
  '#dbd7cf',
  '#c3beb4',
  '#98928a',
  '#6b665d',
  '#57534b',
  '#3d3a34',
  '#262420',
];
/** Mantine's dark scheme reads from light text (0) to the deepest ground (9). */
const dark: MantineColorsTuple = [
  '#eae7e2',
  '#d0ccc5',
  '#aca69d',
  '#7d776e',
  '#47433d',
  '#38352f',
  '#2a2824',
  '#1f1d1a',
  '#191715',
  '#121110',
];
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f3b6ae',
  '#ec8c80',
  '#e46a5b',
  '#d64a3a',
  '#c23728',
  '#ab2b1e',
  '#8c2218',
  '#6b1911',
];
const amber: MantineColorsTuple = [
  '#fdf6e6',
  '#f9e9c4',
  '#f2d28a',
  '#e9b950',
  '#dda22a',
  '#c2870f',
  '#a06c06',
  '#825604',
  '#644203',
  '#4a3002',
];

/** Named in base.css, for pages without Mantine too. */
const FACE = 'var(--face)';

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark, red, amber },
  black: '#262420',
  fontFamily: FACE,
  headings: { fontFamily: FACE, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '16px', sm: '20px', md: '24px', lg: '28px', xl: '36px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Transition: { defaultProps: { duration: 120 } },
  },
});
