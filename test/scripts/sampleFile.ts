import type { Insurance, Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { AttachmentRow } from '../../shared/rows/attachment.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { sha256 } from '../../shared/workspace/sha256.ts';
import { onePagePdf } from './onePagePdf.ts';
import { sampleBid } from './sampleBid.ts';
import { sampleCapabilities, sampleProfiles } from './sampleCapabilities.ts';
import { sampleOrganisations } from './sampleOrganisations.ts';
import { adoptedTender, parksTender } from './sampleTenders.ts';

const writtenAt = '2026-11-02T09:00:00Z';

/**
 * The bytes of the sample workspace: the sample organisations, one of whose insurances comes with its certificate; what
 * some of them can do; a tender made of a published notice; and an invented tender with a bid half done.
 */
export async function sampleFile(): Promise<Uint8Array> {
  const [lead, ...others] = sampleOrganisations;
  const [policy, ...policies] = lead?.insurances ?? [];
  if (lead === undefined || policy === undefined) throw new Error('The first sample organisation has no insurance.');
  const certificate = await certificateOf(lead, policy);
  const evidence = { sha256: certificate.sha256, name: 'Certificate of insurance.pdf' };
  return serialiseWorkspace(
    {
      workspace: { id: '01a19b7c-a680-7000-8000-000000000000', name: 'Sample workspace', createdAt: writtenAt },
      organisations: [{ ...lead, insurances: [{ ...policy, evidence }, ...policies] }, ...others],
      tenders: [parksTender, adoptedTender()],
      bids: [sampleBid(sampleOrganisations)],
      capabilities: sampleCapabilities,
      capabilityProfiles: sampleProfiles(sampleOrganisations),
      retentionRules: [],
      history: [],
      attachments: [certificate],
    },
    { savedAt: writtenAt, savedBy: 'Muster 0.1.0' },
  );
}

async function certificateOf(insured: Organisation, policy: Insurance): Promise<AttachmentRow> {
  const bytes = onePagePdf([
    'CERTIFICATE OF INSURANCE (SAMPLE: NOT A REAL POLICY)',
    '',
    `Policyholder: ${insured.name}`,
    `Insurer: ${policy.insurer}`,
    `Policy number: ${policy.policyNumber}`,
    `Valid from ${policy.validFrom ?? 'not known'} to ${policy.validTo ?? 'not known'}`,
  ]);
  return { sha256: await sha256(bytes), mediaType: 'application/pdf', bytes, size: bytes.length };
}
