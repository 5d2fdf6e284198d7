import { AppShell, NavLink, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { places } from './places.ts';

export function SideBar({ workspaceName, onGo }: { workspaceName: string; onGo: () => void }) {
  const { pathname } = useLocation();
  return (
    <>
      <AppShell.Section px="md" py="sm">
        <Text size="xs" c="dimmed">
          Workspace
        </Text>
        <Text fw={600} truncate title={workspaceName}>
          {workspaceName}
        </Text>
      </AppShell.Section>
      <AppShell.Section grow component="nav" aria-label="Places">
        {places.map(({ path, label, icon: Icon }) => {
          const isHere = path === '/' ? pathname === '/' : pathname.startsWith(path);
          return (
            <NavLink
              key={path}
              component={Link}
              to={path}
              label={label}
              leftSection={<Icon size={18} stroke={1.5} aria-hidden />}
              active={isHere}
              aria-current={isHere ? 'page' : undefined}
              onClick={onGo}
            />
          );
        })}
      </AppShell.Section>
    </>
  );
}
