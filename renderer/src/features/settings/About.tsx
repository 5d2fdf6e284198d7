import { Button, Code, Group, ScrollArea, Text } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../ui/Panel.tsx';
import { notifyProblem } from '../../ui/notify.ts';

/** The file that the build writes beside the page: Muster's licence and those of every package in it. */
const noticesAddress = './notices.txt';

export function About() {
  const [notices, setNotices] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    try {
      const answer = await fetch(noticesAddress);
      if (!answer.ok) throw new Error(String(answer.status));
      setNotices(await answer.text());
    } catch {
      notifyProblem('The licences could not be read', 'They also lie beside the program, as NOTICES.muster.txt.');
    }
  };
  return (
    <Panel title="About Muster">
      <Text>Version {import.meta.env.APP_VERSION}. Free software under the MIT licence.</Text>
      <Text>
        Muster informs, it does not advise. What it says about procurement law and practice is general; ask a solicitor
        before you sign.
      </Text>
      {notices === null ? (
        <Group>
          <Button variant="default" size="xs" onClick={() => void show()}>
            Show the licences of Muster and its parts
          </Button>
        </Group>
      ) : (
        <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, 'aria-label': 'Licences', role: 'region' }}>
          <Code block>{notices}</Code>
        </ScrollArea.Autosize>
      )}
    </Panel>
  );
}
