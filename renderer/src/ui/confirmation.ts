/** What a person is asked before something large. */
export interface Question {
  readonly title: string;
  readonly sentence: string;
  /** What the two buttons say. */
  readonly yes: string;
  readonly no: string;
  readonly isRemoval: boolean;
}

interface Asked {
  readonly question: Question;
  readonly answer: (yes: boolean) => void;
}

let asked: Asked | null = null;
const watchers = new Set<() => void>();

function show(next: Asked | null): void {
  asked = next;
  for (const watcher of watchers) watcher();
}

/** Asks a person. One question at a time: a second one takes the place of the first, which then was not agreed to. */
export function confirmed(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    show({
      question,
      answer: (yes) => {
        show(null);
        resolve(yes);
      },
    });
  });
}

/** What is being asked at the moment, for the one dialog that shows it. */
export function questionAsked(): Asked | null {
  return asked;
}

export function watchQuestion(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
