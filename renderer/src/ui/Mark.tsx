import classes from './Mark.module.css';

export type Tone = 'pass' | 'soon' | 'fail' | 'unknown';

const shapes: Readonly<Record<Tone, React.ReactNode>> = {
  pass: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  soon: (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" />
      <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  fail: <path d="M5 .5 10 9.5H0z" fill="currentColor" />,
  unknown: (
    <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.8 1.34" />
  ),
};

interface MarkProps {
  readonly tone: Tone;
  /** The word that goes with the shape. */
  readonly children: React.ReactNode;
}

/** A judgement by shape, colour and word together; never by colour alone. */
export function Mark({ tone, children }: MarkProps) {
  return (
    <span className={classes['mark']} data-tone={tone}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden>
        {shapes[tone]}
      </svg>{' '}
      {children}
    </span>
  );
}
