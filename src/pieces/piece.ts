import type { ComponentType, VNode } from 'preact';
import type { Ask } from './ask.ts';
import type { PieceName, SettingName, Settings } from './settings.ts';

/** An article on which something rests, to be named below it. */
export interface SourceReference {
  readonly id: string;
  readonly name: string;
}

export interface BodyProps<Answer> {
  readonly answer: Answer;
  readonly settings: Settings;
  /** The entity or statement that is selected, by id, here or in whatever this follows. */
  readonly selected?: string | undefined;
  /** Called when somebody chooses an entity or a statement. */
  readonly select?: ((id: string) => void) | undefined;
}

/**
 * One way to show a part of the graph: a piece. It says what it asks and how it draws the answer, and is the same in the
 * explorer, in a custom element, in a frame and as a picture. It knows no browser: what it draws must render on the server too.
 */
export interface Piece<Answer> {
  readonly name: PieceName;
  /** The settings that have an effect on it, beside `lang`, `theme`, `width` and `height`. */
  readonly reads: readonly SettingName[];
  /** Asks for all that it shows. */
  readonly load: (ask: Ask, settings: Settings) => Promise<Answer>;
  /** What it is called, as a heading. */
  readonly title: (answer: Answer, settings: Settings) => string;
  /** The piece as people use it. */
  readonly Body: ComponentType<BodyProps<Answer>>;
  /** The piece as an `<svg>` of the settings' width and height, for places that run no script; complete with `xmlns`. */
  readonly picture: (answer: Answer, settings: Settings) => VNode;
  /** The articles that it rests on, each once. */
  readonly sources: (answer: Answer) => readonly SourceReference[];
  /** Whether there is nothing to show. */
  readonly isEmpty: (answer: Answer) => boolean;
  /** Set where more was there than it shows: how many it shows, and of how many. */
  readonly cut?: (answer: Answer) => { readonly shown: number; readonly of: number } | undefined;
}
