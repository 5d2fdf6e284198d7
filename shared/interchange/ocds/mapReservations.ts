import { at, each, type Field, text, texts } from './fields.ts';

const kinds: Readonly<Record<string, string>> = {
  smeVcse: 'small and medium-sized enterprises and voluntary, community and social enterprises',
  shelteredWorkshop: 'supported employment providers (sheltered workshops)',
  publicServiceMissionOrganization: 'public service mutuals (organisations with a public service mission)',
};

/** For whom a contract is reserved, in sentences; a code that Muster does not know stands as published. */
export function readReservations(tender: Field): readonly string[] {
  const lots = each(at(tender, 'lots')).flatMap((lot) =>
    readOf(lot).map((sentence) => `Lot ${text(at(lot, 'id'))}: ${sentence}`),
  );
  return [...readOf(tender), ...lots];
}

function readOf(stage: Field): readonly string[] {
  const other = at(stage, 'otherRequirements');
  const participants = texts(at(other, 'reservedParticipation')).map((code) => `Reserved for ${kinds[code] ?? code}.`);
  const place = at(other, 'reservedParticipationLocation');
  const where = [
    text(at(place, 'description')),
    [text(at(place, 'gazetteer', 'scheme')), texts(at(place, 'gazetteer', 'identifiers')).join(', ')]
      .filter((part) => part !== '')
      .join(' '),
  ].filter((part) => part !== '');
  const execution = [at(other, 'reservedExecution'), at(stage, 'contractTerms', 'reservedExecution')]
    .map(text)
    .find((words) => words !== '' && words !== 'false');
  return [
    ...participants,
    ...(where.length > 0 ? [`Reserved for suppliers in this area: ${where.join(', ')}.`] : []),
    ...(execution === undefined
      ? []
      : [`Performance is reserved for supported employment${execution === 'true' ? '.' : `: ${execution}`}`]),
  ];
}
