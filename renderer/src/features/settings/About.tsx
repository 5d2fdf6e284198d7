import { Button, Code, Group, ScrollArea, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../ui/Panel.tsx';
import { counted } from '../../ui/counted.ts';
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
        <Licences notices={notices} />
      )}
    </Panel>
  );
}

/** The line of dashes above the names of packages that share a text; another one stands below the names. */
const aboveNames = /^-{10,}\n(?=(?:.+\n)+?-{10,}$)/m;

/** What had the focus is gone with the button. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Every licence, or those of the packages that are looked for. */
function Licences({ notices }: { readonly notices: string }) {
  const [typed, setTyped] = useState('');
  const word = typed.trim().toLowerCase();
  const [, ...texts] = notices.split(aboveNames);
  const found = texts.filter((part) => (part.split(/^-{10,}$/m, 1)[0] ?? '').toLowerCase().includes(word));
  return (
    <>
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Find a package"
          size="xs"
          value={typed}
          ref={takeFocus}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Text component="output" size="sm">
          {word === '' ? counted(texts.length, 'text') : `${found.length} of ${texts.length} texts`}
        </Text>
      </Group>
      <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, 'aria-label': 'Licences', role: 'region' }}>
        <Code block>
          {word === '' ? notices : found.length > 0 ? found.join('\n') : 'No package has that in its name.'}
        </Code>
      </ScrollArea.Autosize>
    </>
  );
}
