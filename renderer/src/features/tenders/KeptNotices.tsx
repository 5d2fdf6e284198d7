import { Button, Group, Modal, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { KeptRelease, Tender } from '../../../../shared/domain/tender/tender.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { useHost } from '../../host/HostContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatInstant } from '../../ui/time.ts';
import classes from './tenders.module.css';

/** The notices this tender was made of, word for word. */
export function KeptNotices({ tender }: { readonly tender: Tender }) {
  const [shown, setShown] = useState<KeptRelease | null>(null);
  const { source } = tender;
  if (source.kind === 'manual') return null;
  return (
    <Section title="Notices" name="notices" count={source.releases.length}>
      <div className={classes['scroll']}>
        <table className={classes['table']} aria-label="Notices">
          <thead>
            <tr>
              <th scope="col">Notice</th>
              <th scope="col">Type</th>
              <th scope="col">Published</th>
              <th scope="col">Imported</th>
              <th scope="col">
                <VisuallyHidden>Show</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {source.releases.map((release, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- releases are only added, and a number may be published twice
              <tr key={at}>
                <td>
                  {release.id}
                  {release.id === source.releaseId && <span className={classes['original']}> shown here</span>}
                  {(release.notUnderstood ?? []).map(({ path, words }) => (
                    <div key={`${path} ${words}`}>
                      <Mark tone="fail">Not understood</Mark> “<bdi>{words}</bdi>”
                      <span className={classes['original']}> {path}</span>
                    </div>
                  ))}
                </td>
                <td>{release.noticeType ?? 'not typed'}</td>
                <td>{release.publishedAt === null ? 'not given' : formatInstant(release.publishedAt)}</td>
                <td>{formatInstant(release.importedAt)}</td>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={`Show notice ${release.id} as published`}
                    onClick={() => setShown(release)}
                  >
                    As published
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown !== null && <AsPublished release={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

function AsPublished({
  release: { id, json },
  onClose,
}: {
  readonly release: KeptRelease;
  readonly onClose: () => void;
}) {
  const host = useHost();
  const text = indented(json);
  const save = async (): Promise<void> => {
    const suggestedName = `Notice ${id.replaceAll(/[^\w-]+/g, ' ').trim()}.json`;
    const saved = await host.saveFile({ kind: 'notices', suggestedName, bytes: new TextEncoder().encode(json) });
    if (saved.kind === 'failed') notifyProblem('The notice was not saved', failureSentence(saved));
    else if (saved.kind !== 'cancelled') notifyDone(`Saved ${saved.name}`);
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={`Notice ${id} as published`}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre className={classes['raw']} tabIndex={0} aria-label="The notice as JSON">
        {text}
      </pre>
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed">
          Contains public sector information licensed under the Open Government Licence v3.0.
        </Text>
        <Button variant="default" onClick={() => void save()}>
          Save as a file
        </Button>
      </Group>
    </Modal>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
