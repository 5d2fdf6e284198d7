import { type RefObject, useEffect, useState } from 'react';
import { readFiles } from './importSession.ts';

/** Takes files dropped on a part of the page, before the window takes them for workspace files; `true` while one is held over it. */
export function useJsonDrop(target: RefObject<HTMLElement | null>, onTaken: () => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = target.current;
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node) || element?.contains(event.relatedTarget) !== true) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // A workspace file is opened by the window, wherever it is dropped.
      if (files.length === 0 || files.some(({ name }) => name.endsWith('.muster'))) return;
      event.preventDefault();
      void take(files);
      onTaken();
    };
    element?.addEventListener('dragover', onDragOver);
    element?.addEventListener('dragleave', onDragLeave);
    element?.addEventListener('drop', onDrop);
    return () => {
      element?.removeEventListener('dragover', onDragOver);
      element?.removeEventListener('dragleave', onDragLeave);
      element?.removeEventListener('drop', onDrop);
    };
  }, [target, onTaken]);
  return isOver;
}

async function take(files: readonly File[]): Promise<void> {
  const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  await readFiles(await Promise.all(read));
}
