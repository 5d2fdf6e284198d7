import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { missingFacts } from '../../../../shared/domain/organisation/organisationFacts.ts';
import { removeOrganisations } from '../../store/commands/organisations.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useOrganisation } from '../../store/queries/organisation.ts';
import { NotHere, Removed } from '../../parts/Removed.tsx';
import { RecordActivity } from '../../parts/RecordActivity.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { EditableField } from '../../ui/EditableField.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import { CertificatesSection } from './CertificatesSection.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { editsOf } from './edits.ts';
import { FlagsSection } from './FlagsSection.tsx';
import { nameForm } from './forms.ts';
import { IdentifiersSection } from './IdentifiersSection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { InsurancesSection } from './InsurancesSection.tsx';
import { MissingFacts } from './MissingFacts.tsx';
import classes from './organisation.module.css';
import { SitesSection } from './SitesSection.tsx';
import { TurnoverSection } from './TurnoverSection.tsx';

interface OrganisationPageProps {
  /** What the organisation can do, which another feature knows. */
  readonly capabilities: (id: string) => ReactNode;
}

/** Everything known of one organisation, edited where it stands. */
export function OrganisationPage({ capabilities }: OrganisationPageProps) {
  const { id = '' } = useParams();
  const organisation = useOrganisation(id);
  if (organisation === undefined) return null;
  return organisation === null ? (
    <NotHere noun="organisation" id={id} all={{ to: '/organisations', label: 'All organisations' }} />
  ) : (
    <Record key={id} organisation={organisation} capabilities={capabilities(id)} />
  );
}

interface RecordProps {
  readonly organisation: Organisation;
  readonly capabilities: ReactNode;
}

function Record({ organisation, capabilities }: RecordProps) {
  const store = useStore();
  const today = useToday();
  const edits = editsOf(store, organisation);
  const facts = missingFacts(organisation, today);
  useFocusAskedFor();

  return (
    <div className={classes['page']}>
      <PageHeading title={organisation.name}>
        <bdi className={classes['heading']}>{organisation.name}</bdi>
      </PageHeading>
      <div className={classes['columns']}>
        <div className={classes['side']}>
          <MissingFacts facts={facts} />
        </div>
        <div className={classes['sections']}>
          <EditableField
            label="Legal name, exactly as registered"
            form={nameForm}
            {...edits.field('name', 'legal name')}
          />
          <IdentitySection edits={edits} missing={facts} />
          <IdentifiersSection organisation={organisation} edits={edits} />
          <SitesSection organisation={organisation} edits={edits} />
          <FlagsSection organisation={organisation} edits={edits} />
          <ContactsSection organisation={organisation} edits={edits} />
          <TurnoverSection organisation={organisation} edits={edits} />
          <InsurancesSection organisation={organisation} edits={edits} today={today} />
          <CertificatesSection organisation={organisation} edits={edits} today={today} />
          {capabilities}
          <Section title="Notes" name="notes">
            <EditableField label="Notes" multiline form={freeText} {...edits.field('notes', 'notes')} />
          </Section>
          <RecordActivity id={organisation.id} noun="organisation" />
          <RemoveOrganisation organisation={organisation} />
        </div>
      </div>
    </div>
  );
}

/** The address may name the section to begin in: `?at=contacts`. */
function useFocusAskedFor(): void {
  const [search] = useSearchParams();
  const at = search.get('at');
  useEffect(() => {
    if (at !== null) focusSection(at);
  }, [at]);
}

function RemoveOrganisation({ organisation: { id, name } }: { readonly organisation: Organisation }) {
  const store = useStore();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const outcome = await removeOrganisations(store, [id]);
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed ${name}`, <Removed />);
    await navigate('/organisations');
  };
  return (
    <Button variant="default" mt="md" onClick={() => void remove()}>
      Remove this organisation
    </Button>
  );
}
