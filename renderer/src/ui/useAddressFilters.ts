import { useDeferredValue, useEffect, useState } from 'react';
import { useAddress } from './useAddress.ts';

/** Long enough that typing a word is one change of the address: browsers refuse too many. */
const pause = 300;

export interface AddressFilters {
  /** What is typed to search by, at once and in the address (`q`) after a pause. */
  readonly text: string;
  /** The same as far as a long list has followed. */
  readonly followed: string;
  readonly type: (text: string) => void;
  /** Another filter; `''` where it is not set. */
  readonly value: (name: string) => string;
  /** Sets filters as one step of the history; `''` takes one out. */
  readonly show: (change: Readonly<Record<string, string>>) => void;
  /** The query of the same view with this change. */
  readonly queryWith: (change: Readonly<Record<string, string>>) => string;
}

/** Filters of a list that live in its address, so that back, forward and links find the same view again. */
export function useAddressFilters(): AddressFilters {
  const [address, setAddress] = useAddress();
  const asked = address.get('q') ?? '';
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  const [written, setWritten] = useState(asked);

  // Another text than the one written here: back, forward, or a link.
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== written) setText(asked);
  }

  useEffect(() => {
    if (text === asked) return undefined;
    const timer = setTimeout(() => {
      setWritten(text);
      setAddress((now) => changed(now, { q: text }), { replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [text, asked, setAddress]);

  return {
    text,
    followed: useDeferredValue(text),
    type: setText,
    value: (name) => address.get(name) ?? '',
    show: (change) => {
      setWritten(text);
      setAddress((now) => changed(now, { q: text, ...change }));
    },
    queryWith: (change) => changed(address, { q: text, ...change }).toString(),
  };
}

function changed(address: URLSearchParams, change: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
