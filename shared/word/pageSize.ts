/** A4 in twentieths of a point, with margins of 2.3 cm that leave room for a folder's holes. */
const shortSide = 11_906;
const longSide = 16_838;
export const margin = 1_304;

export type Orientation = 'portrait' | 'landscape';

/** The paper as Word wants it said: width and height of the upright page; the orientation turns it. */
export const paper = { width: shortSide, height: longSide } as const;

/** How wide text is on a page. */
export function textWidth(orientation: Orientation): number {
  return (orientation === 'portrait' ? shortSide : longSide) - 2 * margin;
}
