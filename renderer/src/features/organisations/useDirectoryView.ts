import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAddress } from '../../ui/useAddress.ts';
import { addressOf, type DirectoryView, viewFrom } from './directoryView.ts';

/** Long enough that typing a word is one change of the address: browsers refuse too many. */
const pause = 300;

export interface ShownView {
  readonly view: DirectoryView;
  readonly type: (text: string) => void;
  readonly show: (change: Partial<Omit<DirectoryView, 'text'>>) => void;
}

/**
 * The view that the address asks for. What is typed into the filter shows at once and reaches the address after a
 * pause, in place of what stood there: one step of the history for each filter, not for each letter.
 */
export function useDirectoryView(): ShownView {
  const [address, setAddress] = useAddress();
  const query = address.toString();
  const asked = useMemo(() => viewFrom(new URLSearchParams(query)), [query]);
  const [text, setText] = useState(asked.text);
  const [written, setWritten] = useState(asked.text);
  const [seen, setSeen] = useState(asked.text);

  // Another address than the one written here: back, forward, or a link.
  if (asked.text !== seen) {
    setSeen(asked.text);
    if (asked.text !== written) setText(asked.text);
  }

  const view = useMemo(() => ({ ...asked, text }), [asked, text]);
  useEffect(() => {
    if (text === asked.text) return undefined;
    const timer = setTimeout(() => {
      setWritten(text);
      setAddress(
        (now) => {
          if (text === '') now.delete('q');
          else now.set('q', text);
          return now;
        },
        { replace: true },
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [text, asked, setAddress]);

  // Filters are shown together with what is typed by then, without being made anew at every letter.
  const typed = useRef(text);
  useEffect(() => {
    typed.current = text;
  }, [text]);
  const show = useCallback(
    (change: Partial<Omit<DirectoryView, 'text'>>) => {
      setWritten(typed.current);
      setAddress((now) => addressOf({ ...viewFrom(now), text: typed.current, ...change }));
    },
    [setAddress],
  );
  return { view, type: setText, show };
}
