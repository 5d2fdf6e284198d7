import { useEffect, useState } from 'react';
import type { NamedFile } from './workspaceFilesContext.ts';

async function readDropped(file: File): Promise<NamedFile> {
  return { name: file.name, from: 'disk', bytes: new Uint8Array(await file.arrayBuffer()) };
}

/**
 * Opens a file dropped anywhere in the window; `true` while one is held over it. A part of a page that wants the file
 * for itself takes the event first and prevents its default.
 */
export function useFileDrop(open: (file: NamedFile) => Promise<void>): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      const isFile = event.dataTransfer?.types.includes('Files') === true;
      setIsOver(isFile && !event.defaultPrevented);
      if (isFile) event.preventDefault();
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void readDropped(file).then(open);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [open]);

  return isOver;
}
