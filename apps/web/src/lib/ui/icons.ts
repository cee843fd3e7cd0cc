/** Outlines on a 24 × 24 field, drawn for Sacra. */
export const icons = {
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  back: 'M18.5 6.5v11l-8.5-5.5zM6 6v12',
  on: 'M5.5 6.5v11l8.5-5.5zM18 6v12',
  repeat: 'M5.5 12a6.5 6.5 0 1 0 2.2-4.9M5 4.5v4h4',
} as const;

export type IconName = keyof typeof icons;
