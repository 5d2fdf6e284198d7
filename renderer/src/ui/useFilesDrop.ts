import { type RefObject, useEffect, useState } from 'react';

/**
 * Takes files dropped on a part of the page, before the window takes them for workspace files; `true` while one is held
 * over it. `take` must stay the same function between renders.
 */
export function useFilesDrop(target: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
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
      take(files);
    };
    element?.addEventListener('dragover', onDragOver);
    element?.addEventListener('dragleave', onDragLeave);
    element?.addEventListener('drop', onDrop);
    return () => {
      element?.removeEventListener('dragover', onDragOver);
      element?.removeEventListener('dragleave', onDragLeave);
      element?.removeEventListener('drop', onDrop);
    };
  }, [target, take]);
  return isOver;
}
