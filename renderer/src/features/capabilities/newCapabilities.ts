import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import { newId } from '../../store/newId.ts';

/** Those of `written` that are not known under their name, each once, with ids. */
export function newCapabilities(
  written: readonly Omit<Capability, 'id'>[],
  known: readonly Capability[],
): readonly Capability[] {
  const names = new Set(known.map(({ name }) => foldText(name)));
  return written.flatMap((one) => {
    const name = foldText(one.name);
    if (names.has(name)) return [];
    names.add(name);
    return [{ id: newId(), ...one }];
  });
}
