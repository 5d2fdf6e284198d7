import { Center, Overlay, Paper, Text } from '@mantine/core';

export function DropHint() {
  return (
    <Overlay fixed backgroundOpacity={0.4}>
      <Center h="100%">
        <Paper withBorder p="lg">
          <Text fw={600}>Drop the workspace file to look inside it</Text>
          <Text c="dimmed">Nothing is replaced before you say so.</Text>
        </Paper>
      </Center>
    </Overlay>
  );
}
