import { Text } from '@mantine/core';
import { Panel } from '../../ui/Panel.tsx';

export function About() {
  return (
    <Panel title="About Muster">
      <Text>Version {import.meta.env.APP_VERSION}. Free software under the MIT licence.</Text>
      <Text>
        Muster informs, it does not advise. What it says about procurement law and practice is general; ask a solicitor
        before you sign.
      </Text>
    </Panel>
  );
}
