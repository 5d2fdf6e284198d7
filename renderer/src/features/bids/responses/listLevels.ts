import type { Node } from '@tiptap/pm/model';

/** How deep the lists of a text lie within each other; 0 where there is none. */
export function listLevelsIn(node: Node): number {
  if (node.isTextblock) return 0;
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, listLevelsIn(child));
  });
  return deepest + (node.type.name === 'bulletList' || node.type.name === 'orderedList' ? 1 : 0);
}
