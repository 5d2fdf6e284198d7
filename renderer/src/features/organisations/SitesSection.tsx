import { Checkbox } from '@mantine/core';
import type { Organisation, Site } from '../../../../shared/domain/organisation/organisation.ts';
import { newId } from '../../store/newId.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import type { Edits } from './edits.ts';
import { postcodeForm } from './forms.ts';
import classes from './organisation.module.css';
import { rowCommands } from './rowCommands.ts';

interface SitesSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
}

export function SitesSection({ organisation: { sites }, edits }: SitesSectionProps) {
  const { add, remove } = rowCommands(edits, 'sites', 'site', nameOf);
  const setOffice = async (site: Site, registeredOffice: boolean): Promise<void> => {
    const problem = await edits.change(`registered office: ${registeredOffice ? nameOf(site) : 'none'}`, (now) => ({
      ...now,
      // There is one registered office at most.
      sites: now.sites.map((each) =>
        Object.assign({}, each, { registeredOffice: registeredOffice && each.id === site.id }),
      ),
    }));
    if (problem !== null) notifyProblem('The registered office was not changed', problem);
  };
  return (
    <Section title="Sites" name="sites" count={sites.length}>
      <Rows
        rows={sites}
        layout="table"
        className={classes['sites']}
        nameOf={nameOf}
        onAdd={() => add(newSite(sites.length === 0))}
        addLabel="Add site"
        onRemove={remove}
        empty="None yet. Give the registered office first; reserved contracts also look at where an organisation trades."
        render={(site) => (
          <>
            <EditableField
              label="Name"
              form={freeText}
              {...edits.cell('sites', site, 'label', `name of ${nameOf(site)}`)}
            />
            <EditableField
              label="Address"
              form={freeText}
              {...edits.cell('sites', site, 'address', `address of ${nameOf(site)}`)}
            />
            <EditableField
              label="Postcode"
              form={postcodeForm}
              {...edits.cell('sites', site, 'postcode', `postcode of ${nameOf(site)}`)}
            />
            <Checkbox
              className={classes['office']}
              size="xs"
              label="Registered office"
              checked={site.registeredOffice}
              onChange={(event) => void setOffice(site, event.currentTarget.checked)}
            />
          </>
        )}
      />
    </Section>
  );
}

function newSite(registeredOffice: boolean): Site {
  return { id: newId(), label: '', registeredOffice, address: '', postcode: '' };
}

function nameOf(site: Site): string {
  return site.label || (site.registeredOffice ? 'registered office' : 'site');
}
