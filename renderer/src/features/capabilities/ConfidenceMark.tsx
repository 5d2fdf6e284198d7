import type { Confidence } from '../../../../shared/domain/capability/capability.ts';

const shapes: Readonly<Record<Confidence, React.ReactNode>> = {
  claimed: <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  selfEvidenced: (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  verified: <circle cx="5" cy="5" r="4.6" fill="currentColor" />,
};

/** How far a level may be relied on, by shape: empty, half, full. The words stand beside it or in the cell's name. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  return (
    <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden>
      {shapes[confidence]}
    </svg>
  );
}

/** Nobody has said: the dashed circle that stands for unknown everywhere. */
export function UnknownMark() {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.8 1.34" />
    </svg>
  );
}
