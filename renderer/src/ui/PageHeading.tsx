import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * The one `h1` of a page. It names the window, and takes the focus when the page was navigated to, so that a screen
 * reader says where one is and Tab goes on from there.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    document.title = `${title} · Muster`;
  }, [title]);

  useEffect(() => {
    const arrivedFirst = key === 'default';
    // A filter in the address also makes a new key; whoever is at work on the page keeps the focus, and so does whoever
    // opened the palette before the page was there.
    const isAtWork = document.activeElement?.closest('main, [role=dialog]') != null;
    if (!arrivedFirst && !isAtWork) heading.current?.focus();
  }, [key]);

  return (
    <Title order={1} ref={heading} tabIndex={-1}>
      {children ?? title}
    </Title>
  );
}
