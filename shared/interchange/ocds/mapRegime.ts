import type { Regime } from '../../domain/tender/tender.ts';
import { at, each, type Field, remark, text, texts } from './fields.ts';

const scottishService = 'ocds-r6ebe6-';

/**
 * The law that a procurement runs under. Notices of Scottish buyers and of health services name the European directive, as those of the
 * older rules do: who publishes, where the buyer is and the words of the notice tell them apart.
 */
export function readRegime(release: Field): Regime {
  const basis = at(release, 'tender', 'legalBasis');
  const scheme = text(at(basis, 'scheme'));
  const id = text(at(basis, 'id'));
  if (scheme === 'UKPGA' && id === '2023/54') return 'pa2023';
  if (isScottish(release, scheme)) return 'scotland';
  if (scheme === 'CELEX') return readHealthRegime(release) ?? 'legacy';
  if (scheme !== '' || id !== '') remark(basis, `The legal basis “${scheme} ${id}” is not one Muster knows.`);
  return 'unknown';
}

/** The words in which a notice describes itself. */
export function wordsOfRelease(release: Field): string {
  const tender = at(release, 'tender');
  return ['title', 'description', 'procurementMethodRationale'].map((key) => text(at(tender, key))).join('\n');
}

function isScottish(release: Field, scheme: string): boolean {
  if (text(at(release, 'ocid')).startsWith(scottishService)) return true;
  if (scheme !== 'CELEX') return false;
  const links = each(at(release, 'links')).map((link) => text(at(link, 'href')));
  return (
    links.some((href) => href.includes('publiccontractsscotland.gov.uk')) || buyerRegion(release).startsWith('UKM')
  );
}

function readHealthRegime(release: Field): Regime | null {
  const words = wordsOfRelease(release);
  if (!/provider selection regime|\bPSR\b/i.test(words)) return null;
  const england = /health ?care services \(provider selection regime\) regulations/i.test(words);
  const wales =
    /\bPSR \(?wales|selection regime\)?,? \(?wales|health services \(provider selection regime\) \(wales\)/i.test(
      words,
    ) ||
    (!england && buyerRegion(release).startsWith('UKL'));
  if (england && wales) {
    const sentence =
      'The notice names the Provider Selection Regimes of England and of Wales. Ask the buyer which applies.';
    remark(at(release, 'tender', 'description'), sentence);
    return 'unknown';
  }
  return wales ? 'psrWales' : 'psrEngland';
}

function buyerRegion(release: Field): string {
  const id = text(at(release, 'buyer', 'id'));
  const parties = each(at(release, 'parties'));
  const party =
    parties.find((each) => id !== '' && text(at(each, 'id')) === id) ??
    parties.find((each) => texts(at(each, 'roles')).includes('buyer'));
  return party === undefined ? '' : text(at(party, 'address', 'region')).toUpperCase();
}
