import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { Certificate, Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { newId } from '../../store/newId.ts';
import { optionalDayForm } from '../../parts/forms.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import type { Edits } from './edits.ts';
import { Evidence } from './Evidence.tsx';
import classes from './organisation.module.css';
import { rowCommands } from './rowCommands.ts';
import { ValidityMark } from './ValidityMark.tsx';

interface CertificatesSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
  readonly today: LocalDate;
}

export function CertificatesSection({ organisation: { certificates }, edits, today }: CertificatesSectionProps) {
  const { add, remove } = rowCommands(edits, 'certificates', 'certificate', nameOf);
  return (
    <Section title="Certificates and registrations" name="certificates" count={certificates.length}>
      <Rows
        rows={certificates}
        layout="blocks"
        className={classes['cover']}
        nameOf={nameOf}
        onAdd={() => add(newCertificate())}
        addLabel="Add certificate"
        onRemove={remove}
        empty="None yet. Cyber Essentials, ISO 9001, a waste carrier’s registration: what a buyer may ask to see."
        render={(certificate) => {
          const cell = (name: 'name' | 'issuer' | 'reference', part: string) =>
            edits.cell('certificates', certificate, name, `${nameOf(certificate)}: ${part}`);
          const day = (name: 'validFrom' | 'validTo', part: string) =>
            edits.cell('certificates', certificate, name, `${nameOf(certificate)}: ${part}`);
          return (
            <>
              <EditableField label="Certificate" form={freeText} {...cell('name', 'name')} />
              <EditableField label="Issued by" form={freeText} {...cell('issuer', 'issued by')} />
              <EditableField label="Reference" form={freeText} {...cell('reference', 'reference')} />
              <EditableField label="Valid from" form={optionalDayForm} {...day('validFrom', 'valid from')} />
              <EditableField label="Valid to" form={optionalDayForm} {...day('validTo', 'valid to')} />
              <ValidityMark cover={certificate} today={today} />
              <Evidence
                of={nameOf(certificate)}
                file={certificate.evidence}
                set={(evidence, attached) =>
                  edits.setRow(
                    'certificates',
                    certificate,
                    `${nameOf(certificate)}: file`,
                    (now) => ({ ...now, evidence }),
                    attached,
                  )
                }
              />
            </>
          );
        }}
      />
    </Section>
  );
}

function newCertificate(): Certificate {
  return { id: newId(), name: '', issuer: '', reference: '', validFrom: null, validTo: null, evidence: null };
}

function nameOf({ name }: Certificate): string {
  return name || 'certificate';
}
