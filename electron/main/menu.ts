import type { MenuItemConstructorOptions, WebContents } from 'electron';

const zoomSteps = [1, 1.1, 1.25, 1.5, 1.75, 2];

/** The next larger or smaller step. The screens are made for 100 to 200 %, so it stays between. */
export function nextZoom(current: number, direction: 'in' | 'out'): number {
  // Chromium gives a factor back with a rounding error.
  const tolerance = 0.01;
  return direction === 'in'
    ? (zoomSteps.find((step) => step > current + tolerance) ?? 2)
    : (zoomSteps.findLast((step) => step < current - tolerance) ?? 1);
}

export interface MenuFacts {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  readonly page: () => Pick<WebContents, 'getZoomFactor' | 'setZoomFactor'> | undefined;
}

export function menuTemplate({ isMac, isPackaged, page }: MenuFacts): MenuItemConstructorOptions[] {
  function zoom(next: (current: number) => number): void {
    const zoomed = page();
    zoomed?.setZoomFactor(next(zoomed.getZoomFactor()));
  }

  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'Edit',
      submenu: [
        // The keys stay with the page, where they also take back changes to records.
        { role: 'undo', label: 'Undo typing', registerAccelerator: false },
        { role: 'redo', label: 'Redo typing', registerAccelerator: false },
        { type: 'separator' },
        { role: 'cut', label: 'Cut' },
        { role: 'copy', label: 'Copy' },
        { role: 'paste', label: 'Paste' },
        { role: 'pasteAndMatchStyle', label: 'Paste without formatting' },
        { role: 'selectAll', label: 'Select all' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { label: 'Actual size', accelerator: 'CmdOrCtrl+0', click: () => zoom(() => 1) },
        { label: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', click: () => zoom((current) => nextZoom(current, 'in')) },
        { label: 'Zoom out', accelerator: 'CmdOrCtrl+-', click: () => zoom((current) => nextZoom(current, 'out')) },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: 'Developer tools' }]),
      ],
    },
    {
      label: 'Window',
      submenu: [
        { role: 'minimize', label: 'Minimise' },
        { role: 'close', label: 'Close' },
      ],
    },
  ];
}
