/**
 * What the JavaScript engine of a window is told, in either shell. V8 gives young objects 1 MB at first and up to 16 as they
 * come: a start makes more than that first room holds, and would clear them away three times meanwhile (traced in Chromium 156).
 */
export const engineFlags = '--min-semi-space-size=16';
